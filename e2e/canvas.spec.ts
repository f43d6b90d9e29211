import { expect, test } from './designer.ts';
import { copiedText, expectAccessible } from './fixtures.ts';

test('a note is written at once, tidy leaves it alone and is one step of undo, both are kept as placed by hand; no word reaches the text', async ({
  designer,
  page,
}) => {
  const { canvas } = designer;
  const text = await designer.text();
  const note = canvas.note();
  const words = note.getByRole('textbox', { name: 'Note' });
  const places = () =>
    Promise.all([
      canvas.offset(canvas.card('app'), 'envoy'),
      canvas.offset(canvas.card('log-router'), 'envoy'),
    ]);

  await test.step('a note is written at once, moved by hand and by keys', async () => {
    await designer.run('Add: Note');
    await expect(words).toBeFocused();
    await page.keyboard.type('Ask Ana before the timeout is raised.');
    await page.keyboard.press('Escape');
    await expect(note).toBeFocused();
    await expectAccessible(page, '.canvas');

    const before = await canvas.offset(note, 'app');
    await canvas.drag(note, { x: 90, y: 20 });
    await expect.poll(async () => (await canvas.offset(note, 'app'))[0]).toBeGreaterThan(before[0] + 5);
    await canvas.still();
    const moved = await canvas.offset(note, 'app');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(async () => (await canvas.offset(note, 'app'))[1]).toBeGreaterThan(moved[1]);
  });

  const tidy = await places();
  await test.step('tidy puts moved cards back by start order, leaves notes alone, and is one step of undo', async () => {
    await canvas.move('app', { x: -60, y: 90 });
    await canvas.move('log-router', { x: 30, y: 30 });
    await expect.poll(async () => (await places())[0][1]).toBeGreaterThan(tidy[0][1] + 5);
    await canvas.still();
    const byHand = await places();
    expect(byHand[1]).not.toEqual(tidy[1]);
    const beside = await canvas.offset(note, 'secrets-init');
    await page.keyboard.press('t');
    await expect.poll(places).toEqual(tidy);
    expect(await canvas.offset(note, 'secrets-init')).toEqual(beside);
    await designer.undo();
    await expect.poll(places).toEqual(byHand);
    await designer.redo();
    await expect.poll(places).toEqual(tidy);
  });

  await test.step('after a reload all stays where it was put: by tidy, by hand, and the note', async () => {
    await canvas.move('log-router', { x: 30, y: 30 });
    await expect.poll(async () => (await places())[1]).not.toEqual(tidy[1]);
    await canvas.still();
    const byHand = await places();
    expect(byHand[0]).toEqual(tidy[0]);
    const placed = await canvas.offset(note, 'app');
    await expect.poll(() => designer.text()).toBe(text);
    await designer.saved();
    await page.reload();
    await expect(words).toHaveValue('Ask Ana before the timeout is raised.');
    await expect.poll(places).toEqual(byHand);
    await expect.poll(() => canvas.offset(note, 'app')).toEqual(placed);
  });

  await test.step('a note is changed in the inspector and taken off', async () => {
    await note.click();
    const field = page.getByRole('textbox', { name: 'Text', exact: true });
    await field.fill('Ask Ben.');
    await field.press('Tab');
    await expect(words).toHaveValue('Ask Ben.');
    expect(await designer.text()).toBe(text);

    await words.focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await expect(note).toHaveCount(0);
    await designer.undo();
    await expect(words).toHaveValue('Ask Ben.');
    await page.getByRole('button', { name: 'Remove the note' }).last().click();
    await expect(note).toHaveCount(0);
  });
});

test('a dragged card takes its lines along; cards in a box move together, are copied as plain JSON, pasted into another task, and go as one', async ({
  designer,
  page,
}) => {
  const { canvas } = designer;

  await test.step('a dragged card takes its lines along on the way, and undo puts both back', async () => {
    const line = canvas.root.locator('[data-id^="dependsOn:"] path').first();
    const label = canvas.root.locator('.edge-condition').first();
    const card = canvas.card('secrets-init');
    const now = async () => ({
      // A line on its way is drawn in a layer above the others.
      d: await canvas.root.locator('.drag-lines path').or(line).last().getAttribute('d'),
      card: await card.boundingBox(),
      label: await label.boundingBox(),
    });
    await canvas.still();
    const before = await now();
    let [setOut, onTheWay] = [before, before];
    await canvas.drag(card.locator('.card-name'), { x: -30, y: 80 }, async () => {
      setOut = await now();
      const box = await card.boundingBox();
      await page.mouse.move((box?.x ?? 0) + 90, (box?.y ?? 0) + 50, { steps: 3 });
      onTheWay = await now();
    });
    expect(setOut.card).not.toEqual(before.card);
    expect(onTheWay.d).not.toBe(setOut.d);
    expect(onTheWay.label).not.toEqual(setOut.label);
    await canvas.still();
    // Let go, the line finds its way between the cards again.
    expect((await now()).d).not.toBe(onTheWay.d);
    expect((await now()).card).toEqual(onTheWay.card);
    await designer.undo();
    await expect.poll(now).toEqual(before);
  });

  const selected = canvas.root.locator('.react-flow__node.selected');
  await canvas.box('envoy', 'log-router');
  await expect(selected).toHaveCount(2);
  await expect(page.getByRole('heading', { name: '2 selected' })).toBeVisible();
  const together = await canvas.offset(canvas.card('log-router'), 'envoy');
  const apart = await canvas.offset(canvas.card('app'), 'envoy');
  await canvas.move('envoy', { x: 40, y: 50 });
  await expect.poll(() => canvas.offset(canvas.card('app'), 'envoy')).not.toEqual(apart);
  await expect.poll(() => canvas.offset(canvas.card('log-router'), 'envoy')).toEqual(together);

  const whole = await designer.task();
  const copied = await copiedText(page, () => page.keyboard.press('ControlOrMeta+C'));
  expect(JSON.parse(copied)).toEqual(
    whole.containerDefinitions?.filter(({ name }) => name === 'envoy' || name === 'log-router'),
  );

  await designer.run('Open the example Blank task');
  await expect(canvas.cards()).toHaveCount(1);
  const blank = await designer.text();
  await page.evaluate((text) => navigator.clipboard.writeText(text), copied);
  await page.keyboard.press('ControlOrMeta+V');
  await expect(canvas.cards()).toHaveCount(3);
  await expect(selected).toHaveCount(2);
  await expect(canvas.card('envoy')).toBeInViewport({ ratio: 0.99 });
  expect((await designer.task()).containerDefinitions?.slice(1)).toEqual(JSON.parse(copied));

  await canvas
    .card('app')
    .locator('.card-name')
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(selected).toHaveCount(3);
  await canvas
    .card('app')
    .locator('.card-name')
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(selected).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect.poll(() => designer.text()).toBe(blank);
  await designer.undo();
  await expect(canvas.cards()).toHaveCount(3);
});
