import { expect, test } from './designer.ts';
import { heldBack } from './fixtures.ts';
import { TimelinePage } from './pages/TimelinePage.ts';

test('the text is there before the editor, which takes its place without a jump; a card reveals its lines, the cursor selects the card, and what an action changed can be opened', async ({
  designer,
  page,
}) => {
  await test.step('the editor takes the place of the text without a jump', async () => {
    const placeOf = (selector: string) =>
      page.evaluate((lines) => {
        const line = [...document.querySelectorAll(lines)].find(({ textContent }) =>
          textContent?.includes('"family"'),
        );
        if (line === undefined) return undefined;
        const words = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let word = words.nextNode();
        while (word?.textContent?.trim() === '') word = words.nextNode();
        if (word === null) return undefined;
        const range = document.createRange();
        range.setStart(word, (word.textContent ?? '').search(/\S/));
        range.setEnd(word, word.textContent?.length ?? 0);
        const { left, top } = range.getBoundingClientRect();
        return { left, top };
      }, selector);
    const letEditorCome = await heldBack(page, /\/assets\/Editor-[^/]*\.js$/);
    await page.getByRole('tab', { name: 'JSON' }).click();
    await expect.poll(() => placeOf('.json-static code')).toBeDefined();
    const before = await placeOf('.json-static code');
    letEditorCome();
    await expect(page.locator('.json-static')).toHaveCount(0);
    const jump = async () => {
      const after = await placeOf('.view-line');
      if (before === undefined || after === undefined) return Number.POSITIVE_INFINITY;
      return Math.hypot(after.left - before.left, after.top - before.top);
    };
    await expect.poll(jump).toBeLessThan(0.5);
  });
  await test.step('selecting a card reveals its lines, and the cursor selects the card', async () => {
    await designer.canvas.select('app');
    await expect(page.locator('.view-line').filter({ hasText: '"app"' }).first()).toBeVisible();
    await designer.findInJson('"name": "envoy"');
    await page.keyboard.press('ArrowRight');
    await expect(designer.canvas.card('envoy')).toHaveClass(/\bselected\b/);
  });
  await test.step('the diff of an action on the canvas can be opened', async () => {
    await designer.canvas.essential('secrets-init').click();
    await page.getByRole('button', { name: /What changed/ }).click();
    const changed = page.getByRole('region', { name: 'What changed' });
    await expect(changed.locator('.diff-remove')).toContainText('"essential": false');
    await expect(changed.locator('.diff-add')).toContainText('"essential": true');
  });
});

test('what is typed in the JSON is followed by the card, which stays where it is, by the edge and by the run', async ({
  designer,
  page,
}) => {
  await test.step('a name typed letter by letter keeps the card where it is', async () => {
    await designer.openJson();
    const card = designer.canvas.card('secrets-init');
    await designer.canvas.select('secrets-init');
    const before = await card.boundingBox();
    const text = await designer.text();
    await designer.findInJson('"secrets-init"');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    for (const letter of ['-', 'n', 'e', 'w']) await page.keyboard.press(letter);
    const renamed = designer.canvas.card('secrets-init-new');
    await expect(renamed).toBeVisible();
    const after = await renamed.boundingBox();
    expect({ x: Math.round(after?.x ?? 0), y: Math.round(after?.y ?? 0) }).toEqual({
      x: Math.round(before?.x ?? 0),
      y: Math.round(before?.y ?? 0),
    });
    await expect(async () => {
      await page.keyboard.press('ControlOrMeta+Z');
      await expect.poll(() => designer.text(), { timeout: 1_500 }).toBe(text);
    }).toPass();
    await expect(card).toBeVisible();
  });
  await test.step('what a key does not change is not drawn anew', async () => {
    await designer.saved();
    const drawn = await page.evaluateHandle(() => {
      const parts = '.topbar > :not(.topbar-saving), .react-flow__node, .react-flow__edge, .timeline-svg';
      const seen: string[] = [];
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          const part = element?.closest(parts);
          if (part) seen.push(part.getAttribute('data-id') ?? part.getAttribute('class') ?? '');
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      return seen;
    });
    await designer.findInJson('/envoy:v1.31.2');
    await page.keyboard.press('ArrowRight');
    const card = designer.canvas.card('envoy');
    await page.keyboard.press('7');
    await expect(card).toContainText('v1.31.27');
    await designer.saved();
    await drawn.evaluate((seen) => seen.splice(0));
    await page.keyboard.press('8');
    await expect(card).toContainText('v1.31.278');
    await designer.saved();
    expect([...new Set(await drawn.jsonValue())]).toEqual(['container:envoy']);
    for (let typed = 0; typed < 2; typed += 1) await page.keyboard.press('Backspace');
  });
  await test.step('another condition is followed by the edge and by the run', async () => {
    const timeline = new TimelinePage(page);
    await expect(timeline.lane('app')).toHaveAccessibleName(/pull 12\.0 s to/);
    await designer.findInJson('HEALTHY');
    await page.keyboard.type('START');
    await expect(designer.canvas.edge('app', 'envoy')).toHaveAccessibleName(/START/);
    await expect(timeline.lane('app')).toHaveAccessibleName(/pull 3\.0 s to/);
    // Letters typed slowly are taken back in more than one step.
    await expect(async () => {
      await designer.undo();
      await expect(timeline.lane('app')).toHaveAccessibleName(/pull 12\.0 s to/, { timeout: 1_500 });
    }).toPass();
  });
  await test.step('a whole task that is pasted is shown as a whole', async () => {
    const names = ['one', 'two', 'three', 'four', 'five'];
    const containerDefinitions = names.map((name, index) => ({
      name,
      image: 'a:1',
      memory: 64,
      ...(index > 0 ? { dependsOn: [{ containerName: names[index - 1], condition: 'START' }] } : {}),
    }));
    const summary = page.locator('.topbar-task');
    await expect(summary).toHaveText('Fargate · awsvpc · 1 vCPU · 2 GB');
    await designer.replaceText(JSON.stringify({ family: 'chain', containerDefinitions }, null, 2));
    await expect(summary).toHaveText('Any capacity · bridge');
    for (const name of names) await expect(designer.canvas.card(name)).toBeInViewport({ ratio: 0.99 });
  });
});

test('text that is no JSON is kept, said and saved, and the canvas goes on showing the last state', async ({
  designer,
  page,
}) => {
  await designer.openJson();
  const text = await designer.text();
  const broken = text.replace('"containerDefinitions": [', '"containerDefinitions": [ {,');
  await designer.replaceText(broken);
  await expect(page.getByText(/other views show the last state that could be read/)).toBeVisible();
  const asCommand = page.getByRole('button', { name: 'AWS CLI' });
  await expect(asCommand).toBeDisabled();
  await expect(designer.canvas.card('app')).toBeVisible();
  await expect.poll(() => designer.text()).toBe(broken);
  await designer.saved();
  await page.reload();
  await expect(page.getByText(/It is kept as you type it|cannot be read/).first()).toBeVisible();
  await expect.poll(() => designer.text()).toBe(broken);
  await designer.openJson();
  await designer.replaceText(text);
  await expect(page.getByText(/other views show the last state/)).toBeHidden();
  await expect(asCommand).toBeEnabled();
  await designer.canvas.still();
  await expect(designer.canvas.card('app')).toBeInViewport({ ratio: 1 });
  await designer.canvas.essential('app').click();
  await expect.poll(() => designer.text()).not.toBe(text);
});

test('the editor completes and explains members, lights up what an action changed, formats and leaves as a command', async ({
  designer,
  page,
}) => {
  await designer.run('Find and replace in the JSON');
  await expect(page.getByRole('textbox', { name: 'Replace' })).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press('Escape');
  await designer.openJson();
  const lit = page.locator('.json-lit');
  // Waited for frame by frame from before: a busy machine would look when it has gone out again.
  await Promise.all([
    lit.first().waitFor({ state: 'attached' }),
    designer.canvas.essential('secrets-init').click(),
  ]);
  await expect(page.locator('.view-line').filter({ hasText: '"essential": true' }).first()).toBeVisible();
  await expect(lit).toHaveCount(0);
  await designer.undo();

  const before = await designer.text();
  await page
    .locator('.view-line span')
    .filter({ hasText: /^"startTimeout"$/ })
    .first()
    .hover();
  await expect(page.locator('.monaco-hover').filter({ visible: true })).toContainText(/seconds|wait/i);

  await designer.findInJson('"essential": false');
  for (const key of ['ArrowRight', 'End', 'Enter', 'Control+Space']) await page.keyboard.press(key);
  const offered = page.locator('.suggest-widget.visible');
  await expect(offered.getByRole('option', { name: /^dependsOn\b/ })).toBeVisible();
  await expect(offered.getByRole('option', { name: /^startTimeout\b/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(offered).toBeHidden();

  // Four blanks stay four, two stay two, and two are the rule where one line does not tell.
  const task: unknown = JSON.parse(before);
  const wide = JSON.stringify(task, null, 4);
  await designer.replaceText(wide.replace('"family": ', '"family":'));
  await designer.run('Format the JSON');
  await expect.poll(() => designer.text()).toBe(wide);
  await designer.replaceText(JSON.stringify(task));
  await expect.poll(() => designer.text()).toBe(JSON.stringify(task));
  await designer.run('Format the JSON');
  await expect.poll(() => designer.text()).toBe(JSON.stringify(task, null, 2));

  await page.getByRole('button', { name: 'AWS CLI' }).click();
  await expect(page.getByText(/copied/i).first()).toBeVisible();
});

test('the text is formatted also when that is asked for before the editor is there', async ({ designer }) => {
  await designer.run('Format the JSON');
  await expect.poll(() => designer.text()).toContain('"requiresCompatibilities": [\n    "FARGATE"\n  ]');
});
