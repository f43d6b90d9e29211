import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

test('a zip and a file: an image is replaced and a rule mended in all of them, and the zip that comes out is judged', async ({
  page,
  designer,
}) => {
  const waits = (on: string) => ({ dependsOn: [{ containerName: on, condition: 'START' }] });
  const brought: Record<string, string> = {
    'infra/web/task.json': task('web', { image: 'acme/base:1', ...waits('nobody') }),
    'infra/api/task.json': task('api', { image: 'acme/base:1' }).replaceAll('\n', '\r\n'),
    'infra/job/task.json': task('job', { image: 'acme/job:1', ...waits('nobody') }),
    'infra/README.md': '# Nothing to see',
    'node_modules/x/task.json': task('x'),
  };
  const solo = task('solo', { image: 'acme/base:1' });
  await designer.run('Many task definitions at once');
  const dialog = page.getByRole('dialog', { name: 'Many task definitions at once' });
  const zip = zipSync(
    Object.fromEntries(Object.entries(brought).map(([path, text]) => [path, strToU8(text)])),
  );
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose files or a zip' }).click(),
  ]);
  await chooser.setFiles([
    { name: 'infra.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) },
    { name: 'solo.json', mimeType: 'application/json', buffer: Buffer.from(solo) },
  ]);
  const said = (words: string) => expect(dialog.getByRole('status').filter({ hasText: words })).toBeVisible();
  await said('4 of 4 shown, 0 files changed');

  const kind = dialog.getByRole('combobox', { name: 'Change' });
  await kind.selectOption({ label: 'Replace an image' });
  await dialog.getByRole('combobox', { name: 'Image' }).selectOption('acme/base:1');
  await dialog.getByRole('textbox', { name: 'Becomes' }).fill('acme/base:2');
  await dialog.getByRole('button', { name: 'Show what it does to 4 files' }).click();
  await said('It changes 3 files.');
  // What another choice would do is not made by the button of the former.
  await kind.selectOption({ label: 'Make the fixes of a rule' });
  await expect(dialog.getByRole('button', { name: 'Change 3 files' })).toHaveCount(0);
  await kind.selectOption({ label: 'Replace an image' });
  await dialog.getByRole('button', { name: 'Show what it does to 4 files' }).click();
  await dialog.getByRole('button', { name: 'Change 3 files' }).click();
  await said('3 files changed');

  await kind.selectOption({ label: 'Make the fixes of a rule' });
  await dialog.getByRole('combobox', { name: 'Rule' }).selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Show what it does to 4 files' }).click();
  await said('It changes 2 files.');
  await dialog.getByRole('button', { name: 'Change 2 files' }).click();
  await said('4 files changed');
  await dialog.getByRole('button', { name: 'Errors' }).click();
  await expect(dialog.getByRole('region', { name: 'Tasks' }).locator('.many-errors')).toHaveCount(0);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download the changed files' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('task-definitions.zip');
  const out = unzipSync(new Uint8Array(await readFile(await download.path())));
  const texts = Object.fromEntries(Object.entries(out).map(([path, bytes]) => [path, strFromU8(bytes)]));
  expect(Object.keys(texts).sort()).toEqual([
    'infra/api/task.json',
    'infra/job/task.json',
    'infra/web/task.json',
    'solo.json',
  ]);
  const api = brought['infra/api/task.json'] ?? '';
  expect(texts['infra/api/task.json']).toBe(api.replace('acme/base:1', 'acme/base:2'));
  expect(texts['solo.json']).toBe(solo.replace('acme/base:1', 'acme/base:2'));
  expect(JSON.parse(texts['infra/web/task.json'] ?? '')).toEqual(
    JSON.parse(task('web', { image: 'acme/base:2' })),
  );
  expect(JSON.parse(texts['infra/job/task.json'] ?? '')).toEqual(
    JSON.parse(task('job', { image: 'acme/job:1' })),
  );
});

test('a folder that is chosen, and one that is dropped, are read with all that lies in them', async ({
  page,
  designer,
}, testInfo) => {
  const chosen: Record<string, string> = {
    'web/task.json': task('web'),
    'jobs/nightly/task.json': task('nightly'),
    'node_modules/x/task.json': task('x'),
    'README.md': '# Nothing to see',
  };
  const folder = testInfo.outputPath('infra');
  for (const [path, text] of Object.entries(chosen)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await designer.run('Many task definitions at once');
  const dialog = page.getByRole('dialog', { name: 'Many task definitions at once' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose a folder' }).click(),
  ]);
  await chooser.setFiles(folder);
  const said = (words: string) => expect(dialog.getByRole('status').filter({ hasText: words })).toBeVisible();
  const rows = dialog.getByRole('region', { name: 'Tasks' }).locator('tbody tr');
  await said('2 of 2 shown, 0 files changed');
  await expect(rows.nth(0)).toContainText('infra/jobs/nightly/task.json');
  await expect(rows.nth(1)).toContainText('infra/web/task.json');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // The browser hands a dropped folder over a hundred files at a time.
  const many = 104;
  await page.evaluate(
    async ([text, count]) => {
      const { TEMPORARY, webkitRequestFileSystem } = window as unknown as {
        TEMPORARY: number;
        webkitRequestFileSystem(type: number, size: number, done: (system: FileSystem) => void): void;
      };
      const { root } = await new Promise<FileSystem>((resolve) =>
        webkitRequestFileSystem(TEMPORARY, 1_000_000, resolve),
      );
      const inside = (from: FileSystemDirectoryEntry, name: string) =>
        new Promise<FileSystemDirectoryEntry>((resolve, reject) =>
          from.getDirectory(
            name,
            { create: true },
            (entry) => resolve(entry as FileSystemDirectoryEntry),
            reject,
          ),
        );
      interface Writer {
        onwriteend: () => void;
        write(data: Blob): void;
      }
      const write = (to: FileSystemDirectoryEntry, name: string, content: string) =>
        new Promise<void>((resolve, reject) =>
          to.getFile(
            name,
            { create: true },
            (entry) =>
              (entry as unknown as { createWriter(done: (writer: Writer) => void): void }).createWriter(
                (writer) => {
                  writer.onwriteend = resolve;
                  writer.write(new Blob([content]));
                },
              ),
            reject,
          ),
        );
      const dropped = await inside(root, 'dropped');
      const services = await inside(dropped, 'services');
      for (let at = 0; at < count; at += 1) {
        await write(services, `s${at}.json`, text.replaceAll('service', `service-${at}`));
      }
      await write(await inside(dropped, '.git'), 'x.json', text);
      Object.assign(DataTransferItem.prototype, { webkitGetAsEntry: () => dropped });
    },
    [task('service'), many] as const,
  );
  const dataTransfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([], 'dropped'));
    return transfer;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await said(`${many} of ${many} shown, 0 files changed`);
  await dialog.getByRole('searchbox').fill('dropped/services/s103.json');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('service-103');
});
