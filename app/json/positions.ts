import { lineStarts } from '../../src/lens/syntax/lines.ts';
import type { Place } from '../../src/model/reading.ts';

let known: { text: string; starts: readonly number[] } = { text: '', starts: [0] };

function startsOf(text: string): readonly number[] {
  if (known.text !== text) known = { text, starts: lineStarts(text) };
  return known.starts;
}

/** Line and column (from 1) of an offset of the user's text, whatever its line ends. */
export function positionAt(text: string, offset: number): { lineNumber: number; column: number } {
  const starts = startsOf(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { lineNumber: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The offset of a line and column (from 1). */
export function offsetAt(text: string, position: { lineNumber: number; column: number }): number {
  return (startsOf(text)[position.lineNumber - 1] ?? text.length) + position.column - 1;
}

/** A stretch of the text as lines and columns. */
export function rangeOf(text: string, { start, end }: Place) {
  const from = positionAt(text, start);
  const to = positionAt(text, end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}
