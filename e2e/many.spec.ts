import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './designer.ts';
import { expectAccessible } from './fixtures.ts';

const task = (family: string, part: object = {}) =>
  JSON.stringify(
    { family, containerDefinitions: [{ name: family, image: `acme/${family}:1`, memory: 128, ...part }] },
    null,
    2,
  );

const files = [
  { name: 'alpha.json', content: task('alpha') },
  {
    name: 'beta.json',
    content: task('beta', { dependsOn: [{ containerName: 'nobody', condition: 'START' }] }),
  },
  { name: 'gamma.json', content: task('gamma', { stopTimeout: 90 }) },
  { name: 'notes.json', content: '{"nothing": true}' },
];

test('one change goes into many files, and the zip holds only those', async ({ page, designer }) => {
  await designer.saved();
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, content } of dropped) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  const dialog = page.getByRole('dialog', { name: 'Many task definitions at once' });
  await expect(dialog.getByRole('status').filter({ hasText: '4 of 4 shown, 0 files changed' })).toBeVisible();
  const rows = dialog.getByRole('region', { name: 'Tasks' }).locator('tbody tr');
  await dialog.getByRole('button', { name: 'Errors' }).click();
  await expect(rows.nth(1)).toContainText('beta');
  await dialog.getByRole('searchbox').fill('acme');
  await expect(rows).toHaveCount(3);
  await expectAccessible(page, 'dialog');

  await dialog.getByRole('combobox', { name: 'Change' }).selectOption('stopTimeout');
  await dialog.getByRole('textbox', { name: 'Stop timeout' }).fill('90');
  await dialog.getByRole('button', { name: 'Show what it does to 3 files' }).click();
  await expect(dialog.getByText('It changes 2 files.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'beta.json' }).uncheck();
  await dialog.getByRole('button', { name: 'Change one file' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: '1 file changed' })).toBeVisible();

  await dialog.getByRole('combobox', { name: 'Change' }).selectOption('sidecar');
  await dialog.getByRole('button', { name: 'Show what it does to 3 files' }).click();
  await dialog.getByRole('button', { name: 'Change 3 files' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: '3 files changed' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take the last change back' }).click();
  await expect(dialog.getByRole('status').filter({ hasText: '1 file changed' })).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download the changed files' }).click(),
  ]);
  const zip = unzipSync(new Uint8Array(await readFile(await download.path())));
  expect(Object.keys(zip)).toEqual(['alpha.json']);
  expect(strFromU8(zip['alpha.json'] ?? new Uint8Array())).toBe(
    task('alpha').replace('"memory": 128', '"memory": 128,\n      "stopTimeout": 90'),
  );
});
