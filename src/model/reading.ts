/** What reading a text gave: a well-typed view of the task, where everything stands, and what could not be read. */
import type { Path } from './path.ts';
import { pathKey } from './path.ts';
import type { TaskDefinition } from './taskDefinition.ts';

/** A stretch of the text in UTF-16 offsets, `end` not included. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export type ProblemKind =
  /** The text is no JSON: `place` is where it stops being so. */
  | 'syntax'
  /** There is no task definition at the place where the source says that it sits. */
  | 'no-task'
  /** Deeper or longer than what is read; the text is kept. */
  | 'too-large'
  /** A member that RegisterTaskDefinition does not know. */
  | 'unknown-member'
  /** A member that only DescribeTaskDefinition returns. */
  | 'read-only-member'
  /** A value of another type than the API's (text for a number, an enum value that does not exist, …). */
  | 'wrong-type'
  /** A value `null`: the API has none. */
  | 'null-value'
  /** A key that stands twice in one object: the last one counts. */
  | 'duplicate-member';

/** Something in the text that the view of the task cannot show as it stands. It stays in the text. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly path: Path;
  readonly place: Place;
  /** Line and column of `place.start`, both from 1. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** For `wrong-type`: what the API takes there ("a number", "one of START, COMPLETE, …"). */
  readonly expected?: string;
}

/** Where values stand in the text, and what stands at an offset. Paths are those of the task, not of the file. */
export interface Places {
  /** The value at a path; the last one where a key stands twice. */
  value(path: Path): Place | undefined;
  /** Key and value of a member together; for a list item the item. */
  member(path: Path): Place | undefined;
  /** The key of a member alone. */
  key(path: Path): Place | undefined;
  /** The path of the innermost value or member around an offset; `undefined` outside the task. */
  pathAt(offset: number): Path | undefined;
}

/** How the text holds the task: which lens reads it, where in the file the task sits, what was set aside on import. */
export interface Source {
  readonly lens: string;
  readonly root: Path;
  /** Members taken out of the text on import, because only a describe output has them. */
  readonly setAside?: Readonly<Record<string, unknown>>;
  /** Choices that the file leaves open, by the lens's own names: which way a condition goes, whether defaults count. */
  readonly switches?: Readonly<Record<string, boolean>>;
}

export interface Reading {
  readonly text: string;
  readonly source: Source;
  /** The view. Empty (`{}`) when nothing could be read. */
  readonly task: TaskDefinition;
  /** Whether the whole text was understood and holds a task: only then may it be edited other than as text. */
  readonly whole: boolean;
  readonly places: Places;
  readonly problems: readonly Problem[];
  /** Path keys of placeholders and intrinsics, each with its text: shown, and judged by no rule. */
  readonly opaque: ReadonlyMap<string, string>;
  /** Path keys of values of the wrong type: they count as unknown, not as absent. */
  readonly unreadable: ReadonlySet<string>;
}

/** Whether the view says the truth about `path`: neither it nor anything above it is a placeholder or unreadable. */
export function isKnown(reading: Pick<Reading, 'opaque' | 'unreadable'>, path: Path): boolean {
  for (let length = 0; length <= path.length; length += 1) {
    const key = pathKey(path.slice(0, length));
    if (reading.opaque.has(key) || reading.unreadable.has(key)) return false;
  }
  return true;
}
