/** What stands between tokens, taken apart: comments are never lost, blanks follow the style of the file. */

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\r\n]*/g;
const LINE_END = /\r\n?|\n/;
const LINE_ENDS = /\r\n?|\n/g;

/** Whether a stretch of text goes over more than one line. */
export function hasLineEnd(text: string): boolean {
  return LINE_END.test(text);
}

/** How many line ends there are. */
export function countLineEnds(text: string): number {
  return text.match(LINE_ENDS)?.length ?? 0;
}

/** Blanks and comments in two: everything up to the end of the last comment, and the blanks behind it. */
export function splitAfterComments(between: string): { comments: string; blanks: string } {
  let end = 0;
  if (between.includes('/')) {
    for (const found of between.matchAll(COMMENT)) end = found.index + found[0].length;
  }
  return { comments: between.slice(0, end), blanks: between.slice(end) };
}

/** What stands before a member in two: comments that end the line of the one before, and the rest. */
export function splitAfterLine(between: string): { line: string; rest: string } {
  const end = LINE_END.exec(between)?.index ?? -1;
  if (end < 0) return { line: '', rest: between };
  const first = between.slice(0, end);
  // A block comment over several lines belongs to what follows it.
  const whole = splitAfterComments(first).comments;
  if (whole === '' || unclosed(first)) return { line: '', rest: between };
  return { line: whole, rest: between.slice(whole.length) };
}

function unclosed(text: string): boolean {
  return text.replace(COMMENT, '').includes('/*');
}

/** Whether text put directly behind would become part of a comment. */
export function endsInLineComment(comments: string): boolean {
  let last = '';
  for (const [found] of comments.matchAll(COMMENT)) last = found;
  return last.startsWith('//') && comments.endsWith(last);
}

/** The comments of a dropped stretch in front of what follows, so that none swallows it. */
export function keepComments(dropped: string, following: string): string {
  const { comments, blanks } = splitAfterComments(dropped);
  if (comments === '') return following;
  const safe = !endsInLineComment(comments) || /^[\r\n]/.test(following);
  return comments + (safe ? '' : blanks) + following;
}

/** The indentation of the line that begins last in a stretch; of the line around it, `outer`, when none begins there. */
export function indentAfter(between: string, outer: string): string {
  let start = -1;
  for (const found of between.matchAll(LINE_ENDS)) start = found.index + found[0].length;
  return start < 0 ? outer : (/^[ \t]*/.exec(between.slice(start))?.[0] ?? '');
}
