import type { Page } from 'playwright/test';
import { expect, test } from './designer.ts';
import { downloadedText, dropFile, onDisk } from './fixtures.ts';

/** The browser's dialogs answer with files of the origin's own disk: the next name in `window.picks`. */
async function withDisk(page: Page): Promise<void> {
  await page.evaluate(() => {
    const disk = window as unknown as Record<string, unknown> & { picks: string[]; asked: number };
    disk.picks = [];
    disk.asked = 0;
    const next = async () => {
      disk.asked += 1;
      const root = await navigator.storage.getDirectory();
      return root.getFileHandle(disk.picks.shift() ?? 'unnamed', { create: true });
    };
    disk.showSaveFilePicker = next;
    disk.showOpenFilePicker = async () => [await next()];
  });
}

const nextPick = (page: Page, name: string) =>
  page.evaluate((file) => (window as unknown as { picks: string[] }).picks.push(file), name);
/** Waits for the word that it is saved, and takes it away, so that the next one is heard. */
async function saved(page: Page, name: string): Promise<void> {
  const said = page.locator('.toasts-toast').filter({ hasText: `Saved to ${name}.` });
  await expect(said).toBeVisible();
  await said.getByRole('button', { name: 'Dismiss' }).click();
  await expect(said).toBeHidden();
}

const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: number }).asked);

async function changeOnDisk(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    async ([file, content]) => {
      const root = await navigator.storage.getDirectory();
      const stream = await (await root.getFileHandle(file)).createWritable();
      await stream.write(content);
      await stream.close();
    },
    [name, text] as const,
  );
}

test('the same file is saved again, nobody else’s change in it is lost, and what takes the place of a design takes its own name and file', async ({
  designer,
  page,
}) => {
  await withDisk(page);
  await nextPick(page, 'receipts.json');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page, 'receipts.json');
  await expect.poll(() => onDisk(page, 'receipts.json')).toBe(await designer.text());

  await designer.canvas.essential('envoy').click();
  const text = await designer.text();
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page, 'receipts.json');
  await expect.poll(() => onDisk(page, 'receipts.json')).toBe(text);
  expect(await asked(page)).toBe(1);

  await changeOnDisk(page, 'receipts.json', '{}');
  await page.keyboard.press('ControlOrMeta+S');
  await expect(page.getByText('receipts.json was changed by another program').first()).toBeVisible();
  await expect.poll(() => onDisk(page, 'receipts.json')).toBe('{}');
  await page.getByRole('button', { name: 'Save over it' }).click();
  await saved(page, 'receipts.json');
  await expect.poll(() => onDisk(page, 'receipts.json')).toBe(text);

  // A text of a file goes back into that file, after a reload as well.
  await nextPick(page, 'receipts.json');
  await designer.run('Open a file');
  // Opened afresh, there is nothing to undo.
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await designer.canvas.essential('log-router').click();
  const opened = await designer.text();
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => onDisk(page, 'receipts.json')).toBe(opened);
  expect(await asked(page)).toBe(2);
  await designer.saved();
  await page.reload();
  await designer.saved();
  await withDisk(page);
  await designer.canvas.essential('envoy').click();
  const after = await designer.text();
  expect(after).not.toBe(opened);
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => onDisk(page, 'receipts.json')).toBe(after);
  expect(await asked(page)).toBe(0);

  const name = page.getByRole('textbox', { name: 'Name of the design' });
  await expect(name).toHaveValue('receipts');

  await designer.run('Open the example Web, cache, worker');
  await expect(name).toHaveValue('storefront');
  await nextPick(page, 'storefront.json');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page, 'storefront.json');
  await expect.poll(() => onDisk(page, 'storefront.json')).toBe(await designer.text());
  expect(await asked(page)).toBe(1);
  expect(await onDisk(page, 'receipts.json')).toBe(after);

  await designer.run('Import a task');
  await page
    .getByRole('textbox', { name: 'Text to import' })
    .fill('{"family": "orders", "containerDefinitions": []}');
  await page.getByRole('button', { name: 'Replace what is on the canvas' }).click();
  await expect(name).toHaveValue('orders');
  await nextPick(page, 'orders.json');
  await page.keyboard.press('ControlOrMeta+S');
  await saved(page, 'orders.json');
  expect(await onDisk(page, 'storefront.json')).toContain('storefront');
  await designer.undo();
  await expect(name).toHaveValue('storefront');
});

test('a design file holds the design with all its parts', async ({ designer, page }) => {
  await withDisk(page);
  await designer.canvas.move('envoy', { x: 40, y: 60 });
  await designer.run('Add: Note');
  await nextPick(page, 'mine.ecs-design.json');
  await designer.run('Save the design with layout');
  await expect(page.getByText('Saved to mine.ecs-design.json.').first()).toBeVisible();
  await expect.poll(() => onDisk(page, 'mine.ecs-design.json')).toContain('"layout"');
  const file = await onDisk(page, 'mine.ecs-design.json');

  await designer.run('Open the example Blank task');
  await expect(designer.canvas.cards()).toHaveCount(1);
  await nextPick(page, 'mine.ecs-design.json');
  await designer.run('Open a file');
  await expect(designer.canvas.card('envoy')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name of the design' })).toHaveValue('mine');
  await page.keyboard.press('ControlOrMeta+S');
  await expect.poll(() => onDisk(page, 'mine.ecs-design.json')).toBe(file);
});

test('without files on disk a design is downloaded; dropped on the page it is looked at, then opened beside the others with all its parts', async ({
  designer,
  page,
}) => {
  await page.evaluate(() => {
    Object.defineProperty(window, 'showSaveFilePicker', { value: undefined });
  });
  const before = await designer.text();
  const first = await downloadedText(page, () => page.keyboard.press('ControlOrMeta+S'));
  expect(first).toEqual({ name: 'receipts.json', text: before });
  const design = await downloadedText(page, () => designer.run('Save the design with layout'));
  expect(design.name).toBe('receipts.ecs-design.json');
  expect(design.text).toContain('"kind":"ecs-task-design"');

  const { canvas } = designer;
  await canvas.move('app', { x: -20, y: 90 });
  await designer.run('Add: Note');
  await page.keyboard.type('From my own disk');
  const text = await designer.text();
  const place = await canvas.offset(canvas.card('app'), 'envoy');
  const file = await downloadedText(page, () => designer.run('Download the design with layout'));

  await page.getByRole('button', { name: 'Designs in this browser' }).click();
  await page.getByRole('button', { name: 'New design' }).click();
  await expect(canvas.cards()).toHaveCount(1);
  await dropFile(page, '.react-flow__pane', { name: 'receipts.ecs-design.json', content: file.text });
  const dialog = page.getByRole('dialog', { name: 'Import a task definition' });
  await expect(dialog.getByRole('img', { name: 'receipts, drawn' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Open as a new design' }).click();

  await expect(canvas.note().getByRole('textbox', { name: 'Note' })).toHaveValue('From my own disk');
  await expect.poll(() => canvas.offset(canvas.card('app'), 'envoy')).toEqual(place);
  await expect.poll(() => designer.text()).toBe(text);
  await designer.saved();
  await page.getByRole('button', { name: 'Designs in this browser' }).click();
  const designs = page.getByRole('dialog', { name: 'Designs in this browser' });
  await expect(designs.getByRole('button', { name: /^receipts/ })).toHaveCount(2);
});
