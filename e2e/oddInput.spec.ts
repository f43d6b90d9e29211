import type { Page } from 'playwright/test';
import { expect, test } from './designer.ts';
import { pasteText } from './fixtures.ts';

/** Ten megabytes of variables. */
function tenMegabytes(): string {
  const environment = Array.from({ length: 90_000 }, (_, index) => ({
    name: `V${index}`,
    value: 'x'.repeat(36),
  }));
  const definition = { name: 'app', image: 'a:1', environment };
  return JSON.stringify({ family: 'big', containerDefinitions: [definition] }, null, 2);
}

for (const { title, text, says } of [
  {
    title: 'nesting a hundred thousand deep',
    text: `{"family":"deep","containerDefinitions":[{"name":"app","image":"a:1","dockerLabels":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`,
    says: /Nested more than 500 levels deep/,
  },
  {
    title: 'ten megabytes',
    text: tenMegabytes(),
    says: /longer than 1,048,576 characters/,
  },
]) {
  test(`${title}: said, kept, editable as text, and only what is in sight is painted`, async ({
    designer,
    page,
  }) => {
    test.slow();
    await designer.openJson();
    const before = await designer.text();
    await designer.replaceText(text);
    await expect(page.locator('.json-state').getByText(says)).toBeVisible({ timeout: 60_000 });
    await expect(designer.canvas.card('app')).toBeVisible();
    await expect(page.locator('.json .view-line').first()).toBeVisible();
    expect(await page.locator('.json .view-line').count()).toBeLessThan(100);
    // Compared by `===`: a difference of such texts is nothing to print.
    expect((await designer.text()) === text, 'every character is kept').toBe(true);
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type(' ');
    expect((await designer.text()) === ` ${text}`, 'and it can be edited').toBe(true);
    await designer.replaceText(before);
    await expect(page.locator('.json-state').getByText(says)).toBeHidden();
    await designer.canvas.essential('app').click();
    await expect.poll(() => designer.text()).not.toBe(before);
  });
}

/**
 * From now on: for how many seconds the page's own thread computed. Unlike the time by the clock, this is no more on a
 * machine that others keep busy.
 */
async function busySeconds(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const seconds = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const found = metrics.find(({ name }) => name === 'TaskDuration');
    if (found === undefined) throw new Error('Chromium does not say how long the page computed.');
    return found.value;
  };
  const start = await seconds();
  return async () => (await seconds()) - start;
}

test('ten megabytes taken in: the field shows the beginning, the page answers at once, and all of it is kept', async ({
  designer,
  page,
}) => {
  const text = tenMegabytes();
  await page.keyboard.press('ControlOrMeta+O');
  const dialog = page.getByRole('dialog', { name: 'Import a task definition' });
  await expect(dialog.getByRole('textbox', { name: 'Text to import' })).toBeFocused();
  const busy = await busySeconds(page);
  await pasteText(page, text);
  await expect(dialog.getByText(/Only the beginning is shown/)).toContainText(
    `all ${text.length.toLocaleString('en')} characters`,
  );
  await expect(dialog.getByRole('textbox', { name: 'Beginning of the text to import' })).toHaveValue(
    text.slice(0, 4_000),
  );
  await expect(dialog.getByText(/longer than 1,048,576 characters/).first()).toBeVisible();
  expect(await busy(), 'seconds for which the page had work of its own').toBeLessThan(2);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(designer.canvas.card('app')).toBeVisible();
});

test('a circle is drawn, named and opened again; a task without a container takes one; odd names stay within their cards and keep their edits', async ({
  designer,
  page,
}) => {
  const waits = (name: string, other: string) => ({
    name,
    image: 'a:1',
    memory: 64,
    dependsOn: [{ containerName: other, condition: 'START' }],
  });
  const text = JSON.stringify(
    { family: 'round', containerDefinitions: [waits('a', 'b'), waits('b', 'c'), waits('c', 'a')] },
    null,
    2,
  );
  await designer.takeIn(text);
  for (const [one, other] of [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
  ] as const) {
    await expect(designer.canvas.edge(one, other)).toBeAttached();
  }
  await designer.tab('Problems').click();
  const search = page.getByRole('searchbox', { name: 'Search the problems' });
  await search.fill('run in a circle');
  await expect(page.getByText('Dependencies must not run in a circle')).toBeVisible();
  await designer.canvas.edge('c', 'a').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await designer.tab('Problems').click();
  await search.fill('run in a circle');
  await expect(page.getByText('Dependencies must not run in a circle')).toHaveCount(0);
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(text);

  const empty = '{ "family": "none", "containerDefinitions": [] }';
  await designer.takeIn(empty);
  await expect(designer.canvas.cards()).toHaveCount(0);
  await expect(designer.canvas.root.getByRole('button').first()).toBeVisible();
  await designer.tab('Problems').click();
  await expect(page.locator('.findings-verdict')).toHaveText('ECS would refuse it');
  await designer.run('Add: Container');
  await expect(designer.canvas.cards()).toHaveCount(1);
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(empty);

  const long = 'n'.repeat(255);
  const named = JSON.stringify({
    family: 'names',
    containerDefinitions: [
      { name: long, image: `${'i'.repeat(400)}:1`, essential: true },
      {
        name: 'שלום\u202Eabc "quoted"',
        image: 'a:1',
        dependsOn: [{ containerName: long, condition: 'START' }],
      },
    ],
  });
  await designer.takeIn(named);
  await expect(designer.canvas.cards()).toHaveCount(2);
  for (const name of await designer.canvas.cards().locator('.card-name').all()) {
    const [inner, outer] = [await name.boundingBox(), await name.locator('..').boundingBox()];
    expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual(
      (outer?.x ?? 0) + (outer?.width ?? 0) + 1,
    );
  }
  await designer.canvas.cards().first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await expect.poll(() => designer.text()).toBe(named.replace('"essential":true', '"essential":false'));
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(named);
});
