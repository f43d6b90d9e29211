/** JSON as RFC 8259 and the AWS CLI want it, out of a text that only a tolerant reader takes. */
import { treeOf } from '../../lens/recentTrees.ts';
import { isContainer, type SyntaxNode } from '../../lens/syntax/tree.ts';

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The same text without comments, trailing commas, odd blanks, and with odd characters in texts escaped. Text that is
 * JSON already comes back as it is, and so does text that is broken in another way.
 */
export function strictJson(text: string): string {
  if (isJson(text)) return text;
  const { root, problems } = treeOf(text);
  const strings: Replacement[] = [];
  if (root !== undefined) collectStrings(root, text, strings);
  const between = problems.filter(
    ({ start }) => !strings.some((one) => start > one.start && start < one.end),
  );
  const blanks = between.map(({ start, end }): Replacement => {
    const comment = text.startsWith('/', start);
    return comment
      ? withoutComment(text, start, end)
      : { start, end, text: text.startsWith(',', start) ? '' : ' ' };
  });
  let strict = '';
  let at = 0;
  for (const { start, end, text: written } of [...strings, ...blanks].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    strict += text.slice(at, start) + written;
    at = end;
  }
  strict += text.slice(at);
  return isJson(strict) ? strict : text;
}

/** A comment that has its line to itself takes the line with it. */
function withoutComment(text: string, start: number, end: number): Replacement {
  const before = /(?:\r\n?|\n)?[ \t]*$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0] ?? '';
  const alone = /^[\r\n]/.test(before) && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 1000));
  const gap = alone ? before : (/[ \t]*$/.exec(before)?.[0] ?? '');
  return { start: start - gap.length, end, text: '' };
}

function collectStrings(node: SyntaxNode, text: string, into: Replacement[]): void {
  const rewrite = (start: number, end: number, value: string) => {
    if (!isJson(text.slice(start, end))) into.push({ start, end, text: JSON.stringify(value) });
  };
  if (node.kind === 'string') rewrite(node.start, node.end, node.value);
  else if (isContainer(node)) {
    for (const { key, keyStart, keyEnd, value } of node.children) {
      if (key !== undefined && keyStart >= 0) rewrite(keyStart, keyEnd, key);
      collectStrings(value, text, into);
    }
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
