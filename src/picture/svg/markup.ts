/** SVG as text, with everything from outside escaped. */
import type { Rect } from '../box.ts';
import { fontFamilies } from './type.ts';

/** An attribute that is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element. `inner` is markup already: text goes through `escaped` first. */
export function element(name: string, attributes: Attributes, inner?: string): string {
  let head = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined)
      head += ` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`;
  }
  return inner === undefined || inner === '' ? `${head}/>` : `${head}>${inner}</${name}>`;
}

/** A picture that stands by itself: what lies in the box, its parts a line each. */
export function standalone(
  { x, y, width, height }: Rect,
  parts: readonly string[],
  more: Attributes = {},
): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `${x} ${y} ${width} ${height}`,
    width,
    height,
    role: 'img',
    'font-family': fontFamilies.text,
    ...more,
  };
  return element('svg', attributes, `\n${parts.join('\n')}\n`);
}

/**
 * Text as it may stand in markup and in attributes: `&`, `<`, `>` and quotes are escaped; control characters, which XML
 * forbids, become "�"; marks that turn the direction of writing are closed in, so that they change no other text.
 */
export function escaped(text: string): string {
  let safe = '';
  for (const letter of text) safe += letterIn(letter);
  return /[\u202a-\u202e\u2066-\u2069]/.test(text) ? `\u2068${safe}${closing(text)}\u2069` : safe;
}

/** A number in a picture: to a tenth of a px. */
export function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function letterIn(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (letter === '&') return '&amp;';
  if (letter === '<') return '&lt;';
  if (letter === '>') return '&gt;';
  if (letter === '"') return '&quot;';
  if (letter === "'") return '&#39;';
  const forbidden =
    (code < 32 && letter !== '\t' && letter !== '\n') ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xd800 && code < 0xe000) ||
    code === 0xfffe ||
    code === 0xffff;
  return forbidden ? '\ufffd' : letter;
}

/** What ends the embeddings, overrides and isolates that the text itself leaves open. */
function closing(text: string): string {
  let open: string[] = [];
  for (const letter of text) {
    if (/[\u202a\u202b\u202d\u202e]/.test(letter)) open.push('\u202c');
    else if (/[\u2066-\u2068]/.test(letter)) open.push('\u2069');
    else if (letter === '\u202c' || letter === '\u2069') open = open.slice(0, -1);
  }
  return open.reverse().join('');
}
