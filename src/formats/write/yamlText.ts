/** Prints plain data as YAML 1.2 that readers of YAML 1.1 take the same way. */
import { isMap, type Plain, type PlainMap } from './plain.ts';

/** Block style, two spaces a level, lists under their key two further in; ended by a line break. */
export function yamlText(value: PlainMap): string {
  return `${mapLines(value, 0).join('\n')}\n`;
}

function mapLines(map: PlainMap, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return Object.entries(map).flatMap(([key, value]) => {
    const [first = '', ...rest] = valueLines(value, depth + 1);
    const head = `${indent}${keyText(key)}:`;
    return first === '' ? [head, ...rest] : [`${head} ${first}`, ...rest];
  });
}

/** The first line goes behind the key or the dash; empty when the value begins on the next line. */
function valueLines(value: Plain, depth: number): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return ['[]'];
    return ['', ...value.flatMap((item: Plain) => itemLines(item, depth))];
  }
  if (isMap(value)) return Object.keys(value).length === 0 ? ['{}'] : ['', ...mapLines(value, depth)];
  if (typeof value === 'string') return textLines(value, depth);
  return [String(value)];
}

function itemLines(item: Plain, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (isMap(item) && Object.keys(item).length > 0) {
    const [first = '', ...rest] = mapLines(item, depth + 1);
    return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
  }
  const [first = '', ...rest] = valueLines(item, depth + 1);
  return first === '' ? [`${indent}-`, ...rest] : [`${indent}- ${first}`, ...rest];
}

/** Short texts as they are where nobody could read them otherwise, scripts as blocks, all else in double quotes. */
function textLines(text: string, depth: number): string[] {
  if (isBlock(text)) {
    const chomp = text.endsWith('\n') ? '' : '-';
    const indent = '  '.repeat(depth);
    const lines = (chomp === '' ? text.slice(0, -1) : text).split('\n');
    return [`|${chomp}`, ...lines.map((line) => (line === '' ? '' : `${indent}${line}`))];
  }
  return [isPlainText(text) ? text : quoted(text)];
}

function keyText(key: string): string {
  return isPlainText(key) ? key : quoted(key);
}

/** Several lines of printable text, none of which begins or ends in a way that a block would change. */
function isBlock(text: string): boolean {
  const lines = text.split('\n');
  if (lines.length < 3 || text.endsWith('\n\n') || text.startsWith('\n')) return false;
  return (
    lines.every((line) => /^(?:[\x21-\x7e\u00a1-\ud7ff][\x20-\x7e\u00a1-\ud7ff]*)?$/.test(lineBody(line))) &&
    /^\S/.test(text)
  );
}

function lineBody(line: string): string {
  return line.replace(/^ +(?=\S)/, '');
}

function isPlainText(text: string): boolean {
  return (
    /^[A-Za-z/_](?:[\w./@+=%()-]|:(?=[^\s])| (?=[\w/.(]))*$/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n|e\d+)$/i.test(text)
  );
}

/** JSON's escapes are YAML's as well; what YAML does not print is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
