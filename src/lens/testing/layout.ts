/** Writes a JSON value in all the ways that people and programs lay JSON out, for tests. */
import * as fc from 'fast-check';
import type { Json } from '../../model/json.ts';

export interface Layout {
  /** Nothing: all in one line. */
  readonly unit: string | undefined;
  readonly eol: string;
  readonly colon: string;
  /** After a comma within a line, and inside the brackets of a list or object of one line. */
  readonly gap: string;
  readonly pad: string;
  /** Lists of scalars, lists of objects and the objects in them begin in the line of their bracket. */
  readonly inlineScalars: boolean;
  readonly hugging: boolean;
  readonly inlineItems: boolean;
  readonly around: readonly [before: string, after: string];
  /** What empty brackets hold. */
  readonly empty: 'nothing' | 'blank' | 'line' | 'blankLine';
  readonly trailingCommas: boolean;
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  unit: fc.constantFrom('  ', '    ', '\t', '   ', undefined),
  eol: fc.constantFrom('\n', '\r\n'),
  colon: fc.constantFrom(': ', ':', ' : ', ':  '),
  gap: fc.constantFrom(' ', ''),
  pad: fc.constantFrom('', ' '),
  inlineScalars: fc.boolean(),
  hugging: fc.boolean(),
  inlineItems: fc.boolean(),
  around: fc.constantFrom<readonly [string, string]>(
    ['', '\n'],
    ['', ''],
    ['\n', '\n\n'],
    ['\ufeff', '\r\n'],
  ),
  empty: fc.constantFrom<Layout['empty']>('nothing', 'nothing', 'blank', 'line', 'blankLine'),
  trailingCommas: fc.constantFrom(false, false, false, true),
});

/** The value as a tidy program of those habits would write it. */
export function laidOut(value: Json, layout: Layout): string {
  const [before, after] = layout.around;
  return before + write(value, layout, '', layout.unit === undefined) + after;
}

function write(value: Json, layout: Layout, base: string, oneLine: boolean): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const list = Array.isArray(value);
  const brackets = list ? '[]' : '{}';
  const keys = Object.keys(value);
  if (keys.length === 0) return brackets.split('').join(emptyInside(layout, base, oneLine));
  const inner = base + (layout.unit ?? '');
  const scalars = Object.values(value).every((item) => typeof item !== 'object');
  const sameLine =
    oneLine || (list ? (scalars ? layout.inlineScalars : layout.hugging) : layout.inlineItems && scalars);
  const within = sameLine && !(list && !scalars && !oneLine && !layout.inlineItems);
  const parts = Object.entries(value).map(([key, item]: [string, Json]) => {
    const text = write(item, layout, sameLine ? base : inner, oneLine || (sameLine && within && !list));
    return list ? text : JSON.stringify(key) + layout.colon + text;
  });
  const [open, close] = brackets;
  if (sameLine) return open + layout.pad + parts.join(`,${layout.gap}`) + layout.pad + close;
  const last = layout.trailingCommas ? ',' : '';
  return open + layout.eol + inner + parts.join(`,${layout.eol}${inner}`) + last + layout.eol + base + close;
}

function emptyInside(layout: Layout, base: string, oneLine: boolean): string {
  if (layout.empty === 'blank') return ' ';
  if (oneLine || layout.empty === 'nothing') return '';
  return (layout.empty === 'line' ? layout.eol : layout.eol + layout.eol) + base;
}

/** The value with blanks, line ends and comments of the given list between its tokens, taken in turn. */
export function scattered(value: Json, blanks: readonly string[]): string {
  let next = 0;
  const blank = () => blanks[next++ % blanks.length] ?? '';
  const put = (item: Json): string => {
    if (item === null || typeof item !== 'object') return JSON.stringify(item);
    if (Array.isArray(item)) return `[${inside(item.map((part: Json) => () => put(part)))}]`;
    const members = Object.entries(item).map(
      ([key, part]: [string, Json]) =>
        () =>
          `${JSON.stringify(key)}${blank()}:${blank()}${put(part)}`,
    );
    return `{${inside(members)}}`;
  };
  const inside = (parts: readonly (() => string)[]): string => {
    let text = blank();
    parts.forEach((part, index) => {
      text += part() + blank();
      if (index < parts.length - 1) text += `,${blank()}`;
    });
    return text;
  };
  return blank() + put(value) + blank();
}

/** Stretches between tokens; with comments if wished. */
export function blankLists(comments: boolean): fc.Arbitrary<readonly string[]> {
  const plain = ['', '', ' ', '  ', '\n', '\n  ', '\r\n\t', '\n\n    ', ' \n '];
  const commented = [' // one\n', '/* two */', '\n  /* three\n  lines */\n', '//\n  ', ' /* four */ '];
  return fc.array(fc.constantFrom(...plain, ...(comments ? commented : [])), { minLength: 1, maxLength: 40 });
}
