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

/** Whether both say the same, with their members in the same order; what is no plain object or array only as itself. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (Array.isArray(one)) return Array.isArray(other) && isSameList(one, other);
  return !Array.isArray(other) && isPlain(one) && isPlain(other) && hasSameMembers(one, other);
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) {
    const item = one[index];
    if (item !== other[index] && !isSame(item, other[index])) return false;
    // A hole is no `undefined`.
    if (item === undefined && index in one !== index in other) return false;
  }
  return true;
}

function hasSameMembers(one: Members, other: Members): boolean {
  const names = Object.keys(one);
  const others = Object.keys(other);
  if (names.length !== others.length) return false;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    if (name !== others[index]) return false;
    const value = one[name];
    if (value !== other[name] && !isSame(value, other[name])) return false;
  }
  return true;
}

function shared(before: unknown, after: unknown): unknown {
  if (before === after || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(after)) return Array.isArray(before) ? sharedList(before, after) : after;
  return Array.isArray(before) || !isPlain(before) || !isPlain(after) ? after : sharedMembers(before, after);
}

// Nothing is made before something is found to be replaced: most of what is compared is equal, or shares nothing.
function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const counterpart = counterparts(before);
  let equal = before.length === after.length;
  let items: unknown[] | undefined;
  for (let index = 0; index < after.length; index += 1) {
    // An item that could not be read leaves a hole, and a hole it stays.
    if (!(index in after)) {
      equal &&= !(index in before);
      continue;
    }
    const item = after[index];
    const kept = shared(counterpart(item, index), item);
    if (kept !== item) items ??= after.slice();
    if (items !== undefined) items[index] = kept;
    equal &&= kept === before[index] && index in before;
  }
  return equal ? before : (items ?? after);
}

function sharedMembers(before: Members, after: Members): Members {
  const names = Object.keys(after);
  const namesBefore = Object.keys(before);
  let equal = names.length === namesBefore.length;
  let values: unknown[] | undefined;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    const inPlace = name === namesBefore[index];
    const value = after[name];
    const kept = shared(inPlace || Object.hasOwn(before, name) ? before[name] : undefined, value);
    if (kept !== value) values ??= names.map((each) => after[each]);
    if (values !== undefined) values[index] = kept;
    equal &&= inPlace && kept === before[name];
  }
  if (equal) return before;
  // From entries, as a member `__proto__` of a user's text is a member like any other.
  return values === undefined
    ? after
    : Object.fromEntries(names.map((name, index) => [name, values?.[index]]));
}

type Members = Readonly<Record<string, unknown>>;

interface Keyed {
  readonly key?: unknown;
}

/** Finds the item of a list that another list's item is to be compared with. */
function counterparts(list: readonly unknown[]): (item: unknown, index: number) => unknown {
  if (keyOf(list[0]) === undefined) return (_, index) => list[index];
  let byKey: ReadonlyMap<unknown, unknown> | undefined;
  return (item, index) => {
    const key = keyOf(item);
    if (key === undefined) return list[index];
    const there = list[index];
    if (keyOf(there) === key && byKey === undefined) return there;
    byKey ??= new Map(list.map((each) => [keyOf(each), each]));
    return byKey.get(key);
  };
}

function keyOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  const { key } = item as Keyed;
  return typeof key === 'string' ? key : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isPlain(value: object): value is Members {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
