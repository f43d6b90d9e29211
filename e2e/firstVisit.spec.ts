import type { Page } from 'playwright/test';
import { expect, test } from './designer.ts';
import { expectAccessible } from './fixtures.ts';

test('the first visit shows the payments task without an error, and is quiet: hints wait, and a line says how else to begin until something is done', async ({
  designer,
  page,
}) => {
  for (const name of ['secrets-init', 'envoy', 'log-router', 'app']) {
    await expect(designer.canvas.card(name)).toBeVisible();
  }
  await expect(designer.canvas.edge('app', 'secrets-init')).toBeAttached();
  await expect(designer.canvas.edge('app', 'envoy')).toBeAttached();
  await designer.tab('Problems').click();
  await expect(page.getByText('Errors 0')).toBeVisible();

  const hints = designer.canvas.root.locator('.badge-info');
  await expect(hints.first()).toBeAttached();
  await expect(hints.filter({ visible: true })).toHaveCount(0);
  await designer.canvas.select('app');
  await expect(hints.filter({ visible: true })).toHaveCount(1);

  const line = page.getByRole('region', { name: 'How to begin' });
  for (const name of ['Blank task', 'Import', 'Other examples']) {
    await expect(line.getByRole('button', { name })).toBeVisible();
  }
  const before = await designer.text();
  await line.getByRole('button', { name: 'Blank task' }).click();
  await expect(designer.canvas.cards()).toHaveCount(1);
  await expect(line).toBeHidden();
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(before);
});

test('what says which task this is stands whole at 1440 × 900 and at 1024 × 768', async ({
  designer,
  page,
}) => {
  await designer.openJson();
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1024, height: 768 },
  ]) {
    await page.setViewportSize(size);
    for (const text of ['.topbar-name', '.topbar-task', '.frame-title > span']) {
      await expect
        .poll(() => page.locator(text).evaluate((it) => it.scrollWidth - it.clientWidth), {
          message: `${text} at ${size.width}`,
        })
        .toBeLessThanOrEqual(0);
    }
    const other = page.getByRole('region', { name: 'How to begin' }).getByRole('button');
    for (const button of await other.all()) await button.click({ trial: true });
    await expect(page.locator('.view-line [class*="bracket-highlighting"]')).toHaveCount(0);
  }
});

/** Expects axe to find nothing in the page, light or dark: the dark one has the same parts, in other colours. */
async function expectAccessibleInBoth(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expectAccessible(page, undefined, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'light');
}

test('axe finds nothing in the light or the dark screen, as it opens and with any panel open', async ({
  designer,
  page,
}) => {
  await expectAccessibleInBoth(page);
  await designer.tab('Outline').click();
  await page.getByRole('button', { name: 'Details of app' }).click();
  await expectAccessibleInBoth(page);
  await designer.tab('Problems').click();
  await expect(page.locator('.findings')).toBeVisible();
  await expectAccessibleInBoth(page);
  await designer.canvas.card('app').click();
  await designer.tab('Inspect').click();
  await expect(page.locator('.inspect')).toBeVisible();
  await expectAccessibleInBoth(page);
  await designer.openJson();
  await expectAccessibleInBoth(page);
  await page.keyboard.press('ControlOrMeta+K');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessibleInBoth(page);
});

const DIALOGS = [
  'Import a task definition',
  'Export in any format',
  'Share as a link',
  'Designs in this browser',
  'Former states',
  'Compare two definitions',
  'Keyboard shortcuts',
  'Figure: the task wired up',
  'Print the task on one page',
];

test('axe finds nothing in any dialog, tab of the run or menu', async ({ designer, page }) => {
  for (const label of DIALOGS) {
    await designer.run(label);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'dialog[open]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  for (const tab of ['Roles', 'What if', 'Events', 'Concerns']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tab', { name: tab })).toHaveAttribute('aria-selected', 'true');
    await expectAccessible(page, '[role="tabpanel"]');
  }
  await designer.canvas.select('app');
  await page.keyboard.press('d');
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, '[role="menu"]');
});

test('at 1000 px and at 390 px every button of the bar is in sight, and axe finds nothing in any panel', async ({
  designer,
  page,
}) => {
  for (const width of [1000, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const tabs = page.getByRole('tablist', { name: 'Panels' });
    await expect(tabs).toBeVisible();
    for (const button of await page.getByRole('banner').getByRole('button').all())
      await expect(button).toBeInViewport({ ratio: 1 });
    for (const name of ['Canvas', 'Add', 'Outline', 'Inspect', 'Problems', 'Roles', 'Timeline']) {
      await tabs.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
      await expect(page.getByRole('heading', { level: 2, name }).first()).toBeAttached();
      if (name === 'Canvas') await expect(designer.canvas.card('app')).toBeVisible();
      await expectAccessible(page, name === 'Canvas' ? 'body' : 'main');
    }
  }
});
