/** The user's exact text after edits in an editor that knows lines only. */
import { lineStarts } from '../../src/lens/syntax/lines.ts';

/** One replacement in the coordinates of the text before it: lines and columns from 1. */
export interface TypedChange {
  readonly range: {
    readonly startLineNumber: number;
    readonly startColumn: number;
    readonly endLineNumber: number;
    readonly endColumn: number;
  };
  readonly text: string;
}

/**
 * Applies an editor's changes to the text itself, so that line ends which the editor holds in one way only stay as they
 * are. All changes speak of the text before any of them, and do not overlap.
 */
export function applyTyped(text: string, changes: readonly TypedChange[]): string {
  const starts = lineStarts(text);
  const offset = (line: number, column: number) =>
    Math.min(text.length, (starts[line - 1] ?? text.length) + column - 1);
  const edits = changes
    .map(({ range, text: inserted }) => ({
      start: offset(range.startLineNumber, range.startColumn),
      end: offset(range.endLineNumber, range.endColumn),
      inserted,
    }))
    .sort((a, b) => b.start - a.start);
  let result = text;
  for (const { start, end, inserted } of edits) {
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  return result;
}
