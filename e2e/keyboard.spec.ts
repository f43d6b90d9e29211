import type { Page } from 'playwright/test';
import { expect, test } from './designer.ts';

interface Stop {
  readonly name: string;
  readonly inDialog: boolean;
  /** Whether something is drawn round it, or, where that stands in for it, round its frame. */
  readonly ringed: boolean;
  readonly visible: boolean;
}

const NOWHERE = 'nowhere';

/** Notes from now on where the keyboard is after each Tab. */
async function noteStops(page: Page): Promise<void> {
  await page.evaluate((nowhere) => {
    const stops: Stop[] = [];
    Object.assign(window, { stops });
    addEventListener('keyup', ({ key }) => {
      if (key !== 'Tab') return;
      const stop = document.activeElement ?? document.body;
      const frame = stop.closest('.input') ?? stop;
      const { left, top, right, bottom } = stop.getBoundingClientRect();
      stops.push({
        name:
          stop === document.body
            ? nowhere
            : (stop.getAttribute('aria-label') ??
              (stop as HTMLInputElement).labels?.[0]?.textContent ??
              stop.textContent ??
              ''),
        inDialog: stop.closest('dialog[open]') !== null,
        ringed: getComputedStyle(frame).outlineStyle !== 'none',
        visible: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight,
      });
    });
  }, NOWHERE);
}

async function notedStops(page: Page): Promise<readonly Stop[]> {
  return page.evaluate(() => (window as unknown as { stops: Stop[] }).stops.splice(0));
}

async function pressTab(page: Page, times: number): Promise<readonly Stop[]> {
  for (let pressed = 0; pressed < times; pressed += 1) await page.keyboard.press('Tab');
  return notedStops(page);
}

test('the keyboard reaches all of the first screen and is never lost: held by dialogs, let go by the editor, handed on by what goes away', async ({
  designer,
  page,
}) => {
  await test.step('Tab walks the first screen from end to end, seen at every stop and never lost', async () => {
    await expect(page.getByRole('slider', { name: 'Second shown on the canvas' })).toBeVisible();
    await expect(designer.entry('container')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Family' })).toBeVisible();
    const first = page.getByRole('textbox', { name: 'Name of the design' });
    await first.focus();
    await noteStops(page);
    const stops: Stop[] = [];
    // Once round: the browser's own bar lies between the end and the beginning.
    while (
      stops.length < 200 &&
      stops.at(-1)?.name !== NOWHERE &&
      stops.at(-1)?.name !== 'Name of the design'
    )
      stops.push(...(await pressTab(page, 1)));
    const names = stops.map(({ name }) => name);

    const order = [
      'Undo',
      'Import',
      'Add anything',
      'Container',
      'Payments task',
      'Container envoy, essential',
    ]
      .concat(['Tidy: place all cards by start order', 'Family', 'Play', 'Second shown on the canvas'])
      .map((name) => names.findIndex((each) => each.startsWith(name)));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(names.slice(names.indexOf('Second shown on the canvas') + 1)).toHaveLength(1);
    expect(stops.filter(({ name, visible }) => !visible && name !== NOWHERE)).toEqual([]);
    const canHaveRing = /^(Container |Volume |Log destination |Undo|Redo|Import|Family|Play|Add anything)/;
    expect(stops.filter(({ name, ringed }) => !ringed && canHaveRing.test(name))).toEqual([]);
    // The lines between the cards come after the cards.
    const lastCard = names.findLastIndex((name) => name.startsWith('Container '));
    expect(names.findIndex((name) => name.startsWith('app waits for '))).toBeGreaterThan(lastCard);
    // Nobody tabs through fifty things to add.
    expect(names.indexOf('Payments task') - names.indexOf('Add anything')).toBeLessThan(8);
  });

  await test.step('dialogs hold the keyboard and give it back, the editor lets it go, and what goes away hands it on', async () => {
    for (const [button, dialog] of [
      ['Import', 'Import a task definition'],
      ['Share', 'Share as a link'],
    ] as const) {
      const opener = page.getByRole('banner').getByRole('button', { name: button, exact: true });
      await opener.focus();
      await page.keyboard.press('Enter');
      const opened = page.getByRole('dialog', { name: dialog });
      await expect(opened.locator(':focus')).toHaveCount(1);
      const stops = await pressTab(page, 12);
      expect(stops.filter(({ inDialog, name }) => !inDialog && name !== NOWHERE)).toEqual([]);
      expect(stops.filter(({ inDialog }) => inDialog).length).toBeGreaterThan(8);
      await page.keyboard.press('Escape');
      await expect(opened).toBeHidden();
      await expect(opener).toBeFocused();
    }

    await designer.canvas.select('log-router');
    await page.keyboard.press('Delete');
    await expect(designer.canvas.card('log-router')).toHaveCount(0);
    await expect(page.locator('.react-flow__node:focus')).toHaveCount(1);

    await designer.openJson();
    const text = await designer.text();
    await page.getByRole('button', { name: 'More for the JSON' }).focus();
    await page.keyboard.press('Tab');
    const editor = page.getByRole('textbox', { name: 'Task definition as JSON' });
    await expect(editor).toBeFocused();
    await expect(page.getByText('leaves the editor')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await expect(editor).not.toBeFocused();
    await expect(page.getByText('leaves the editor')).toBeHidden();
    await expect.poll(() => designer.text()).toBe(text);
  });

  await test.step('a tip whose dialog goes in the moment in which it opens is no end of the page', async () => {
    await page.evaluate(() => {
      const { closest } = Element.prototype;
      Element.prototype.closest = function (this: Element, selector: string) {
        return selector.startsWith('dialog[open], main')
          ? document.createElement('dialog')
          : closest.call(this, selector);
      };
    });
    const redo = page.getByRole('button', { name: 'Redo' });
    await redo.focus();
    await expect(redo).toHaveAttribute('aria-describedby', /./);
    await expect(designer.canvas.card('app')).toBeVisible();
  });
});

test('who has the keyboard nowhere has it nowhere after a dialog: the message that comes does not hold it', async ({
  designer,
  page,
}) => {
  await designer.run('Redis cache');
  await expect(page.locator('.toasts-toast')).toBeVisible();
  await designer.saved();
  await expect(page.locator(':focus')).toHaveCount(0);
  await designer.run('Import a task definition');
  const dialog = page.getByRole('dialog', { name: 'Import a task definition' });
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await designer.canvas.still();
  await expect(page.locator(':focus')).toHaveCount(0);
});
