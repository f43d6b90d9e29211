/** One line of JSON in coloured pieces. Strings never span lines, so each line stands for itself. */
export interface Piece {
  readonly text: string;
  readonly kind: 'string' | 'number' | 'word' | 'mark' | 'comment';
}

const TOKEN = /"(?:[^"\\]|\\.)*"?(?=(\s*:)?)|(?<![\w-])-?\d[\d.eE+-]*|\b(?:true|false|null)\b|[^"\w-]+|./g;

/** The pieces of a line, in order; together they are the line. Keys and marks are plain text. */
export function highlight(line: string): Piece[] {
  const pieces: Piece[] = [];
  for (const match of line.matchAll(TOKEN)) {
    const [text, colon] = match;
    const kind = text.startsWith('"')
      ? colon === undefined
        ? 'string'
        : 'mark'
      : /^-?\d/.test(text)
        ? 'number'
        : /^(true|false|null)$/.test(text)
          ? 'word'
          : 'mark';
    const last = pieces.at(-1);
    if (last !== undefined && last.kind === kind)
      pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  }
  return pieces;
}
