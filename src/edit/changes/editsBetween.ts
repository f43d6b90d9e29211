/** The fewest edits that lead from what the view shows at a place to another value. */
import type { Edit } from '../../model/edit.ts';
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';

/**
 * Edits that turn `before` (a value of the view, or nothing) into `after`. Members that only the text knows stay; items
 * of lists are paired from both ends, what is left over in the middle one by one.
 */
export function editsBetween(path: Path, before: unknown, after: Json): Edit[] {
  if (isList(before) && isList(after)) return editsOfList(path, before, after);
  if (isObject(before) && isObject(after)) {
    const gone = Object.keys(before).filter((key) => before[key] !== undefined && !Object.hasOwn(after, key));
    return [
      ...Object.keys(after).flatMap((key) =>
        editsBetween(
          [...path, key],
          Object.hasOwn(before, key) ? before[key] : undefined,
          after[key] as Json,
        ),
      ),
      ...gone.map((key): Edit => ({ op: 'remove', path: [...path, key] })),
    ];
  }
  return before === after ? [] : [{ op: 'set', path, value: after }];
}

function editsOfList(path: Path, before: readonly unknown[], after: readonly Json[]): Edit[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail]))
    tail += 1;

  const common = shorter - head - tail;
  const edits: Edit[] = [];
  for (let index = head; index < head + common; index += 1) {
    edits.push(...editsBetween([...path, index], before[index], after[index] as Json));
  }
  for (let index = head + common; index < after.length - tail; index += 1) {
    edits.push({ op: 'insert', path: [...path, index], value: after[index] as Json });
  }
  for (let index = before.length - tail - 1; index >= head + common; index -= 1) {
    edits.push({ op: 'remove', path: [...path, index] });
  }
  return edits;
}

function isSame(a: unknown, b: unknown): boolean {
  if (isList(a) && isList(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
    );
  }
  return a === b;
}

function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
