import { expect, test } from './designer.ts';

test('undo leads all the way back and forward again, byte by byte: a toggle of one word, a sidecar, a copy, a deletion with every reference, a volume', async ({
  designer,
  page,
}) => {
  const { canvas } = designer;
  const before = await designer.text();
  const texts = [before];
  const step = async (act: () => Promise<void>) => {
    await act();
    const text = await designer.text();
    texts.push(text);
    return text;
  };
  const toggled = await step(() => canvas.essential('envoy').click());
  expect(differingLines(before, toggled)).toEqual([
    ['      "essential": true,', '      "essential": false,'],
  ]);
  await step(() => designer.run('Add: Cache'));
  await step(() => page.keyboard.press('ControlOrMeta+D'));
  const without = await step(async () => {
    await canvas.select('envoy');
    await page.keyboard.press('Delete');
    await expect(canvas.card('envoy')).toBeHidden();
  });
  expect(without).not.toContain('envoy');
  // With it goes what routes the logs of another through it.
  await step(async () => {
    await canvas.select('log-router');
    await page.keyboard.press('Delete');
    await expect(canvas.card('log-router')).toBeHidden();
  });
  await step(() => designer.entry('volume-task-volume').click());
  expect(new Set(texts).size).toBe(7);

  for (const text of texts.toReversed().slice(1)) {
    await designer.undo();
    await expect.poll(() => designer.text()).toBe(text);
  }
  for (const text of texts.slice(1)) {
    await designer.redo();
    await expect.poll(() => designer.text()).toBe(text);
  }
});

test('edges are drawn by hand and by keys: one that closes a circle is refused, one is written and taken off, one that ECS refuses is made possible', async ({
  designer,
  page,
}) => {
  const { canvas } = designer;
  const before = await designer.text();
  const edge = canvas.edge('envoy', 'log-router');
  const list = page.getByRole('dialog', { name: 'envoy waits for log-router' });
  const waits = async () => {
    const { containerDefinitions = [] } = await designer.task();
    return containerDefinitions.find(({ name }) => name === 'envoy')?.dependsOn;
  };

  await test.step('an edge that would close a circle is refused as it is drawn, and the circle is named', async () => {
    // Away from the rim, at which the picture is pushed along.
    await canvas.drag(canvas.card('app').locator('.card-out'), { x: -40, y: 100 }, async () => {
      await canvas.card('envoy').hover({ force: true });
      await expect(canvas.root.getByText('would close a circle', { exact: true })).toBeVisible();
    });
    await expect(
      page.locator('.toasts').getByText(/would close a circle.*: envoy waits for app waits for envoy/),
    ).toBeVisible();
    await expect(canvas.root.getByText('would close a circle', { exact: true })).toHaveCount(0);
    await expect.poll(() => designer.text()).toBe(before);
  });

  const place = () => page.locator('.react-flow__viewport').getAttribute('style');
  const atFirst = await place();

  await test.step('an edge drawn by hand onto a card asks for its condition and writes one line; the picture stays in view as a whole', async () => {
    // Anywhere on the card: nobody aims at a dot.
    await canvas.dragBetween(canvas.card('log-router').locator('.card-out'), canvas.card('envoy'));
    await canvas.chooseCondition('START');
    await expect(edge).toBeAttached();
    expect(await waits()).toEqual([{ containerName: 'log-router', condition: 'START' }]);
    await expect(canvas.card('app')).toBeInViewport({ ratio: 0.99 });
  });

  await test.step('it is taken off and drawn again with the keyboard alone', async () => {
    await edge.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await expect(edge).toHaveCount(0);
    await expect.poll(() => designer.text()).toBe(before);
    await expect.poll(place).toBe(atFirst);

    await canvas.card('envoy').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('d');
    const menu = page.getByRole('menu', { name: 'envoy depends on' });
    await expect(menu).toBeVisible();
    await page.keyboard.press('l');
    await expect(menu.getByRole('menuitem', { name: 'log-router' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(list).toBeVisible();
    await page.keyboard.press('1');
    await expect(list).toBeHidden();
    await expect(edge).toBeAttached();
    await designer.undo();
    await expect(edge).toHaveCount(0);
  });

  await test.step('a condition that ECS refuses says why and offers what makes it possible; what was zoomed by hand stays', async () => {
    await page.keyboard.press('-');
    await canvas.still();
    const zoomed = await place();
    await canvas.connect('log-router', 'envoy');
    await expect(list.getByText('ECS refuses this').first()).toBeVisible();
    await list.getByRole('button', { name: 'Make log-router non-essential' }).first().click();
    const { containerDefinitions = [] } = await designer.task();
    expect(containerDefinitions.find(({ name }) => name === 'log-router')?.essential).toBe(false);
    expect(await waits()).toEqual([{ containerName: 'log-router', condition: 'COMPLETE' }]);
    await canvas.still();
    expect(await place()).toBe(zoomed);
  });
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
