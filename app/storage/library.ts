/** The designs that are kept in this browser, as the screen sees them. */

import type { State } from './states.ts';

/** One line of the list. Times are milliseconds since 1970. */
export interface Summary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** How many containers the task has. */
  readonly containers: number;
  /** SVG text: show it as an image, never as markup of the page. */
  readonly thumbnail?: string;
  /** When it was put into the trash; absent outside it. Nothing is ever taken out of the trash by itself. */
  readonly trashedAt?: number;
  /** A newer designer saved it: this one can only name it, and `load` gives it to download. */
  readonly unreadable?: 'newer';
}

/** What there is to save of a design. */
export interface DesignToSave {
  /** Left out, the stored name stays, so that a rename in another tab holds; a new design is then "Untitled". */
  readonly name?: string;
  /** The design as a file, as a download would give it. */
  readonly file: string;
  readonly containers: number;
  readonly thumbnail?: string;
  /** What the screen shows (selection, panel), as plain data. */
  readonly view?: unknown;
  /** What was done last: what this state is called once it is a former one. */
  readonly label?: string;
  /** What is written over is kept as a former state, however young it is. */
  readonly milestone?: boolean;
}

export interface StoredDesign {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly view?: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly trashedAt?: number;
}

export type Loaded =
  | { readonly status: 'loaded'; readonly record: StoredDesign; readonly revision: number }
  | { readonly status: 'missing' }
  /** It cannot be read. A damaged one now lies aside; one of a newer designer stays where it is. Offer `aside` as download. */
  | { readonly status: 'unreadable'; readonly reason: 'damaged' | 'newer'; readonly aside: Aside };

/** Something that could not be read: kept as it was, out of the way, until the user throws it away. */
export interface Aside {
  readonly key: string;
  readonly name: string;
  readonly at: number;
  readonly reason: string;
  readonly fileName: string;
  readonly text: string;
}

export type SaveResult =
  | { readonly status: 'saved'; readonly revision: number }
  /** Another tab saved this design first: its text stands under the id, ours is kept as `kept`. Go on with `kept`. */
  | {
      readonly status: 'conflict';
      readonly theirs: { readonly revision: number };
      readonly kept: { readonly id: string; readonly name: string; readonly revision: number };
    }
  /** No room left: nothing was written; offer a download. */
  | { readonly status: 'full'; readonly reason: string }
  /** The browser stores nothing. With a `revision` the design is in memory until the page is closed. */
  | { readonly status: 'blocked'; readonly reason: string; readonly revision?: number };

/** What became of a design, here or in another tab. */
export type LibraryNews =
  | { readonly kind: 'saved'; readonly id: string; readonly revision: number }
  /** Renamed, duplicated, put into the trash or taken out of it. */
  | { readonly kind: 'listed'; readonly id: string }
  | { readonly kind: 'deleted'; readonly id: string }
  | { readonly kind: 'erased' };

/**
 * All methods but `save` reject with a StorageFailure when the browser refuses; its message is for the screen.
 * `rename`, `trash` and `restore` do nothing for an id that is not there.
 */
export interface Library {
  /** Why nothing is kept beyond this page; `undefined` when all is well. Show it as long as the page is open. */
  readonly blocked: string | undefined;
  /** A fresh id for a new design; save it with revision 0. */
  newId(): string;
  /** Last changed first; those in the trash too. Damaged ones are set aside by this. */
  list(): Promise<readonly Summary[]>;
  load(id: string): Promise<Loaded>;
  /** Saves over `expectedRevision`, which is what `load` or the last `save` gave, 0 for a new design. Never rejects. */
  save(id: string, design: DesignToSave, expectedRevision: number): Promise<SaveResult>;
  /** The former states of a design, the latest first. */
  states(id: string): Promise<readonly State[]>;
  rename(id: string, name: string): Promise<void>;
  /** A copy under the next free name; `undefined` when there is nothing readable to copy. */
  duplicate(id: string): Promise<Summary | undefined>;
  trash(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  /** For good. */
  delete(id: string): Promise<void>;
  emptyTrash(): Promise<void>;
  /** Every design, everything set aside, and the journal of unsaved text: for good. */
  eraseEverything(): Promise<void>;
  /** All designs and all that was set aside, as one JSON text to download. */
  everything(): Promise<string>;
  asides(): Promise<readonly Aside[]>;
  /** Sets aside a design whose file the screen cannot read or survive; `undefined` when there is none. */
  setAside(id: string, reason: string): Promise<Aside | undefined>;
  removeAside(key: string): Promise<void>;
  /** The design to open at start: this tab's last, else the last of any tab. */
  lastOpened(): Promise<string | undefined>;
  setLastOpened(id: string): Promise<void>;
  /** Keeps any value that the browser can copy, under a name; `file:<id>` goes with its design. */
  remember(name: string, value: unknown): Promise<void>;
  recall(name: string): Promise<unknown>;
  /** Tells of changes, `here` when they were made through this object, else by another tab. Returns how to stop. */
  subscribe(listener: (news: LibraryNews, here: boolean) => void): () => void;
}
