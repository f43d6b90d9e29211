import type { List } from './collections.ts';

/** The readable items of a list with their indexes in the text; an absent list has none. */
export function items<T>(list: List<T> | undefined): [item: T, index: number][] {
  const found: [T, number][] = [];
  list?.forEach((item, index) => {
    if (item !== undefined) found.push([item, index]);
  });
  return found;
}
