/** Saves, at start, what pages left unsaved when they died. */
import type { Journal } from './journal.ts';
import type { Library } from './library.ts';

export interface Recovered {
  /** The design that now holds the text: the one that it belonged to, or a copy when that had moved on. */
  readonly id: string;
  readonly isCopy: boolean;
}

/** Whether the page of that token is still open: what it has not saved is its own affair. */
export type IsOpen = (tab: string) => Promise<boolean>;

async function recoverEntry(
  library: Library,
  journal: Journal,
  entry: ReturnType<Journal['left']>[number],
): Promise<Recovered | undefined> {
  const stored = await library.load(entry.id);
  if (stored.status === 'loaded' && stored.record.file === entry.file) {
    journal.removeLeft(entry);
    return undefined;
  }
  const { name, file, containers } = entry;
  const result = await library.save(
    entry.id,
    { file, containers, ...(name === undefined ? {} : { name }) },
    entry.revision,
  );
  switch (result.status) {
    case 'saved':
      journal.removeLeft(entry);
      return { id: entry.id, isCopy: false };
    case 'conflict':
      journal.removeLeft(entry);
      return { id: result.kept.id, isCopy: true };
    case 'blocked':
      if (result.revision === undefined) return undefined;
      // It is in memory only: this page answers for the entry from now on.
      if (journal.write({ ...entry, revision: result.revision })) journal.removeLeft(entry);
      return { id: entry.id, isCopy: false };
    case 'full':
      return undefined;
    default:
      return result satisfies never;
  }
}

/** Saves every entry that a closed page left, oldest first. What cannot be saved stays in the journal. */
export async function recover(
  library: Library,
  journal: Journal,
  isOpen: IsOpen,
): Promise<readonly Recovered[]> {
  const recovered: Recovered[] = [];
  for (const entry of journal.left()) {
    if (await isOpen(entry.tab)) continue;
    try {
      const result = await recoverEntry(library, journal, entry);
      if (result) recovered.push(result);
    } catch {
      // The browser refuses: the entry waits for the next start.
    }
  }
  return recovered;
}
