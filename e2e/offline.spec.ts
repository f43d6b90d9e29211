import { expect, test } from './fixtures.ts';
import { DesignerPage } from './pages/DesignerPage.ts';
import { hostUnder } from './staticHost.ts';

test('after the first visit it opens without a network, in a folder too, with all that was kept', async ({
  browser,
}) => {
  const host = await hostUnder('/tools/designer/');
  const context = await browser.newContext({ baseURL: host.url, viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('console', (message) => noise.push(message.text()));
    page.on('pageerror', (error) => noise.push(error.message));
    await page.goto('./');
    const designer = new DesignerPage(page);
    await expect(designer.canvas.card('app')).toBeVisible();
    await designer.canvas.essential('envoy').click();
    await designer.saved();
    const text = await designer.text();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await context.setOffline(true);
    host.close();
    await page.reload();
    await expect(designer.canvas.card('app')).toBeVisible();
    await expect.poll(() => designer.text()).toBe(text);
    await designer.openJson();
    expect(noise).toEqual([]);
  } finally {
    await context.close();
    host.close();
  }
});
