/** Finds where the tokens of HCL end. Every function is given an offset and returns one beyond it. */

/** The offset of the next token; line ends are passed only where `lines`. */
export function triviaEnd(text: string, from: number, lines: boolean): number {
  let at = from;
  for (;;) {
    const char = text.charAt(at);
    if (char === ' ' || char === '\t' || char === '\ufeff' || (lines && (char === '\n' || char === '\r')))
      at += 1;
    else if (char === '#' || text.startsWith('//', at)) {
      while (at < text.length && !'\r\n'.includes(text.charAt(at))) at += 1;
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      at = close < 0 ? text.length : close + 2;
    } else return at;
  }
}

/** The end of the text whose opening quotation mark stands at `at`, with the expressions in it; of its line when it is not closed. */
export function stringEnd(text: string, at: number, depth = 0): number {
  let index = at + 1;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '"') return index + 1;
    if (char === '\n' || char === '\r') return index;
    if (char === '\\') index += 2;
    else if (
      (char === '$' || char === '%') &&
      text.charAt(index + 1) === '{' &&
      text.charAt(index - 1) !== char &&
      depth < 20
    )
      index = bracketsEnd(text, index + 1, depth + 1);
    else index += 1;
  }
  return text.length;
}

/** The end of what the bracket at `at` opens, texts and comments in it passed over; of the whole text when nothing closes it. */
export function bracketsEnd(text: string, at: number, nested = 0): number {
  let depth = 0;
  let index = at;
  while (index < text.length) {
    const char = text.charAt(index);
    if (char === '"') {
      index = stringEnd(text, index, nested);
      continue;
    }
    if (char === '#' || (char === '/' && '/*'.includes(text.charAt(index + 1) || 'x'))) {
      const end = triviaEnd(text, index, false);
      index = end > index ? end : index + 1;
      continue;
    }
    const heredoc = char === '<' ? heredocAt(text, index) : undefined;
    if (heredoc !== undefined) {
      index = heredoc.end;
      continue;
    }
    if ('{[('.includes(char)) depth += 1;
    else if ('}])'.includes(char)) {
      depth -= 1;
      if (depth <= 0) return index + 1;
    }
    index += 1;
  }
  return text.length;
}

/** `<<EOF` or `<<-EOF` at an offset: where its text begins and ends, and where the expression ends; nothing when none is there. */
export function heredocAt(
  text: string,
  at: number,
):
  | { readonly from: number; readonly to: number; readonly end: number; readonly indented: boolean }
  | undefined {
  const opening = /^<<(-?)([A-Za-z_][\w-]*)[ \t]*(?:\r\n?|\n)/.exec(text.slice(at, at + 200));
  if (opening === null) return undefined;
  const [whole, dash = '', word = ''] = opening;
  const from = at + whole.length;
  const closing = new RegExp(`^[ \\t]*${word}[ \\t]*(?=[\\r\\n,)\\]}]|$)`, 'gm');
  closing.lastIndex = from;
  const found = closing.exec(text);
  const to = found?.index ?? text.length;
  return { from, to, end: found === null ? text.length : to + found[0].length, indented: dash === '-' };
}
