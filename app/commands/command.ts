/** What a command is: one row of the one table behind menus, shortcuts and the command palette. */

export type CommandGroup = 'Design' | 'Edit' | 'Add' | 'Selection' | 'View' | 'Timeline' | 'Help';

export interface Command {
  readonly id: string;
  readonly label: string;
  readonly group: CommandGroup;
  /** Shortcuts as `Mod+Shift+Z`, `Delete`, `?`; Mod is ⌘ on a Mac and Ctrl elsewhere. The first one is shown. */
  readonly keys?: readonly string[];
  /** Further words under which the palette finds it. */
  readonly words?: string;
  /** Why it cannot run now, in a few words; absent when it can. */
  disabled?(): string | undefined;
  run(): void | Promise<void>;
}
