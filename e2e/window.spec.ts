import { expect, test } from './fixtures.ts';

test.describe('stories that share a window', () => {
  test.describe.configure({ mode: 'serial' });

  const read = async () => {
    const files: string[] = [];
    for await (const file of (await navigator.storage.getDirectory()).keys()) files.push(file);
    return {
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      files,
      marked: Reflect.has(globalThis, 'marked'),
      clipboard: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
      width: innerWidth,
      prints: matchMedia('print').matches,
    };
  };
  const asNew = {
    local: 0,
    session: 0,
    databases: 0,
    files: [],
    marked: false,
    clipboard: 'prompt',
    width: 1440,
    prints: false,
  };

  test('each begins as in a new one …', async ({ page, context, beforeEachLoad }) => {
    await beforeEachLoad(() => void Reflect.set(globalThis, 'marked', true));
    await page.goto('./icon.svg');
    expect(await page.evaluate(read)).toEqual({ ...asNew, marked: true });
    await page.evaluate(async () => {
      localStorage.setItem('a', 'b');
      sessionStorage.setItem('a', 'b');
      await (await navigator.storage.getDirectory()).getFileHandle('a', { create: true });
      await new Promise((resolve) => {
        indexedDB.open('a').onsuccess = resolve;
      });
    });
    await context.grantPermissions(['clipboard-read']);
    await page.setViewportSize({ width: 800, height: 600 });
    await page.emulateMedia({ media: 'print' });
    await page.route('**/icon.svg', (route) => route.abort());
    await context.newPage();
    const left = { local: 1, session: 1, databases: 1, files: ['a'], width: 800, prints: true };
    expect(await page.evaluate(read)).toMatchObject({ ...left, clipboard: 'granted' });
  });

  test('… whatever the one before has left', async ({ page, context }) => {
    expect(context.pages()).toEqual([page]);
    await page.goto('./icon.svg');
    expect(await page.evaluate(read)).toEqual(asNew);
  });
});
