/** What a rule is: a value that carries its own description, its examples (its tests and its help) and its check. */
import type { Edit } from '../model/edit.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Path } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';

/** `error`: ECS or its client refuses to register it. `warning`: fails at launch or is a mistake. `info`: good to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Something a rule has to say about one place, with what mends it where that is known. Plain data. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: Path;
  /** The card or volume it belongs to; absent: the task. */
  readonly node?: NodeKey;
  /** What is wrong, with names and values, and what to do: one or two sentences that a stranger can act on. */
  readonly message: string;
  readonly fix?: Fix;
}

export interface Fix {
  /** What will happen: "Make secrets-init non-essential". */
  readonly label: string;
  /**
   * Whether it may be made unread, among many: what it writes is plainly what was meant, it takes nothing away that has
   * an effect, guesses at nothing that only the user can know, and costs nothing.
   */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

/** What `check` yields; the engine adds rule, severity and node. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
  readonly fix?: Fix;
}

/** A task definition as JSON text or value, with what it shows. */
export interface Example {
  readonly title: string;
  readonly task: unknown;
  /** Somebody wants to open a shell in its containers (ECS Exec), which the definition itself cannot say. */
  readonly exec?: true;
}

export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** A short name, no full stop: "A dependency must exist". */
  readonly title: string;
  /** Why it matters, in our own words. */
  readonly why: string;
  /** ECS's own words, where they are known. */
  readonly answer?: string;
  /** Other words in which ECS says or said the same. */
  readonly alsoAnswers?: readonly string[];
  /** Words that were not seen from ECS itself (by analogy, or of an emulator): looked for in a pasted text, never quoted. */
  readonly assumedAnswers?: readonly string[];
  /** Where the fact stands, and the day it was checked (YYYY-MM-DD). */
  readonly source: { readonly text: string; readonly url?: string; readonly checked: string };
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };
  check(reading: Reading): Iterable<Complaint>;
}
