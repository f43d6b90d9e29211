import { expect, test } from './designer.ts';
import { pasteText } from './fixtures.ts';

test('a toggle on a card changes one word of the text, and undo gives back every byte', async ({
  designer,
}) => {
  const before = await designer.text();
  await designer.canvas.essential('envoy').click();
  const after = await designer.text();
  expect(differingLines(before, after)).toEqual([['      "essential": true,', '      "essential": false,']]);
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(before);
  await designer.redo();
  await expect.poll(() => designer.text()).toBe(after);
});

test('an edge drawn by hand onto a card asks for its condition and writes one line', async ({ designer }) => {
  const { canvas } = designer;
  // Anywhere on the card: nobody aims at a dot.
  await canvas.dragBetween(canvas.card('log-router').locator('.card-out'), canvas.card('envoy'));
  await designer.canvas.chooseCondition('START');
  await expect(designer.canvas.edge('envoy', 'log-router')).toBeAttached();
  const task = await designer.task();
  expect(task.containerDefinitions?.find(({ name }) => name === 'envoy')?.dependsOn).toEqual([
    { containerName: 'log-router', condition: 'START' },
  ]);
});

test('an edge that would close a circle is refused as it is drawn, and the circle is named', async ({
  designer,
  page,
}) => {
  const { canvas } = designer;
  const before = await designer.text();
  // Away from the rim, at which the picture is pushed along.
  await canvas.drag(canvas.card('app').locator('.card-out'), { x: -40, y: 100 }, async () => {
    await canvas.card('envoy').hover({ force: true });
    await expect(canvas.root.getByText('would close a circle', { exact: true })).toBeVisible();
  });
  const refusal = page
    .locator('.toasts')
    .getByText(/would close a circle.*: envoy waits for app waits for envoy/);
  await expect(refusal).toBeVisible();
  await expect(canvas.root.getByText('would close a circle', { exact: true })).toHaveCount(0);
  await expect.poll(() => designer.text()).toBe(before);
});

test('a condition that ECS refuses says why and offers what makes it possible', async ({
  designer,
  page,
}) => {
  await designer.canvas.connect('log-router', 'envoy');
  const list = page.getByRole('dialog', { name: 'envoy waits for log-router' });
  await expect(list.getByText('ECS refuses this').first()).toBeVisible();
  await list.getByRole('button', { name: 'Make log-router non-essential' }).first().click();
  const { containerDefinitions = [] } = await designer.task();
  expect(containerDefinitions.find(({ name }) => name === 'log-router')?.essential).toBe(false);
  expect(containerDefinitions.find(({ name }) => name === 'envoy')?.dependsOn).toEqual([
    { containerName: 'log-router', condition: 'COMPLETE' },
  ]);
});

test('a moved card stays where it was put, also after a reload, and the text does not change', async ({
  designer,
}) => {
  const { canvas } = designer;
  const text = await designer.text();
  const below = async () => {
    const [app, envoy] = [await canvas.card('app').boundingBox(), await canvas.card('envoy').boundingBox()];
    return Math.round(((app?.y ?? 0) - (envoy?.y ?? 0)) / (app?.height ?? 1) / 0.05);
  };
  const before = await below();
  await canvas.move('app', { x: -20, y: 110 });
  const after = await below();
  expect(after).toBeGreaterThan(before + 10);
  await expect.poll(() => designer.text()).toBe(text);
  await designer.page.reload();
  await expect(canvas.card('app')).toBeVisible();
  await expect.poll(below).toBe(after);
});

test('a sidecar dropped on the canvas wires itself, and one undo takes all of it away', async ({
  designer,
}) => {
  await designer.run('Open the example Blank task');
  const before = await designer.text();
  await designer.entry('sidecar-firelens-router').click();
  const { containerDefinitions = [] } = await designer.task();
  expect(containerDefinitions).toHaveLength(2);
  expect(
    containerDefinitions.filter(({ logConfiguration }) => logConfiguration?.logDriver === 'awsfirelens'),
  ).toHaveLength(1);
  await designer.undo();
  await expect.poll(() => designer.text()).toBe(before);
});

test('a sidecar that cannot be wired says why, and goes in when its way out is taken', async ({
  designer,
  page,
}) => {
  await designer.run('Open the example Windows');
  const windows = await designer.text();
  await designer.run('Add: FireLens router');
  await expect(page.getByText(/The task runs on Windows, and the image of this sidecar/)).toBeVisible();
  await expect.poll(() => designer.text()).toBe(windows);

  await designer.run('Open the example Blank task');
  const blank = await designer.text();
  await page.locator('body').focus();
  const odd = blank.replace(/"logConfiguration": \{[\s\S]*?\n {6}\}/, '"logConfiguration": "see the wiki"');
  await pasteText(page, odd);
  await page.getByRole('button', { name: 'Replace what is on the canvas' }).click();
  await expect.poll(() => designer.text()).toBe(odd);
  await designer.run('Add: FireLens router');
  await expect(page.getByText(/logConfiguration holds no value that ECS takes there/)).toBeVisible();
  await expect.poll(() => designer.text()).toBe(odd);
  await page.getByRole('button', { name: 'Replace it' }).click();
  await expect(designer.canvas.card('log-router')).toBeVisible();
  const { containerDefinitions = [] } = await designer.task();
  expect(containerDefinitions[0]?.logConfiguration?.logDriver).toBe('awsfirelens');
});

test('deleting a container takes every reference to it along', async ({ designer, page }) => {
  await designer.canvas.select('envoy');
  await page.keyboard.press('Delete');
  await expect(designer.canvas.card('envoy')).toBeHidden();
  await expect.poll(() => designer.text()).not.toContain('envoy');
});

/** Pairs of lines that differ between two texts of the same number of lines. */
function differingLines(before: string, after: string): [string | undefined, string | undefined][] {
  const old = before.split('\n');
  const fresh = after.split('\n');
  expect(fresh).toHaveLength(old.length);
  return old.flatMap((line, index): [string | undefined, string | undefined][] =>
    line === fresh[index] ? [] : [[line, fresh[index]]],
  );
}
