/** How a language holds a task definition. Nothing outside a lens knows which one reads the text. */
import type { Edit, Refusal } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import type { Reading, Source } from '../model/reading.ts';

export interface Lens {
  readonly id: string;
  /** The source under which this lens reads a text, or nothing when the text is not of its kind. */
  detect(text: string): Source | undefined;
  /** Reads any string; never throws. */
  read(text: string, source: Source): Reading;
  /** Writes edits into the text: everything outside the changed members stays to the byte, but for one comma. */
  patch(text: string, source: Source, edits: readonly Edit[]): string | Refusal;
  /** Why a place cannot be edited, or nothing when it can. */
  cannotEdit(reading: Reading, path: Path): Refusal | undefined;
}
