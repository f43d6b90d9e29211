/** Collects what is wrong with a text while it is parsed, and puts it in words. */
import { lineFinder } from './lines.ts';
import type { SyntaxProblem } from './tree.ts';

/** More of them help nobody. */
const MOST_PROBLEMS = 100;
const LONGEST_QUOTE = 40;

export interface Diagnostics {
  readonly problems: SyntaxProblem[];
  /** Whether something fatal was reported, named in `problems` or not. */
  readonly broken: () => boolean;
  /** Something that the tree survives unchanged: a comment, a trailing comma. */
  tolerate(start: number, end: number, message: string): void;
  /** Something after which the tree is a guess. Of several in one line the first is kept: the others follow from it. */
  fail(start: number, end: number, message: string): void;
  /** Something that is not read because there is too much of it. */
  tooLarge(start: number, end: number, message: string): void;
  /** The text from `start` to `end` as a quotation in a message. */
  quote(start: number, end: number): string;
  lineOf(offset: number): number;
}

export function diagnostics(text: string): Diagnostics {
  const problems: SyntaxProblem[] = [];
  const find = lineFinder(text);
  let lastFatal = -1;
  const add = (problem: SyntaxProblem) => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
  };
  return {
    problems,
    broken: () => lastFatal >= 0,
    tolerate: (start, end, message) => add({ kind: 'syntax', fatal: false, start, end, message }),
    fail: (start, end, message) => {
      const sameLine = lastFatal >= 0 && !/[\r\n]/.test(text.slice(lastFatal, start));
      lastFatal = Math.max(start, lastFatal);
      if (!sameLine) add({ kind: 'syntax', fatal: true, start, end, message });
    },
    tooLarge: (start, end, message) => {
      lastFatal = Math.max(start, lastFatal);
      add({ kind: 'too-large', fatal: true, start, end, message });
    },
    quote: (start, beyond) => {
      const end = Math.min(beyond, text.length);
      const line = (text.slice(start, Math.min(end, start + 400)).split(/[\r\n]/, 1)[0] ?? '').trim();
      const cut = line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE - 1)}…` : line;
      return line.length < end - start && !cut.endsWith('…') ? `${cut} …` : cut;
    },
    lineOf: (offset) => find(offset).line,
  };
}
