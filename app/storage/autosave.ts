/** When to save: soon after the last change, not too long after the first, at once when the page is left. */

/** `saved` is true of what was last changed, and only once it is written; `full` and `blocked` last until a save succeeds. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'full' | 'blocked';

export type WriteOutcome = 'saved' | 'full' | 'blocked';

export interface Autosave<T> {
  readonly state: SaveState;
  /** What is not saved yet. */
  readonly unsaved: T | undefined;
  /** Takes note of a change; the snapshot is written when it is due, unless a later one took its place. */
  changed(snapshot: T): void;
  /** Writes what is unsaved now; resolves when that has succeeded or failed. Never rejects. */
  flush(): Promise<void>;
  /** Tells of every change of `state`. Returns how to stop. */
  subscribe(listener: (state: SaveState) => void): () => void;
  /** Stops the timers. What is unsaved stays unsaved: flush first. */
  dispose(): void;
}

export interface AutosaveTimes {
  /** Milliseconds without a change until a save. */
  readonly quiet: number;
  /** Milliseconds from the first unsaved change until a save, however busy the user is. */
  readonly longest: number;
  /** Milliseconds until a failed save is tried again. */
  readonly retry: number;
}

const defaultTimes: AutosaveTimes = { quiet: 300, longest: 1000, retry: 10_000 };

type Timer = ReturnType<typeof setTimeout>;

/** Writes are never concurrent, so that each goes on from the revision of the one before. */
export function createAutosave<T>(
  write: (snapshot: T) => Promise<WriteOutcome>,
  times: AutosaveTimes = defaultTimes,
): Autosave<T> {
  const listeners = new Set<(state: SaveState) => void>();
  let pending: { readonly snapshot: T } | undefined;
  let writing: Promise<void> | undefined;
  let trouble: 'full' | 'blocked' | undefined;
  let shown: SaveState = 'saved';
  let quietTimer: Timer | undefined;
  let longestTimer: Timer | undefined;
  let retryTimer: Timer | undefined;

  const stopTimers = () => {
    for (const timer of [quietTimer, longestTimer, retryTimer]) clearTimeout(timer);
    quietTimer = undefined;
    longestTimer = undefined;
    retryTimer = undefined;
  };

  const show = () => {
    const state = trouble ?? (writing ? 'saving' : pending ? 'unsaved' : 'saved');
    if (state === shown) return;
    shown = state;
    for (const listener of [...listeners]) listener(state);
  };

  const writeOnce = async (due: { readonly snapshot: T }) => {
    const outcome = await write(due.snapshot).catch((): WriteOutcome => 'blocked');
    writing = undefined;
    trouble = outcome === 'saved' ? undefined : outcome;
    if (outcome === 'saved') {
      if (pending === due) pending = undefined;
    } else {
      clearTimeout(retryTimer);
      retryTimer = setTimeout(() => void start(), times.retry);
    }
    show();
  };

  const start = (): Promise<void> => {
    if (writing) return writing.then(() => (pending && !trouble ? start() : undefined));
    stopTimers();
    if (!pending) return Promise.resolve();
    writing = writeOnce(pending);
    show();
    return writing;
  };

  return {
    get state() {
      return shown;
    },
    get unsaved() {
      return pending?.snapshot;
    },
    changed(snapshot) {
      pending = { snapshot };
      clearTimeout(quietTimer);
      quietTimer = setTimeout(() => void start(), times.quiet);
      longestTimer ??= setTimeout(() => void start(), times.longest);
      show();
    },
    async flush() {
      await start();
      if (pending && !trouble) await start();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    dispose: stopTimers,
  };
}
