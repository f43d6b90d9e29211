/** What keeps a JSON text from being read, with line and column. */
import { lineFinder } from '../../lens/syntax/lines.ts';
import type { SyntaxTree } from '../../lens/syntax/tree.ts';
import type { FormatProblem } from '../format.ts';

/** The faults after which a text is read by guessing. Comments and trailing commas are none: a lens takes them as they are. */
export function problemsOf({ text, problems }: SyntaxTree): readonly FormatProblem[] {
  const find = lineFinder(text);
  return problems
    .filter(({ fatal }) => fatal)
    .map(({ message, start, end }) => ({ message, place: { start, end }, ...find(start) }));
}

/** A sentence about a file as a whole, placed where it begins. */
export function aboutAll(message: string): FormatProblem {
  return { message, place: { start: 0, end: 0 }, line: 1, column: 1 };
}
