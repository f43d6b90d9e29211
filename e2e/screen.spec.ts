import type { Page } from 'playwright/test';
import { expect, test } from './designer.ts';
import { expectAccessible, heldBack } from './fixtures.ts';
import { DesignerPage } from './pages/DesignerPage.ts';

test('panels are resized by mouse and by keys, are remembered, and go back by a double click', async ({
  designer,
  page,
}) => {
  const line = (name: string) => page.getByRole('separator', { name });
  const size = (name: string) => line(name).getAttribute('aria-valuenow');
  const width = async (panel: string) => Math.round((await page.locator(panel).boundingBox())?.width ?? 0);

  const side = 'Width of the side panel';
  const before = Number(await size(side));
  expect(await width('#side-panel')).toBe(before);
  const box = await line(side).boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, 300];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 100, y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => size(side)).toBe(String(before + 100));
  expect(await width('#side-panel')).toBe(before + 100);

  const left = 'Width of the left panel';
  await line(left).focus();
  for (const [key, value] of [
    ['ArrowRight', '232'],
    ['Shift+ArrowRight', '296'],
    ['ArrowLeft', '280'],
    ['Home', '180'],
    ['End', '400'],
    ['Enter', '216'],
    ['ArrowRight', '232'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(() => size(left), `after ${key}`).toBe(value);
  }
  const height = 'Height of the timeline';
  const low = Number(await size(height));
  await line(height).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => size(height)).toBe(String(low + 16));
  // Nobody has panned: the picture is fitted to its new room.
  await expect(designer.canvas.card('app')).toBeInViewport({ ratio: 0.99 });

  // A long word of a command does not push its button out of the panel.
  await designer.canvas.select('envoy');
  await line(side).press('Home');
  await expect(page.getByLabel('Remove word 3').first()).toBeInViewport();

  await page.reload();
  await expect(designer.canvas.root).toBeVisible();
  await expect
    .poll(() => Promise.all([side, left, height].map(size)))
    .toEqual(['280', '232', String(low + 16)]);
  for (const name of [side, left, height]) await line(name).dblclick();
  await expect
    .poll(() => Promise.all([side, left, height].map(size)))
    .toEqual([String(before), '216', String(low)]);
});

test('the sheet of keys says what the keys do, and switches those of a single letter off', async ({
  designer,
  page,
}) => {
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  const keysOf = (label: string) =>
    sheet
      .locator('dl > div')
      .filter({ has: page.getByText(label, { exact: true }) })
      .locator('kbd');
  const problems = designer.tab('Problems');
  await page.keyboard.press('?');
  await expect(keysOf('Zoom in')).toHaveText(['+', '=']);
  await expect(keysOf('Undo')).toHaveText([/^(Ctrl |⌘)Z$/]);
  await expect(keysOf('Show the problems')).toHaveText(['3']);
  for (const key of await sheet.locator('kbd').all()) await expect(key).toHaveText(/\S/);
  await expectAccessible(page, 'dialog');

  const letters = sheet.getByRole('switch', { name: /^Shortcuts of a single letter/ });
  await letters.click();
  await expect(letters).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('3');
  await page.keyboard.press('?');
  await designer.run('Keyboard shortcuts');
  await expect(problems).toHaveAttribute('aria-selected', 'false');
  await letters.click();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('3');
  await expect(problems).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('o');
  await expect(designer.tab('Outline')).toHaveAttribute('aria-selected', 'true');
});

test.describe('on a screen 800 pixels wide', () => {
  test.use({ viewport: { width: 800, height: 900 } });

  test('every panel has a tab of its own, fits, and does its work', async ({ designer, page }) => {
    const { canvas } = designer;
    const panels = page.getByRole('tablist', { name: 'Panels' });
    const show = async (name: string) => {
      await panels.getByRole('tab', { name: new RegExp(`^${name}\\b`) }).click();
      await expect(page.getByRole('tabpanel').first()).toBeVisible();
      expect(await overflow(page), `what ${name} pushes out of the page`).toBe(0);
    };
    await expect(canvas.card('app')).toBeInViewport({ ratio: 0.99 });
    await canvas.select('envoy');

    await show('Inspect');
    const image = page.getByRole('textbox', { name: 'Image', exact: true });
    await image.fill('envoyproxy/envoy:v2');
    await image.press('Enter');
    await show('Add');
    await designer.entry('container-worker').click();
    await show('Outline');
    const outline = page.getByRole('navigation', { name: 'Outline of the task' });
    await outline
      .getByRole('button', { name: /^worker/ })
      .first()
      .click();
    await show('JSON');
    await expect(page.locator('.json-editor[data-shown="true"]')).toContainText('"worker"', {
      timeout: 15_000,
    });
    await show('Problems');
    await page.getByRole('list', { name: 'Problems' }).locator('.finding-link').first().click();
    await show('Roles');
    await expect(page.getByRole('heading', { name: 'Execution role' })).toBeVisible();
    await show('Canvas');
    await expect(canvas.card('worker')).toBeInViewport({ ratio: 0.99 });

    await show('Timeline');
    const below = page.getByRole('tablist', { name: 'Timeline' });
    await expect(page.getByRole('button', { name: /^worker: / })).toBeVisible();
    await expect(page.getByRole('button', { name: /Fold the timeline/ })).toHaveCount(0);
    await expectAccessible(page);
    for (const [tab, shown] of [
      ['What if', page.getByRole('radio', { name: 'Blast radius' })],
      ['Events', page.getByRole('row', { name: /envoy HEALTHY/ }).first()],
      ['Concerns', page.getByRole('region', { name: 'IAM' })],
    ] as const) {
      await below.getByRole('tab', { name: tab }).click();
      await expect(shown).toBeInViewport();
      expect(await overflow(page), `what ${tab} pushes out of the page`).toBe(0);
    }
    const text = await designer.text();
    expect(text).toContain('"image": "envoyproxy/envoy:v2"');
    expect(text).toContain('"name": "worker"');
  });
});

/** Pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test('the palette takes what is typed right after its keys; the appearance is kept, and chosen in the bar as well', async ({
  page,
}) => {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const designer = new DesignerPage(page);
  const letPanelsCome = await heldBack(page, '**/panels-*.js');
  await designer.open();
  const light = await background();
  await page.keyboard.press('ControlOrMeta+K');
  // Its own file is still on its way: neither waiting for that nor for the dialog is what this is about.
  await page.keyboard.type('appearance li');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  letPanelsCome();
  await page.keyboard.type('dark');
  await expect(page.getByRole('option', { name: 'Appearance: dark' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect.poll(theme).toBe('dark');
  expect(await background()).not.toBe(light);
  await page.reload();
  await expect(designer.canvas.root).toBeVisible();
  await expect.poll(theme).toBe('dark');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  await expect.poll(theme).toBe('light');
  expect(await background()).toBe(light);
});
