/** One step of a change, as plain data. Steps apply in order, each to the result of those before it. */
import type { Json } from './json.ts';
import type { Path } from './path.ts';

export type Edit =
  /**
   * Gives a member or list item this value. Objects missing on the way are made; an existing value is replaced in place.
   * `written` is how an empty list or object is spelt: its brackets and the blanks between; for anything else it is nothing.
   */
  | { readonly op: 'set'; readonly path: Path; readonly value: Json; readonly written?: string }
  /** Puts a new item into a list before the index that ends the path; index = length appends; a missing list is made. */
  | { readonly op: 'insert'; readonly path: Path; readonly value: Json }
  /** Takes a member or list item out. Nothing happens when it is not there. */
  | { readonly op: 'remove'; readonly path: Path }
  /** Carries the text of a value from one place to another: reorders a list, or renames a member where it stands. */
  | { readonly op: 'move'; readonly from: Path; readonly path: Path }
  /** As `move`, but the original stays. */
  | { readonly op: 'copy'; readonly from: Path; readonly path: Path };

/** Why something was not done, as data. Nobody throws it. */
export interface Refusal {
  /** What is wrong and what to do, in one or two sentences. */
  readonly refused: string;
  readonly path?: Path;
  /** The file holds only containers, and no place for this: what to make of it, where nobody does that for the user. */
  readonly beyondFile?: string;
  /** A way out that the user may choose, if there is one. */
  readonly remedy?: { readonly label: string; readonly edits: readonly Edit[] };
}

/** Tells a refusal from anything else. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
