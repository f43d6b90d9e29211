import type { Locator, Page } from 'playwright/test';
import { expect } from '../fixtures.ts';

/** The panel below in a user's hands: the run, what may go otherwise, the table of events. */
export class TimelinePage {
  readonly page: Page;
  readonly root: Locator;
  readonly axis: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('#timeline-panel');
    this.axis = this.root.getByRole('slider', { name: 'Second shown on the canvas' });
  }

  async show(tab: 'Timeline' | 'What if' | 'Events'): Promise<void> {
    await this.root.getByRole('tab', { name: tab }).click();
    await expect(this.root.getByRole('tabpanel')).toBeVisible();
  }

  /** What stands beside the run in "What if": the segment that shows it. */
  beside(name: 'Blast radius' | 'Spread' | 'Must hold' | 'Real run'): Locator {
    return this.root.getByRole('radio', { name });
  }

  /** Takes the playhead to a second, by the keys of the axis. */
  async goTo(second: number): Promise<void> {
    await this.axis.focus();
    await this.page.keyboard.press('Home');
    const fives = Math.round(second / 5);
    for (let five = 0; five < fives; five += 1) await this.page.keyboard.press('PageUp');
    const tenths = Math.round((second - fives * 5) * 10);
    const step = tenths < 0 ? 'Shift+ArrowLeft' : 'Shift+ArrowRight';
    for (let tenth = 0; tenth < Math.abs(tenths); tenth += 1) await this.page.keyboard.press(step);
    await expect(this.axis).toHaveAttribute('aria-valuetext', `${second.toFixed(1)} seconds`);
  }

  /** The name of a lane; it carries the lane in words. */
  lane(name: string): Locator {
    return this.root
      .locator('.timeline-name')
      .and(this.page.getByRole('button', { name: new RegExp(`^${name}: `) }));
  }

  /** A bar in a lane by its state: `not-ready`, `running` … */
  bar(container: string, state: string): Locator {
    return this.root.locator(`[data-lane="${container}"] .timeline-bar-${state}`).first();
  }

  /** The condition of a gate, in the lane that waited. */
  gate(waits: string, on: string): Locator {
    return this.root.locator(`g[data-mark="${waits}"][data-waits-for="${on}"]:has(.timeline-gate)`);
  }

  exit(container: string): Locator {
    return this.root.locator(`[data-lane="${container}"] [data-exit]`);
  }

  /** Drags the end of a bar by so many times its own width. */
  async stretch(bar: Locator, times: number): Promise<void> {
    // The drawing takes its width while its neighbours arrive: a bar is grasped when it stands still.
    await expect(bar).toBeVisible();
    let seen = '';
    await expect
      .poll(async () => {
        const before = seen;
        seen = JSON.stringify(await bar.boundingBox());
        return seen !== 'null' && seen === before;
      })
      .toBe(true);
    const box = await bar.boundingBox();
    if (box === null) throw new Error('the bar is not on screen');
    const [x, y] = [box.x + box.width - 1, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + box.width * times, y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** The button that names the scenario on screen and opens the list of all. */
  scenario(name: string): Locator {
    return this.root.locator('.scenario-menu').filter({ hasText: name });
  }

  /** Chooses a control in the menu of a lane. */
  async choose(container: string, control: string): Promise<void> {
    await this.root.getByRole('button', { name: `What if ${container} …` }).click();
    await this.page.getByRole('menuitem', { name: control, exact: true }).click();
  }

  /** The panel that stands beside the run. */
  side(): Locator {
    return this.root.getByRole('region', { name: 'Beside the run' });
  }

  /** What the run amounts to, in words. */
  callouts(): Locator {
    return this.root.getByRole('status');
  }
}
