/** The functions of Terraform that only rearrange what is known. */
import { Encoded, isKnownValue, isList, isMembers, Unknown, type Value } from './values.ts';

/** Gives nothing where it cannot tell: the call then stays as its own text. */
type Known = (args: readonly Value[]) => Value | undefined;

const same: Known = ([value]) => value;

export const functions: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['jsonencode', ([value]) => (value === undefined ? undefined : new Encoded(value))],
  ['jsondecode', ([value]) => (value instanceof Encoded ? value.value : undefined)],
  ['nonsensitive', same],
  ['sensitive', same],
  ['tolist', same],
  ['toset', same],
  ['tomap', same],
  ['concat', concat],
  ['merge', merge],
  ['flatten', ([list]) => (list !== undefined && isList(list) ? flat(list, 0) : undefined)],
  [
    'compact',
    ([list]) =>
      list !== undefined && isList(list) ? list.filter((item) => item !== '' && item !== null) : undefined,
  ],
  ['coalesce', (args) => firstOf(args, (value) => value !== null && value !== '')],
  ['try', (args) => args.find((value) => !(value instanceof Unknown))],
  [
    'tostring',
    ([value]) =>
      typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : typeof value === 'string'
          ? value
          : undefined,
  ],
  [
    'tonumber',
    ([value]) =>
      typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)
        ? Number(value)
        : typeof value === 'number'
          ? value
          : undefined,
  ],
  [
    'tobool',
    ([value]) =>
      value === 'true' || value === 'false'
        ? value === 'true'
        : typeof value === 'boolean'
          ? value
          : undefined,
  ],
  ['lower', ([text]) => (typeof text === 'string' ? text.toLowerCase() : undefined)],
  ['upper', ([text]) => (typeof text === 'string' ? text.toUpperCase() : undefined)],
  ['trimspace', ([text]) => (typeof text === 'string' ? text.trim() : undefined)],
  ['chomp', ([text]) => (typeof text === 'string' ? text.replace(/[\r\n]+$/, '') : undefined)],
  ['format', format],
  [
    'join',
    ([gap, list]) =>
      typeof gap === 'string' &&
      list !== undefined &&
      isList(list) &&
      list.every((item) => typeof item === 'string' || typeof item === 'number')
        ? list.join(gap)
        : undefined,
  ],
  [
    'split',
    ([gap, text]) =>
      typeof gap === 'string' && gap !== '' && typeof text === 'string' ? text.split(gap) : undefined,
  ],
  [
    'length',
    ([of]) =>
      of === undefined || !isKnownValue(of)
        ? undefined
        : isList(of) || typeof of === 'string'
          ? of.length
          : isMembers(of)
            ? of.size
            : undefined,
  ],
  ['keys', ([of]) => (isMembers(of) ? [...of.keys()].sort() : undefined)],
  ['values', ([of]) => (isMembers(of) ? [...of.keys()].sort().map((key) => of.get(key) ?? null) : undefined)],
  [
    'lookup',
    ([of, key, otherwise]) =>
      isMembers(of) && typeof key === 'string' ? (of.get(key) ?? otherwise) : undefined,
  ],
  [
    'element',
    ([list, index]) =>
      list !== undefined && isList(list) && list.length > 0 && typeof index === 'number'
        ? list[index % list.length]
        : undefined,
  ],
  [
    'one',
    ([list]) => (list !== undefined && isList(list) && list.length < 2 ? (list[0] ?? null) : undefined),
  ],
]);

/** Lists put together; one that is not known stays as one item. */
function concat(args: readonly Value[]): Value {
  return args.flatMap((list) => (isList(list) ? list : list === null ? [] : [list]));
}

/** Nothing where one of the maps is not known: its members could write over the others. */
function merge(args: readonly Value[]): Value | undefined {
  const merged = new Map<string, Value>();
  for (const map of args) {
    if (isMembers(map)) for (const [key, value] of map) merged.set(key, value);
    else if (map instanceof Unknown) merged.set(`\${${map.source}}`, map);
    else if (map !== null) return undefined;
  }
  return merged;
}

function flat(list: readonly Value[], depth: number): Value[] {
  return list.flatMap((item) => (isList(item) && depth < 20 ? flat(item, depth + 1) : [item]));
}

function firstOf(args: readonly Value[], counts: (value: Value) => boolean): Value | undefined {
  for (const value of args) {
    if (value instanceof Unknown) return undefined;
    if (counts(value)) return value;
  }
  return undefined;
}

function format([pattern, ...args]: readonly Value[]): Value | undefined {
  if (typeof pattern !== 'string' || !args.every((arg) => typeof arg === 'string' || typeof arg === 'number'))
    return undefined;
  let next = 0;
  if (/%[^sdv%]/.test(pattern)) return undefined;
  return pattern.replace(/%([sdv%])/g, (_all, verb: string) =>
    verb === '%' ? '%' : String(args[next++] ?? ''),
  );
}
