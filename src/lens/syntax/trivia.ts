/** Blanks, line ends and comments: what stands between the tokens. */
import type { Diagnostics } from './diagnostics.ts';

/** Blanks that people paste from documents and that JSON does not count as such. The byte order mark is let pass. */
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\v\f\u0085]/;

/** The offset of the next token, or `limit`; comments and odd blanks on the way are reported. */
export function skipTrivia(text: string, from: number, limit: number, report: Diagnostics): number {
  let at = from;
  while (at < limit) {
    const char = text.charCodeAt(at);
    if (char === 0x20 || char === 0x0a || char === 0x0d || char === 0x09 || char === 0xfeff) at += 1;
    else if (char === 0x2f) {
      const end = commentEnd(text, at, limit);
      if (end < 0) return at;
      if (text.charAt(at + 1) === '*' && !text.startsWith('*/', end - 2)) {
        report.fail(at, end, 'The comment that begins here is not closed.');
      } else report.tolerate(at, end, 'JSON has no comments: the AWS CLI refuses a file with one.');
      at = end;
    } else if ((char > 0x7f || char < 0x20) && ODD_BLANK.test(text.charAt(at))) {
      const code = char.toString(16).toUpperCase().padStart(4, '0');
      report.tolerate(
        at,
        at + 1,
        `This blank is not one that JSON knows (U+${code}): put an ordinary space here.`,
      );
      at += 1;
    } else return at;
  }
  return at;
}

function commentEnd(text: string, at: number, limit: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 0x2f) {
    let end = at + 2;
    while (end < limit && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) end += 1;
    return end;
  }
  if (next !== 0x2a) return -1;
  const close = text.indexOf('*/', at + 2);
  return close < 0 || close + 2 > limit ? limit : close + 2;
}
