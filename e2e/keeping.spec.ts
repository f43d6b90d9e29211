import { expect, test } from './designer.ts';
import { downloadedText } from './fixtures.ts';
import { DesignerPage } from './pages/DesignerPage.ts';

test('two tabs never overwrite each other: both texts are kept, and after a reload even the last change is there', async ({
  designer,
  page,
  context,
}) => {
  const other = new DesignerPage(await context.newPage());
  await other.open();
  await designer.page.bringToFront();
  await designer.canvas.essential('envoy').click();
  const ours = await designer.text();
  await expect(page.locator('.topbar-saved')).toBeVisible();
  await other.page.bringToFront();
  await other.canvas.essential('log-router').click();
  const theirs = await other.text();
  await expect(other.page.getByText(/Both are kept/)).toBeVisible();
  expect(ours).not.toBe(theirs);

  await page.bringToFront();
  await page.reload();
  await expect(designer.canvas.card('app')).toBeVisible();
  await expect.poll(() => designer.text()).toBe(ours);
  await other.page.bringToFront();
  await other.page.reload();
  await expect(other.canvas.card('app')).toBeVisible();
  await expect.poll(() => other.text()).toBe(theirs);
  await other.canvas.essential('envoy').click();
  await expect(other.canvas.essential('envoy')).toHaveAttribute('aria-checked', 'false');
  const changed = await other.text();
  expect(changed).not.toBe(theirs);
  await other.undo();
  await expect.poll(() => other.text()).toBe(theirs);
  await other.saved();
  // At once: what was changed a moment ago must be there as well.
  await other.redo();
  await other.page.reload();
  await expect(other.canvas.card('app')).toBeVisible();
  await expect.poll(() => other.text()).toBe(changed);
});

test('designs are listed, thrown away, taken back, renamed and copied, all are downloaded, and everything is erased but what is on screen', async ({
  designer,
  page,
}) => {
  const text = await designer.text();
  const library = page.locator('.topbar').getByRole('button', { name: 'Designs in this browser' });
  // By its tag: a role is looked for in every element of the page.
  const dialog = page.locator('dialog[open]');
  await test.step('thrown away, taken back, renamed and opened', async () => {
    await library.click();
    await expect(dialog).toHaveAccessibleName('Designs in this browser');
    await expect(dialog.getByRole('button', { name: 'receipts', exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'New design' }).click();
    await expect(dialog).toBeHidden();
    await expect(designer.canvas.cards()).toHaveCount(1);
    await library.click();
    await dialog.getByRole('button', { name: 'Throw receipts away' }).click();
    const trash = dialog.getByRole('region', { name: 'Trash' });
    await expect(trash.getByText('receipts')).toBeVisible();
    await trash.getByRole('button', { name: 'Take back' }).click();
    await dialog.getByRole('button', { name: 'Rename receipts', exact: true }).click();
    await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Till receipts');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'receipts', exact: true })).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Till receipts', exact: true }).click();
    await expect(designer.canvas.card('envoy')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name of the design' })).toHaveValue('Till receipts');
  });

  await test.step('copied, all downloaded, and all erased but what is on screen', async () => {
    await library.click();
    await dialog.getByRole('button', { name: 'Duplicate Till receipts', exact: true }).click();
    const named = dialog.getByRole('button', { name: /^Till receipts( \S+)*$/ });
    await expect(named).toHaveCount(2);
    const all = await downloadedText(page, () =>
      dialog.getByRole('button', { name: 'Download all' }).click(),
    );
    expect(all.text.split('acme/secrets-init:1.0').length - 1).toBe(2);
    await dialog.getByRole('button', { name: 'Erase everything…' }).click();
    await dialog.getByRole('button', { name: 'Erase everything', exact: true }).click();
    await expect(named).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect.poll(() => designer.text()).toBe(text);
  });
});

test.describe('in a browser that stores nothing', () => {
  test('the designer works, and says that nothing is kept', async ({ page, beforeEachLoad }) => {
    await beforeEachLoad(() => {
      Object.defineProperty(globalThis, 'indexedDB', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    const designer = new DesignerPage(page);
    await page.goto('./');
    await expect(designer.canvas.card('app')).toBeVisible();
    await expect(page.getByText(/Not kept/)).toBeVisible();
    await designer.canvas.essential('envoy').click();
    expect(
      (await designer.task()).containerDefinitions?.find(({ name }) => name === 'envoy')?.essential,
    ).toBe(false);
  });
});

test.describe('when the disk is full', () => {
  test('it is said, what was changed can be downloaded, and it is saved as soon as there is room', async ({
    page,
    beforeEachLoad,
  }) => {
    await beforeEachLoad(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        if (Reflect.get(globalThis, 'diskIsFull')) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      };
    });
    const designer = new DesignerPage(page);
    await designer.open();
    const setFull = (full: boolean) =>
      page.evaluate((value) => void Reflect.set(globalThis, 'diskIsFull', value), full);
    await setFull(true);
    await designer.canvas.essential('envoy').click();
    await expect(page.getByText('Not saved: the browser is full')).toBeVisible();
    await expect(page.getByText(/stays on this page and is tried again/)).toBeVisible();
    const { text } = await downloadedText(page, () =>
      page.getByRole('button', { name: 'Download the design' }).click(),
    );
    const kept = await designer.text();
    expect((JSON.parse(text) as { text: string }).text).toBe(kept);

    await setFull(false);
    await designer.canvas.essential('log-router').click();
    await designer.saved();
    await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
    const changed = await designer.text();
    await page.reload();
    await expect(designer.canvas.card('app')).toBeVisible();
    await expect.poll(() => designer.text()).toBe(changed);
  });
});
