/** The text of one value of a file, as a file of its own. */
import type { SyntaxNode } from '../../lens/syntax/tree.ts';
import type { Source } from '../../model/reading.ts';

/** Whether the text itself is JSON with a task in it, so that its own formatting can be kept. */
export function isJson({ lens }: Source): boolean {
  return lens.startsWith('json') || lens === 'template';
}

/** A value's text without the indentation of the line in which it begins; ended like the file. */
export function ownText(file: string, { start, end }: Pick<SyntaxNode, 'start' | 'end'>): string {
  const lastBreak = /(?:\r\n?|\n)[ \t\r\n]*$/.exec(file.slice(-1000));
  return dedented(file, start, end) + (lastBreak === null ? '' : (/\r\n?|\n/.exec(lastBreak[0])?.[0] ?? ''));
}

/** A stretch of text without the indentation of the line in which it begins. JSON has no line breaks inside its texts. */
export function dedented(file: string, start: number, end: number): string {
  const lineStart = Math.max(file.lastIndexOf('\n', start - 1), file.lastIndexOf('\r', start - 1)) + 1;
  const indent = /^[ \t]*/.exec(file.slice(lineStart, start))?.[0] ?? '';
  const raw = file.slice(start, end);
  return indent === '' ? raw : raw.replaceAll(`\n${indent}`, '\n').replaceAll(`\r${indent}`, '\r');
}
