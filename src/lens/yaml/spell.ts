/** Writes a scalar so that YAML readers of either version take it for what it is. */
import type { SyntaxNode } from '../syntax/tree.ts';
import { styleOfScalar } from './tree.ts';

export type Quote = 'single' | 'double';

export type ScalarValue = string | number | boolean | null;

/** Words that YAML 1.1 or 1.2 takes for something else than text. */
const WORDS = /^(?:~|e\d+|null|true|false|yes|no|on|off|y|n|\.inf|\.nan|=|<<)$/i;
/** Numbers, dates and times in any of their spellings; too much rather than too little. */
const NUMBERS = /^[-+]?\.?\d[\d_.,:eExXoO+\-a-fA-FTZ ]*$/;
const PLAIN = /^[A-Za-z0-9_/.$(+^;\\-]/;
/** What no YAML reader shows as it is: controls, line ends of all kinds, halves of characters, the byte order mark. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u;

/** Whether a text may stand without quotation marks, also within brackets. */
export function isPlain(text: string): boolean {
  if (!PLAIN.test(text) || WORDS.test(text) || NUMBERS.test(text)) return false;
  if (/^-(?:$|[ -])|^\.\.\.|: |:$| #|[[\]{},]| $/.test(text)) return false;
  return !HIDDEN.test(text);
}

/**
 * A scalar in one line, in the style of the one that it replaces. A text stays without quotation marks where a number
 * stood without: CloudFormation takes either.
 */
export function spell(value: ScalarValue, quote: Quote, old?: SyntaxNode): string {
  if (typeof value !== 'string') {
    const quoted = old?.kind === 'string' && value !== null && styleOfScalar(old);
    return quoted === 'double' ? `"${value}"` : quoted === 'single' ? `'${value}'` : String(value);
  }
  if (HIDDEN.test(value)) return inDouble(value);
  const style = old === undefined ? 'plain' : styleOfScalar(old);
  if (style === 'double') return inDouble(value);
  if (style === 'single') return inSingle(value);
  if (isPlain(value)) return value;
  if (old?.kind === 'number' && /^(?:0|[1-9]\d*)$/.test(value)) return value;
  if (old?.kind === 'literal' && /^(?:true|false)$/.test(value)) return value;
  return quote === 'single' ? inSingle(value) : inDouble(value);
}

function inSingle(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function inDouble(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A text of several lines after `|`, with the indentation of the lines that stood there; nothing where that is not safe. */
export function spellLines(value: string, raw: string, eol: string): string | undefined {
  const indent = /^[^\r\n]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*( +)/.exec(raw)?.[1];
  const body = value.endsWith('\n') ? value.slice(0, -1) : value;
  if (indent === undefined || !/^\|[-+]?\s/.test(raw)) return undefined;
  if (!body.includes('\n') || /^[ \n]|\n$/.test(body) || HIDDEN.test(body.replace(/[\n\t]/g, '')))
    return undefined;
  const lines = body.split('\n').map((line) => (line === '' ? '' : indent + line));
  return [value.endsWith('\n') ? '|' : '|-', ...lines].join(eol);
}
