import { expect, test } from './designer.ts';
import { expectAccessible } from './fixtures.ts';

test('the first visit shows the four containers of the payments task, without an error', async ({
  designer,
}) => {
  for (const name of ['secrets-init', 'envoy', 'log-router', 'app']) {
    await expect(designer.canvas.card(name)).toBeVisible();
  }
  await expect(designer.canvas.edge('app', 'secrets-init')).toBeAttached();
  await expect(designer.canvas.edge('app', 'envoy')).toBeAttached();
  await designer.tab('Problems').click();
  await expect(designer.page.getByText('Errors 0')).toBeVisible();
});

test('the first visit is quiet: hints wait, and a line says how else to begin until something is done', async ({
  designer,
  page,
}) => {
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

for (const size of [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
]) {
  test.describe(`at ${size.width} × ${size.height}`, () => {
    test.use({ viewport: size });
    test(`what says which task this is stands whole at ${size.width} × ${size.height}`, async ({
      designer,
      page,
    }) => {
      for (const text of ['.topbar-name', '.topbar-task', '.frame-title > span']) {
        await expect
          .poll(() => page.locator(text).evaluate((it) => it.scrollWidth - it.clientWidth), { message: text })
          .toBeLessThanOrEqual(0);
      }
      await designer.openJson();
      const other = page.getByRole('region', { name: 'How to begin' }).getByRole('button');
      for (const button of await other.all()) await button.click({ trial: true });
      await expect(page.locator('.view-line [class*="bracket-highlighting"]')).toHaveCount(0);
    });
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test(`axe finds nothing in the ${colorScheme} screen, with any panel open`, async ({
      designer,
      page,
    }) => {
      await expectAccessible(page);
      await designer.tab('Outline').click();
      await designer.page.getByRole('button', { name: 'Details of app' }).click();
      await expectAccessible(page);
      await designer.tab('Problems').click();
      await expect(page.locator('.findings')).toBeVisible();
      await expectAccessible(page);
      await designer.canvas.card('app').click();
      await designer.tab('Inspect').click();
      await expect(page.locator('.inspect')).toBeVisible();
      await expectAccessible(page);
      await designer.openJson();
      await expectAccessible(page);
      await page.keyboard.press('ControlOrMeta+K');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page);
    });
  });
}

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

for (const width of [1000, 390]) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    test(`at ${width} px every button of the bar is in sight, and axe finds nothing in any panel`, async ({
      designer,
      page,
    }) => {
      await expect(designer.canvas.card('app')).toBeVisible();
      for (const button of await page.getByRole('banner').getByRole('button').all())
        await expect(button).toBeInViewport({ ratio: 1 });
      for (const name of ['Canvas', 'Add', 'Outline', 'Inspect', 'Problems', 'Roles', 'Timeline']) {
        await designer.page
          .getByRole('tab', { name: new RegExp(`^${name}`) })
          .first()
          .click();
        await expect(page.getByRole('heading', { level: 2, name }).first()).toBeAttached();
        await expectAccessible(page, name === 'Canvas' ? 'body' : 'main');
      }
    });
  });
}
