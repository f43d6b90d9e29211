/** Adding, as commands: the same entries that the Add panel lists. */
import { addEntries } from './addEntries.ts';
import type { Command } from './command.ts';

export const addCommands: readonly Command[] = addEntries.map((entry) => ({
  id: `add-${entry.id}`,
  label: entry.group === 'Examples' ? `Open the example ${entry.label}` : `Add: ${entry.label}`,
  group: 'Add' as const,
  words: `${entry.group} ${entry.why}`,
  run: () => entry.add({}),
}));
