import { test as base } from './fixtures.ts';
import { DesignerPage } from './pages/DesignerPage.ts';

export { expect } from './fixtures.ts';

/** A story that begins with the designer open, in a browser that has never seen it. */
export const test = base.extend<{ readonly designer: DesignerPage }>({
  designer: async ({ page }, use) => {
    const designer = new DesignerPage(page);
    await designer.open();
    await use(designer);
  },
});
