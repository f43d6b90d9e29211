/** The last resort: the text that is not yet saved, written at once and synchronously, for when the page dies. */

export interface JournalEntry {
  readonly id: string;
  /** Which page wrote it. */
  readonly tab: string;
  readonly name?: string;
  readonly file: string;
  readonly containers: number;
  /** The stored revision that the text goes on from. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Journal {
  /** Puts the text in place of the former entry of this page for this design; false when there is no room or no storage. */
  write(entry: Omit<JournalEntry, 'tab'>): boolean;
  /** Takes this page's entry for a design away, as it is saved. */
  remove(id: string): void;
  /** Entries that other pages left, of this design or another; unreadable ones are passed over and stay. */
  left(): readonly JournalEntry[];
  removeLeft(entry: JournalEntry): void;
  /** All entries of all pages. */
  clear(): void;
}

type Keys = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'task-designer.journal.';

function keyOf(tab: string, id: string): string {
  return `${prefix}${tab}.${id}`;
}

function readEntry(text: string | null): JournalEntry | undefined {
  try {
    const entry: unknown = JSON.parse(text ?? '');
    if (typeof entry !== 'object' || entry === null) return undefined;
    const { id, tab, name, file, containers, revision, at } = entry as Record<string, unknown>;
    if (typeof id !== 'string' || typeof tab !== 'string' || typeof file !== 'string') return undefined;
    if (typeof containers !== 'number' || typeof revision !== 'number' || typeof at !== 'number')
      return undefined;
    return { id, tab, file, containers, revision, at, ...(typeof name === 'string' ? { name } : {}) };
  } catch {
    return undefined;
  }
}

/** The journal in `storage` (localStorage); one that keeps nothing where that is blocked. */
export function createJournal(storage: Keys | undefined, tab: string): Journal {
  const keys = () => {
    const all: string[] = [];
    for (let index = 0; index < (storage?.length ?? 0); index += 1) {
      const key = storage?.key(index);
      if (key?.startsWith(prefix)) all.push(key);
    }
    return all;
  };
  return {
    write(entry) {
      try {
        storage?.setItem(keyOf(tab, entry.id), JSON.stringify({ ...entry, tab }));
        return storage !== undefined;
      } catch {
        return false;
      }
    },
    remove: (id) => storage?.removeItem(keyOf(tab, id)),
    left: () =>
      keys()
        .map((key) => readEntry(storage?.getItem(key) ?? null))
        .filter((entry) => entry !== undefined)
        .filter((entry) => entry.tab !== tab)
        .sort((one, other) => one.at - other.at),
    removeLeft: (entry) => storage?.removeItem(keyOf(entry.tab, entry.id)),
    clear: () => {
      for (const key of keys()) storage?.removeItem(key);
    },
  };
}
