/**
 * The one table of commands: menus, shortcuts, the command palette and the sheet of shortcuts all read it. The palette
 * offers `addCommands` besides: what can be added is not loaded before the canvas.
 */
import { designStore, useDesign } from '../store/designStore.ts';
import { notify } from '../store/viewStore.ts';
import type { Command } from './command.ts';
import { designCommands } from './designCommands.ts';
import { fileCommands } from './fileCommands.ts';
import { selectionCommands } from './selectionCommands.ts';
import { timelineCommands } from './timelineCommands.ts';
import { viewCommands } from './viewCommands.ts';

export const commands: readonly Command[] = [
  ...designCommands,
  ...fileCommands,
  ...selectionCommands,
  ...viewCommands,
  ...timelineCommands,
];

/** A command by its id; an id that is not in the table is our own bug. */
export function commandById(id: string): Command {
  const found = commands.find((command) => command.id === id);
  if (found === undefined) throw new Error(`There is no command ${id}`);
  return found;
}

/** Runs a command, or says why it cannot run now. */
export function runCommand(id: string): void {
  run(commandById(id));
}

/** The same for a command that is not in the table. */
export function run(command: Command): void {
  const reason = command.disabled?.();
  if (reason !== undefined) notify(reason);
  else void attempt(command);
}

/** What a command needs may be fetched only then. */
async function attempt(command: Command): Promise<void> {
  try {
    await command.run();
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    reportError(error);
    notify(`“${command.label}” did not work: ${told}`, 'error', {
      label: 'Try again',
      run: () => run(command),
    });
  }
}

/** Re-renders the caller when a design makes one of these commands possible or impossible, or calls it otherwise. */
export function useCommands(ids: readonly string[]): void {
  useDesign(() =>
    ids
      .map(commandById)
      .map(({ label, disabled }) => `${label}: ${disabled?.()}`)
      .join('\n'),
  );
}

/** Whether the task can be changed other than as text now. */
export function isEditable(): boolean {
  return designStore.getState().reading.whole;
}
