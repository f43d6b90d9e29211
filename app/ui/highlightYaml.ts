import type { Piece } from './highlight.ts';

const TOKEN =
  /^(\s*(?:- +)*)((?:"[^"]*"|'[^']*'|[^\s#'"{}[\],&*!|>%@-][^#]*?|-[^\s#][^#]*?)(?=:(?:\s|$)))|#.*$|"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|![\w:]+|[&*][\w-]+|[^\s,[\]{}'"#]+|\s+|./g;

/** One line of YAML in coloured pieces: as near as a line can be told by itself. Together they are the line. */
export function highlightYaml(line: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const put = (text: string, kind: Piece['kind']) => {
    if (text === '') return;
    const last = pieces.at(-1);
    if (last !== undefined && last.kind === kind)
      pieces[pieces.length - 1] = { kind, text: last.text + text };
    else pieces.push({ kind, text });
  };
  for (const match of line.matchAll(TOKEN)) {
    const [text, lead, key] = match;
    put(line.slice(at, match.index), 'mark');
    at = match.index + text.length;
    if (key !== undefined) put((lead ?? '') + key, 'mark');
    else put(text, kindOf(text, line.charAt(match.index - 1)));
  }
  put(line.slice(at), 'mark');
  return pieces;
}

function kindOf(text: string, before: string): Piece['kind'] {
  if (text.startsWith('#') && (before === '' || /\s/.test(before))) return 'comment';
  if (/^[!&*]\w/.test(text) || /^(?:true|false|null|~)$/.test(text)) return 'word';
  if (/^-?\d[\d.]*$/.test(text)) return 'number';
  return /^[\s:\-,[\]{}|>]+$/.test(text) ? 'mark' : 'string';
}
