/** Prints values as TypeScript. */
import type { Plain } from './plain.ts';

/** An expression that is TypeScript already. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type TsValue = Plain | Code | readonly TsValue[] | { readonly [member: string]: TsValue | undefined };

const WIDEST = 84;

/** A value as an expression, two spaces a level; members that are undefined are left out. */
export function tsValue(value: TsValue): string {
  if (value instanceof Code) return value.text;
  if (typeof value === 'string') return tsString(value);
  if (Array.isArray(value)) return inBrackets('[', ']', (value as readonly TsValue[]).map(tsValue), '');
  if (typeof value !== 'object') return String(value);
  const members = Object.entries(value as { readonly [member: string]: TsValue | undefined }).flatMap(
    ([key, inner]) => (inner === undefined ? [] : [member(key, tsValue(inner))]),
  );
  return inBrackets('{', '}', members, ' ');
}

/** `stopTimeout: cdk.Duration.seconds(30)`; `image` alone where value and name are one. */
function member(key: string, value: string): string {
  const name = /^[A-Za-z_$][\w$]*$/.test(key) && key !== '__proto__' ? key : tsString(key);
  // Written `"__proto__": …` a literal would set the prototype.
  return key === '__proto__' ? `['__proto__']: ${value}` : key === value ? key : `${name}: ${value}`;
}

function inBrackets(open: string, close: string, parts: readonly string[], pad: string): string {
  if (parts.length === 0) return open + close;
  const line = parts.join(', ');
  if (line.length <= WIDEST && !line.includes('\n')) return `${open}${pad}${line}${pad}${close}`;
  return `${open}\n${parts.map((part) => `${shifted(part)},`).join('\n')}\n${close}`;
}

/** A call of a method; arguments that do not fit into a line stand below each other. */
export function tsCall(callee: string, args: readonly TsValue[]): string {
  const texts = args.map(tsValue);
  const line = texts.join(', ');
  const fits = texts.length < 2 || (callee.length + line.length <= WIDEST && !line.includes('\n'));
  return fits
    ? `${callee}(${line})`
    : `${callee}(\n${texts.map((text) => `${shifted(text)},`).join('\n')}\n)`;
}

/** Every line two further in; texts have no line breaks of their own. */
export function shifted(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** In single quotes unless double ones save escapes; all that is not printed is escaped. */
export function tsString(text: string): string {
  const inDouble = JSON.stringify(text).replace(
    /[\u007f-\u00a0\u2028\u2029\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  if (text.includes("'") && !text.includes('"')) return inDouble;
  return `'${inDouble.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
