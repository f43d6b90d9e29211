import type { Locator, Page } from 'playwright/test';
import { expect } from '../fixtures.ts';

/** The canvas as a user works on it: cards, edges, drags. */
export class CanvasPage {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByTestId('canvas');
  }

  /** The card of a container. */
  card(name: string): Locator {
    return this.root.locator('.react-flow__node-container').filter({
      has: this.page.locator(`[data-container="${name}"]`),
    });
  }

  /** Selects a card by a click on its name; a picture that was still being arranged may move from under the first. */
  async select(name: string): Promise<void> {
    await expect(async () => {
      await this.card(name).locator('.card-name').click();
      await expect(this.card(name)).toHaveClass(/\bselected\b/, { timeout: 1_500 });
    }).toPass();
  }

  volume(name: string): Locator {
    return this.root.locator('.react-flow__node-volume').filter({ hasText: name });
  }

  /** A note; the first one where there are several. */
  note(): Locator {
    return this.root.locator('.react-flow__node-note').first();
  }

  cards(): Locator {
    return this.root.locator('.react-flow__node-container');
  }

  /** The edge between two containers, by what it is called for a screen reader. */
  edge(waits: string, waitedFor: string): Locator {
    return this.root.getByRole('group', { name: new RegExp(`^${waits} waits for ${waitedFor}:`) });
  }

  mountEdge(container: string, volume: string): Locator {
    return this.root.getByRole('group', { name: new RegExp(`^${container} mounts ${volume} `) });
  }

  essential(name: string): Locator {
    return this.root.getByRole('switch', { name: new RegExp(`^${name}: Essential`) });
  }

  /** Draws a line from a card's right handle to another card. */
  async connect(waitedFor: string, waits: string): Promise<void> {
    await this.dragBetween(this.card(waitedFor).locator('.card-out'), this.card(waits).locator('.card-in'));
  }

  async dragBetween(from: Locator, to: Locator): Promise<void> {
    await this.still();
    const [a, b] = [await centre(from), await centre(to)];
    await this.page.mouse.move(a.x, a.y);
    await this.page.mouse.down();
    await this.page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2, { steps: 4 });
    await this.page.mouse.move(b.x, b.y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** Waits until the picture has stood still for some frames: a fit follows two frames after its order. */
  async still(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let last: string | null = '';
          let frames = 0;
          const look = () => {
            const now = document.querySelector('.react-flow__viewport')?.getAttribute('style') ?? null;
            frames = now === last ? frames + 1 : 0;
            last = now;
            if (frames > 6) resolve();
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
  }

  /** Takes a card by its name and puts it so far to the right and down, in pixels of the screen. */
  async move(name: string, by: { x: number; y: number }): Promise<void> {
    await this.drag(this.card(name).locator('.card-name'), by);
  }

  /**
   * Takes something by its middle and puts it so far to the right and down, in pixels of the screen; `onTheWay` looks at
   * it before it is let go.
   */
  async drag(what: Locator, by: { x: number; y: number }, onTheWay = async () => {}): Promise<void> {
    await this.still();
    const a = await centre(what);
    await this.page.mouse.move(a.x, a.y);
    await this.page.mouse.down();
    await this.page.mouse.move(a.x + by.x, a.y + by.y, { steps: 10 });
    await onTheWay();
    await this.page.mouse.up();
  }

  /** Draws a box around some cards with Shift down. */
  async box(...names: readonly string[]): Promise<void> {
    await this.still();
    const boxes = await Promise.all(names.map(async (name) => boxOf(this.card(name))));
    await this.page.keyboard.down('Shift');
    await this.page.mouse.move(
      Math.min(...boxes.map(({ x }) => x)) - 8,
      Math.min(...boxes.map(({ y }) => y)) - 8,
    );
    await this.page.mouse.down();
    await this.page.mouse.move(
      Math.max(...boxes.map(({ x, width }) => x + width)) + 8,
      Math.max(...boxes.map(({ y, height }) => y + height)) + 8,
      { steps: 8 },
    );
    await this.page.mouse.up();
    await this.page.keyboard.up('Shift');
  }

  /** How far something lies right of and below a card, in tenths of the card's height: whatever the zoom is. */
  async offset(what: Locator, from: string): Promise<readonly [x: number, y: number]> {
    const [a, b] = [await boxOf(what), await boxOf(this.card(from))];
    return [Math.round(((a.x - b.x) / b.height) * 10), Math.round(((a.y - b.y) / b.height) * 10)];
  }

  /** Chooses one of the four conditions in the list that is open. */
  async chooseCondition(condition: 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY'): Promise<void> {
    const list = this.page.getByRole('dialog', { name: / waits for / });
    await expect(list).toBeVisible();
    await list
      .getByRole('button', { name: new RegExp(`\\b${condition}\\b`) })
      .first()
      .click();
    await expect(list).toBeHidden();
  }
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${locator} is not on screen`);
  return box;
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
}
