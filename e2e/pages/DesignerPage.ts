import type { Locator, Page } from 'playwright/test';
import { copiedText, expect, openDesigner, pasteText } from '../fixtures.ts';
import { CanvasPage } from './CanvasPage.ts';

/** The whole screen in a user's hands; the text of the design is read by copying it, as a user would. */
export class DesignerPage {
  readonly page: Page;
  readonly canvas: CanvasPage;

  constructor(page: Page) {
    this.page = page;
    this.canvas = new CanvasPage(page);
  }

  async open(): Promise<void> {
    await openDesigner(this.page);
    await expect(this.canvas.root).toBeVisible();
    const bar = this.page.locator('.topbar');
    await expect(bar.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  }

  /**
   * The present text, by the keys that copy it. Out of a field, a list or a dialog by the palette instead: that works
   * from everywhere, and a field that is left takes what was typed.
   */
  async text(): Promise<string> {
    const keysAreFree = await this.page.evaluate(
      (taken) => !document.querySelector('dialog[open]') && !document.activeElement?.closest(taken),
      'input, textarea, select, [contenteditable], .monaco-editor, [role=menu], [role=listbox], [role=dialog], [role=combobox]',
    );
    return copiedText(this.page, () =>
      keysAreFree ? this.page.keyboard.press('ControlOrMeta+Shift+C') : this.run('Copy the'),
    );
  }

  /** The present task as data. */
  async task(): Promise<TaskJson> {
    return JSON.parse(await this.text()) as TaskJson;
  }

  /** Runs a command from the palette. */
  async run(label: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K');
    // A role is looked for in every element: the palette has fewer of them than the page.
    const palette = this.page.locator('dialog.commands');
    const field = palette.getByRole('combobox', { name: 'Find or run a command' });
    await field.fill(label);
    const found = palette.getByRole('listbox', { name: 'Commands' }).getByRole('option');
    await expect(found.first()).toContainText(label);
    await this.page.keyboard.press('Enter');
    await expect(field).toBeHidden();
  }

  tab(name: 'Inspect' | 'JSON' | 'Problems' | 'Add' | 'Outline'): Locator {
    return this.page.locator('[role=tablist]').getByRole('tab', { name: new RegExp(`^${name}\\b`) });
  }

  /** The entry of the Add panel with this name. */
  entry(id: string): Locator {
    return this.page.locator(`[data-entry="${id}"]`);
  }

  /** Opens the JSON editor and waits until it can be typed in. */
  async openJson(): Promise<void> {
    await this.tab('JSON').click();
    await expect(this.page.locator('.json-editor[data-shown="true"] .view-line').first()).toBeVisible({
      timeout: 15_000,
    });
  }

  /** Selects the first place of a text in the editor, by its own search. */
  async findInJson(text: string): Promise<void> {
    await this.page.locator('.monaco-editor').first().click();
    await this.page.keyboard.press('ControlOrMeta+Home');
    await this.page.keyboard.press('ControlOrMeta+F');
    await expect(this.page.locator('.find-widget.visible')).toBeVisible();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
    await expect(this.page.locator('.find-widget .matchesCount')).toContainText(/^1 of/);
    // An explanation that still floats over the text goes first.
    await expect(async () => {
      await this.page.keyboard.press('Escape');
      await expect(this.page.locator('.find-widget.visible')).toBeHidden({ timeout: 1_000 });
    }).toPass();
    await expect(this.page.locator('.monaco-editor.focused .native-edit-context')).toBeFocused();
    // The search lets go of Enter a timer after it has lost the focus: on a busy machine keys are faster than that.
    await this.page.evaluate(() => new Promise((passed) => setTimeout(passed)));
  }

  /** Replaces the whole text in the editor. */
  async replaceText(text: string): Promise<void> {
    await this.page.locator('.monaco-editor').first().click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await pasteText(this.page, text);
  }

  /** Pastes a text anywhere on the page, outside of every field. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await pasteText(this.page, text);
  }

  /** Takes a text in by pasting it, in place of what is on the canvas. */
  async takeIn(text: string): Promise<void> {
    await this.paste(text);
    await this.page
      .locator('dialog[open]')
      .getByRole('button', { name: 'Replace what is on the canvas' })
      .click();
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('.topbar-saved')).toBeVisible();
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+Z');
  }
}

export interface TaskJson {
  readonly family?: string;
  readonly containerDefinitions?: readonly {
    readonly name?: string;
    readonly essential?: boolean;
    readonly dependsOn?: readonly { readonly containerName: string; readonly condition: string }[];
    readonly mountPoints?: readonly { readonly sourceVolume: string; readonly readOnly?: boolean }[];
    readonly logConfiguration?: { readonly logDriver: string };
    readonly [member: string]: unknown;
  }[];
  readonly volumes?: readonly { readonly name: string }[];
  readonly [member: string]: unknown;
}
