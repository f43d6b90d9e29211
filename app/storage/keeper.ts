/** Keeps the open design: journal, autosave and library together, under whichever id it ends up. */
import type { Autosave, AutosaveTimes, SaveState, WriteOutcome } from './autosave.ts';
import { createAutosave } from './autosave.ts';
import type { Journal } from './journal.ts';
import type { DesignToSave, Library } from './library.ts';

/** What there is to save, made when it is needed: the picture only when it is written. */
export type Snapshot = Omit<DesignToSave, 'thumbnail'> & { readonly thumbnail?: () => string | undefined };

/** How the open design stands. */
export interface Keeping {
  /** Changes when another tab saved the same design first: ours then goes on as a copy. */
  readonly id: string;
  readonly revision: number;
  readonly state: SaveState;
  /** Why it is not saved, while `state` is `full` or `blocked`. */
  readonly reason?: string;
  /** The copy that a conflict made: the id whose text is the other tab's, and the name of ours. */
  readonly conflict?: { readonly theirs: string; readonly name: string };
}

export interface Keeper {
  readonly now: Keeping;
  /**
   * Takes note of a change; the journal has it once it is painted. `snapshot` is called when the design is written, for
   * the last change only.
   */
  changed(snapshot: () => Snapshot): void;
  /** Writes what is unsaved now. */
  flush(): Promise<void>;
  /** The unsaved design, to offer as a download; `undefined` when all is saved. */
  unsaved(): Snapshot | undefined;
  subscribe(listener: (keeping: Keeping) => void): () => void;
  /** Leaves the design, saving what is unsaved first. */
  close(): Promise<void>;
  /** Call when the page may be about to die: writes the journal synchronously, then saves. */
  leave(): void;
}

export interface KeeperParts {
  readonly library: Library;
  readonly journal: Journal;
  readonly id: string;
  /** The stored revision; 0 for a design that was never saved. */
  readonly revision: number;
  /** Milliseconds since 1970. */
  now(): number;
  /** Does the work once the browser has painted what changed, so that nobody waits for it to see what they did. */
  afterPaint(work: () => void): void;
  readonly times?: AutosaveTimes;
}

/** The journal is written with every change up to this length of file; a longer one only when the page is left. */
const journalledLength = 200_000;

function once(make: () => Snapshot): () => Snapshot {
  let made: Snapshot | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export function createKeeper({
  library,
  journal,
  id,
  revision,
  now,
  afterPaint,
  times,
}: KeeperParts): Keeper {
  const listeners = new Set<(keeping: Keeping) => void>();
  let keeping: Keeping = { id, revision, state: 'saved' };
  let lastLength = 0;

  const show = (next: Keeping) => {
    keeping = next;
    for (const listener of [...listeners]) listener(next);
  };

  const writeJournal = (snapshot: () => Snapshot) => {
    const { name, file, containers } = snapshot();
    lastLength = file.length;
    const named = name === undefined ? {} : { name };
    journal.write({ id: keeping.id, file, containers, revision: keeping.revision, at: now(), ...named });
  };

  const journalUnsaved = () => {
    if (autosave.unsaved && lastLength <= journalledLength) writeJournal(autosave.unsaved);
  };

  let journalDue = false;
  const journalSoon = () => {
    if (journalDue) return;
    journalDue = true;
    afterPaint(() => {
      journalDue = false;
      journalUnsaved();
    });
  };

  const write = async (snapshot: () => Snapshot): Promise<WriteOutcome> => {
    const { thumbnail, ...design } = snapshot();
    lastLength = design.file.length;
    const drawn = thumbnail?.();
    const picture = drawn === undefined ? {} : { thumbnail: drawn };
    const result = await library.save(keeping.id, { ...design, ...picture }, keeping.revision);
    const { reason: _reason, ...known } = keeping;
    switch (result.status) {
      case 'saved':
        keeping = { ...known, revision: result.revision };
        break;
      case 'conflict': {
        const theirs = keeping.id;
        journal.remove(theirs);
        const { id: copy, name, revision: first } = result.kept;
        keeping = { ...known, id: copy, revision: first, conflict: { theirs, name } };
        break;
      }
      case 'full':
      case 'blocked': {
        const inMemory = result.status === 'blocked' ? result.revision : undefined;
        keeping = {
          ...known,
          reason: result.reason,
          ...(inMemory === undefined ? {} : { revision: inMemory }),
        };
        // The journal may still have room, and outlives the page.
        writeJournal(autosave.unsaved ?? snapshot);
        return result.status;
      }
      default:
        return result satisfies never;
    }
    if (autosave.unsaved === snapshot) journal.remove(keeping.id);
    else journalUnsaved();
    return 'saved';
  };

  const autosave: Autosave<() => Snapshot> = createAutosave(write, times);
  autosave.subscribe((state) => show({ ...keeping, state }));

  return {
    get now() {
      return keeping;
    },
    changed(make) {
      autosave.changed(once(make));
      journalSoon();
    },
    flush: () => autosave.flush(),
    unsaved: () => autosave.unsaved?.(),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      await autosave.flush();
      autosave.dispose();
    },
    leave() {
      if (!autosave.unsaved) return;
      writeJournal(autosave.unsaved);
      void autosave.flush();
    },
  };
}
