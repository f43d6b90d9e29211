/** Writes values as YAML, in lines or in brackets. */
import type { Json } from '../../model/json.ts';
import { isList, isObject } from '../syntax/write/content.ts';
import { type ScalarValue, spell } from './spell.ts';
import type { YamlStyle } from './style.ts';

const pad = (columns: number) => ' '.repeat(columns);

export function isScalarValue(value: Json): value is ScalarValue {
  return !isList(value) && !isObject(value);
}

/** A key and its value; `column` is where the key stands. */
export function entry(key: string, value: Json, column: number, style: YamlStyle): string {
  return `${spell(key, style.quote)}:${afterKey(value, column, style)}`;
}

/** What follows the colon of a key that stands at a column. */
export function afterKey(value: Json, column: number, style: YamlStyle): string {
  if (isScalarValue(value) || isInline(value, style)) return ` ${inBrackets(value, style)}`;
  if (isList(value)) {
    const at = column + style.dash;
    return value.map((item) => `${style.eol}${pad(at)}- ${afterDash(item, at, style)}`).join('');
  }
  const at = column + style.unit;
  return Object.entries(value)
    .map(([key, inner]) => `${style.eol}${pad(at)}${entry(key, inner, at, style)}`)
    .join('');
}

/** What follows `- `; `column` is where the dash stands. */
export function afterDash(value: Json, column: number, style: YamlStyle): string {
  if (isList(value) || isScalarValue(value) || Object.keys(value).length === 0)
    return inBrackets(value, style);
  return Object.entries(value)
    .map(([key, inner]) => entry(key, inner, column + 2, style))
    .join(`${style.eol}${pad(column + 2)}`);
}

/** The value in one line. */
export function inBrackets(value: Json, style: YamlStyle): string {
  if (isList(value)) return `[${value.map((item) => inBrackets(item, style)).join(', ')}]`;
  if (!isObject(value)) return spell(value, style.quote);
  const members = Object.entries(value).map(
    ([key, inner]) => `${spell(key, style.quote)}: ${inBrackets(inner, style)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function isInline(value: readonly Json[] | { readonly [key: string]: Json }, style: YamlStyle): boolean {
  if (Object.keys(value).length === 0) return true;
  return isList(value) && style.scalarsInline && value.every(isScalarValue);
}
