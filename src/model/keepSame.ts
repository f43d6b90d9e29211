/** Sharing between two states of plain data, so that whoever compares by identity sees only what really changed. */

/**
 * `after`, with every part that equals its counterpart in `before` replaced by that very object. Counterparts are the
 * members of one name; the items of one `key` where items have one, else the items of one index. Where all is equal it
 * is `before` itself, where nothing is `after`. Only plain objects and arrays are looked into; both sides stay as they
 * are.
 */
export function keepSame<T>(before: unknown, after: T): T {
  return shared(before, after) as T;
}

function shared(before: unknown, after: unknown): unknown {
  if (before === after || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? sharedList(before, after) : after;
  return Array.isArray(before) || !isPlain(before) || !isPlain(after) ? after : sharedMembers(before, after);
}

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const byKey = keyed(before);
  let equal = before.length === after.length;
  let replaced = false;
  const items = new Array<unknown>(after.length);
  for (let index = 0; index < after.length; index += 1) {
    // An item that could not be read leaves a hole, and a hole it stays.
    if (index in after) {
      const item = after[index];
      items[index] = shared(
        byKey !== undefined && isObject(item) ? byKey.get((item as Keyed).key) : before[index],
        item,
      );
      replaced ||= items[index] !== item;
    }
    equal &&= index in after === index in before && items[index] === before[index];
  }
  return equal ? before : replaced ? items : after;
}

function sharedMembers(before: Members, after: Members): Members {
  const names = Object.keys(after);
  const namesBefore = Object.keys(before);
  let equal = names.length === namesBefore.length;
  let replaced = false;
  const values = names.map((name, index) => {
    const value = shared(Object.hasOwn(before, name) ? before[name] : undefined, after[name]);
    equal &&= name === namesBefore[index] && value === before[name];
    replaced ||= value !== after[name];
    return value;
  });
  if (equal) return before;
  // From entries, as a member `__proto__` of a user's text is a member like any other.
  return replaced ? Object.fromEntries(names.map((name, index) => [name, values[index]])) : after;
}

type Members = Readonly<Record<string, unknown>>;

interface Keyed {
  readonly key?: unknown;
}

function keyed(list: readonly unknown[]): ReadonlyMap<unknown, unknown> | undefined {
  if (!isObject(list[0]) || typeof (list[0] as Keyed).key !== 'string') return undefined;
  return new Map(list.map((item) => [isObject(item) ? (item as Keyed).key : undefined, item]));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: object): value is Members {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
