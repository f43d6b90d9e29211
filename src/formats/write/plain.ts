/** The view of a task as plain data for a printer. */
import type { Json } from '../../model/json.ts';

/** A value that a printer takes. Maps have their own keys only, in the order of the text. */
export type Plain = string | number | boolean | readonly Plain[] | PlainMap;
export type PlainMap = { readonly [key: string]: Plain };

/** The value without the holes that a list of the view keeps for unreadable items, and without absent members. */
export function plain(value: object): PlainMap {
  return (plainOf(value) ?? {}) as PlainMap;
}

function plainOf(value: unknown): Plain | undefined {
  if (Array.isArray(value)) return value.map(plainOf).filter((item) => item !== undefined);
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).flatMap(([key, member]) => {
      const kept = plainOf(member);
      return kept === undefined ? [] : [[key, kept] as const];
    });
    return Object.fromEntries(members);
  }
  return value === undefined || value === null ? undefined : (value as Exclude<Json, object | null>);
}

/** Whether a value is a map: no text, no number, no list. */
export function isMap(value: Plain | undefined): value is PlainMap {
  return typeof value === 'object' && !Array.isArray(value);
}
