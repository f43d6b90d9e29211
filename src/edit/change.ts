/** A change of a design, as a value: what palette, canvas, inspector, fixes and templates all hand to `applyChange`. */
import type { Edit, Refusal } from '../model/edit.ts';
import type { Reading, Source } from '../model/reading.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Parts } from './parts/part.ts';

/** The design as a change finds it: its text as read, and its parts. */
export interface Before {
  readonly reading: Reading;
  readonly parts: Parts;
}

/** A text, and how it holds the task. */
export interface FormOfFile {
  readonly text: string;
  readonly source: Source;
}

export interface Change {
  /** What it does, as a command: "Make secrets-init non-essential". */
  readonly label: string;
  /** Changes in a row with the same key become one step of undo (a drag, typing in one field). */
  readonly mergeKey?: string;
  /** It may write over placeholders and values that cannot be read. Without it such an edit is refused. */
  readonly replaces?: boolean;
  /** Gives the file another form before the edits are made, which says the same of its containers. Nothing: it has that form. */
  reform?(design: FormOfFile): FormOfFile | undefined;
  /** The edits for the task as it stands, or why there are none. */
  edits(task: TaskDefinition, before: Before): readonly Edit[] | Refusal;
  /** What becomes of the designer's own parts; `after` is the task once the edits are written. */
  parts?(parts: Parts, after: TaskDefinition, before: Before): Parts;
}
