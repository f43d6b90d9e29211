/** A library of two tabs over one memory backend, with a clock and ids that tests can foresee. */
import type { Backend } from '../backend.ts';
import type { Channel } from '../channel.ts';
import { createLibrary } from '../createLibrary.ts';
import type { DesignToSave, Library, LibraryNews } from '../library.ts';
import { memoryBackend } from '../memoryBackend.ts';

export interface Tabs {
  readonly backend: Backend;
  readonly here: Library;
  readonly there: Library;
  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): void;
  readonly erasedJournals: () => number;
}

export function twoTabs(backend: Backend = memoryBackend(), blocked?: string): Tabs {
  let time = 1_764_000_000_000;
  let ids = 0;
  let erased = 0;
  const ends: ((news: LibraryNews) => void)[] = [];
  const channel = (end: number): Channel => ({
    post: (news) => {
      for (const [other, listen] of ends.entries()) if (other !== end) listen(news);
    },
    listen: (listener) => {
      ends[end] = listener;
    },
  });
  const tab = (end: number) => {
    let open: string | undefined;
    return createLibrary({
      backend,
      channel: channel(end),
      now: () => time,
      newId: () => `design-${++ids}`,
      eraseJournal: () => {
        erased += 1;
      },
      ownTab: {
        get: () => open,
        set: (id) => {
          open = id;
        },
      },
      ...(blocked === undefined ? {} : { blocked }),
    });
  };
  return {
    backend,
    here: tab(0),
    there: tab(1),
    pass: (milliseconds) => {
      time += milliseconds;
    },
    erasedJournals: () => erased,
  };
}

export function design(file: string, name?: string): Omit<DesignToSave, 'thumbnail'> {
  return { file, containers: 1, ...(name === undefined ? {} : { name }) };
}

/** The text of a stored design, or the status that load gave instead. */
export async function fileOf(library: Library, id: string): Promise<string> {
  const loaded = await library.load(id);
  return loaded.status === 'loaded' ? loaded.record.file : loaded.status;
}
