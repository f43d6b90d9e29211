import type { Locator, Page } from 'playwright/test';

/** The list of problems in a user's hands. */
export class ProblemsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: /^Problems\b/ }).click();
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: 'Problems' });
  }

  /** The filter with its count: "Errors 8". */
  filter(words: string | RegExp): Locator {
    return this.page.getByRole('radio', { name: words });
  }

  async show(words: string | RegExp): Promise<void> {
    // The radio itself lies under its label.
    await this.filter(words).check({ force: true });
  }

  /** A finding by words of its title or message. */
  row(words: string | RegExp): Locator {
    return this.list.locator('.finding').filter({ hasText: words });
  }

  get rows(): Locator {
    return this.list.locator('.finding');
  }

  /** Goes to the place of a finding. */
  async follow(words: string | RegExp): Promise<void> {
    await this.row(words).locator('.finding-link').click();
  }

  /** Opens the menu of a finding and picks from it. */
  async pick(words: string | RegExp, item: string): Promise<void> {
    await this.row(words)
      .getByRole('button', { name: /^More for: / })
      .click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  get fixAll(): Locator {
    return this.page.getByRole('button', { name: /^Fix all \d+ that are safe$/ });
  }

  get fixed(): Locator {
    return this.page.getByRole('region', { name: 'What was fixed' });
  }

  get silenced(): Locator {
    return this.page.getByRole('region', { name: 'Silenced' });
  }

  /** Picks from the menu of the panel. */
  async more(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More for the problems' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }
}
