/** Prints values and blocks in the language of Terraform, HCL 2. */
import { expressionsIn } from '../terraform/expressions.ts';
import { isMap, type Plain, type PlainMap } from './plain.ts';

export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** An attribute is `[name, expression]`; the expression is HCL already. */
  readonly body: readonly (readonly [name: string, expression: string] | HclBlock)[];
}

/** A block with its body, two spaces a level, equal signs of neighbouring attributes under each other; ended by a line break. */
export function hclText(block: HclBlock): string {
  return `${blockLines(block, 0).join('\n')}\n`;
}

function blockLines({ type, labels, body }: HclBlock, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const lines = [`${indent}${[type, ...labels.map(hclString)].join(' ')} {`];
  const widths = attributeWidths(body);
  body.forEach((part, index) => {
    if ('type' in part) {
      if (index > 0) lines.push('');
      lines.push(...blockLines(part, depth + 1));
    } else {
      const [name, expression] = part;
      const [first = '', ...rest] = expression.split('\n');
      const width = rest.length > 0 ? name.length : (widths[index] ?? 0);
      lines.push(`${indent}  ${name.padEnd(width)} = ${first}`, ...rest.map((line) => `${indent}  ${line}`));
    }
  });
  lines.push(`${indent}}`);
  return lines;
}

/** As `terraform fmt` has it: one column of equal signs per run of attributes of one line. */
function attributeWidths(body: HclBlock['body']): number[] {
  const isShort = (part: HclBlock['body'][number] | undefined) =>
    part !== undefined && !('type' in part) && !part[1].includes('\n');
  const widths: number[] = [];
  for (let start = 0; start < body.length; ) {
    let end = start;
    while (isShort(body[end])) end += 1;
    const run = body.slice(start, end);
    const width = Math.max(0, ...run.map((part) => ('type' in part ? 0 : part[0].length)));
    for (let index = start; index < end; index += 1) widths[index] = width;
    start = end + 1;
  }
  return widths;
}

/** How a text is written. */
export type TextPrinter = (text: string) => string;

/** A value as an expression. Names of structures stand bare, keys of the user's own in quotes. */
export function hclValue(value: Plain, print: TextPrinter = hclString): string {
  if (typeof value === 'string') return print(value);
  if (Array.isArray(value)) {
    const items = value.map((item: Plain) => hclValue(item, print));
    if (items.every((item) => !item.includes('\n')) && items.join(', ').length < 90 && !value.some(isMap)) {
      return `[${items.join(', ')}]`;
    }
    return `[\n${items.map((item) => `${shifted(item)},`).join('\n')}\n]`;
  }
  if (isMap(value)) return mapText(value, print);
  return String(value);
}

function mapText(map: PlainMap, print: TextPrinter): string {
  const entries = Object.entries(map).map(([key, value]) => [keyText(key), hclValue(value, print)] as const);
  if (entries.length === 0) return '{}';
  const width = Math.max(...entries.map(([key, value]) => (value.includes('\n') ? 0 : key.length)));
  const lines = entries.map(([key, value]) =>
    shifted(`${value.includes('\n') ? key : key.padEnd(width)} = ${value}`),
  );
  return `{\n${lines.join('\n')}\n}`;
}

function shifted(text: string): string {
  return text.replace(/^/gm, '  ');
}

/** `for` begins an expression of its own in braces, so it is quoted, and so is all that is no plain name. */
function keyText(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) && !/^(?:for|if|in|true|false|null)$/.test(key) ? key : hclString(key);
}

/**
 * A quoted text that Terraform gives back as it was. `\${` and `%{` would begin a template: their sign is doubled, and
 * behind the same sign, where doubling is ambiguous, written as a code.
 */
export function hclString(text: string): string {
  return `"${escaped(text)}"`;
}

/** The same with the expressions of Terraform's that stand in it: they are worked out, and not given back as they were. */
export function hclTemplate(text: string): string {
  const parts = expressionsIn(text);
  const [only, more] = parts;
  if (typeof only === 'object' && more === undefined) return only.expression;
  const inner = parts.map((part) => (typeof part === 'string' ? escaped(part) : `\${${part.expression}}`));
  return `"${inner.join('')}"`;
}

function escaped(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped.
    /[$%]+\{|["\\\n\r\t]|[\u0000-\u001f\u007f\u2028\u2029\ud800-\udfff]/gu,
    (found) => {
      const brief = BRIEF[found];
      if (brief !== undefined) return brief;
      if (found.endsWith('{')) {
        if (found.length === 2) return `${found.charAt(0)}${found}`;
        return `${[...found.slice(0, -1)].map(coded).join('')}{`;
      }
      return coded(found);
    },
  );
}

const BRIEF: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function coded(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  // Half a character has no place in a file: it becomes the sign for one that is missing.
  return `\\u${(code >= 0xd800 && code < 0xe000 ? 0xfffd : code).toString(16).padStart(4, '0')}`;
}
