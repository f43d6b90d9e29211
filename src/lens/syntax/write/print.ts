/** Writes a new value in the style of a file. */
import type { Json } from '../../../model/json.ts';
import { isList, isObject } from './content.ts';
import type { Spell } from './spelling.ts';
import type { Style } from './style.ts';

/** Lists of scalars go in one line up to this many characters, if the file gives no example. */
const ONE_LINE_WIDTH = 80;

export interface Spot {
  /** The indentation of the line in which the value begins. */
  readonly base: string;
  /** The column in which the value begins, where it is known. */
  readonly column?: number | undefined;
  /** The value must stay in its line. */
  readonly inline: boolean;
  /** One level of indentation around here; the file's if absent. */
  readonly unit?: string | undefined;
  /** The colon that the members around here have; the file's if absent. */
  readonly colon?: string | undefined;
  /** Colons that single members have in the neighbour. */
  readonly colons?: ReadonlyMap<string, string> | undefined;
  /** The member's name, with `[]` for an item of its list. */
  readonly name: string;
  /** How the members of the neighbour are indented, and its closing bracket, if it stands in several lines. */
  readonly like?: { readonly inner: string; readonly close: string } | undefined;
  /** Whether the neighbour begins in the line of its bracket. */
  readonly likeInline?: boolean | undefined;
}

/** A text, number, boolean or null: of the habits of a file it takes the spelling alone. */
export function printScalar(value: Json, spell: Spell): string {
  return typeof value === 'string' ? spell(value) : (JSON.stringify(value) ?? 'null');
}

export function print(value: Json, style: Style, spot: Spot): string {
  if (isList(value)) {
    if (value.length === 0) return '[]';
    return bracketed('[]', style.arrayPad, style, spot, listInline(value, style, spot), (inner, inline) =>
      value.map((item) =>
        print(item, style, {
          base: inner,
          column: inline ? undefined : inner.length,
          inline,
          unit: spot.unit,
          colon: spot.colon,
          name: `${spot.name}[]`,
        }),
      ),
    );
  }
  if (isObject(value)) {
    const keys = Object.keys(value);
    if (keys.length === 0) return '{}';
    return bracketed('{}', style.objectPad, style, spot, objectInline(style, spot), (inner, inline) =>
      keys.map((key) => {
        const before = style.spell(key) + (spot.colons?.get(key) ?? spot.colon ?? style.colon);
        const column = inline ? undefined : inner.length + before.length;
        const { unit, colon } = spot;
        return (
          before + print(value[key] ?? null, style, { base: inner, column, inline, unit, colon, name: key })
        );
      }),
    );
  }
  return printScalar(value, style.spell);
}

function bracketed(
  brackets: '[]' | '{}',
  pad: string,
  style: Style,
  spot: Spot,
  sameLine: boolean,
  parts: (inner: string, inline: boolean) => string[],
): string {
  const [open, close] = brackets;
  if (sameLine) {
    // Only a list may hold values of several lines without a line of its own: `[{ … }, { … }]`.
    const inline = spot.inline || brackets === '{}';
    return `${open}${pad}${parts(spot.base, inline).join(`,${style.gap}`)}${pad}${close}`;
  }
  const outer = outerOf(spot, style);
  const inner = spot.like?.inner ?? outer + (spot.unit ?? style.unit);
  const lines = parts(inner, false).join(`,${style.eol}${inner}`);
  return `${open}${style.eol}${inner}${lines}${style.eol}${spot.like?.close ?? outer}${close}`;
}

/** The indentation of the closing bracket of a value. */
export function outerOf({ base, column }: Pick<Spot, 'base' | 'column'>, style: Style): string {
  return style.aligned && column !== undefined ? ' '.repeat(column) : base;
}

function objectInline(style: Style, spot: Spot): boolean {
  if (spot.inline || style.oneLine) return true;
  return spot.likeInline ?? style.inline.get(spot.name) ?? false;
}

/** Whether a list goes into the line of its bracket. */
export function listInline(value: readonly Json[], style: Style, spot: Spot): boolean {
  if (spot.inline || style.oneLine) return true;
  const known = spot.likeInline ?? style.inline.get(spot.name);
  if (known !== undefined) return known;
  if (value.some((item) => isList(item) || isObject(item))) return style.objectsInline ?? false;
  return style.scalarsInline ?? JSON.stringify(value).length + spot.base.length <= ONE_LINE_WIDTH;
}
