import { type Edit, isRefusal, type Refusal } from '../../model/edit.ts';
import { detect, patch } from '../index.ts';

/** A text with edits written into it; fails the test where they are refused. */
export function write(text: string, ...edits: Edit[]): string {
  const written = patch(text, detect(text), edits);
  if (isRefusal(written)) throw new Error(written.refused);
  return written;
}

/** Why the edits cannot be written; fails the test where they can. */
export function refusal(text: string, ...edits: Edit[]): Refusal {
  const written = patch(text, detect(text), edits);
  if (!isRefusal(written)) throw new Error(`not refused: ${written}`);
  return written;
}
