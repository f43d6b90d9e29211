/** A value of the wrong type as the one that was surely meant. */
import type { Field } from '../../model/fields/field.ts';
import { isValueOf, memberOf, shapeOf, valuesOf } from '../../model/fields/shape.ts';
import type { Json } from '../../model/json.ts';

/** The value that a field wants, made of what stands there as JSON text; nothing when it would be a guess. */
export function retyped(raw: string, field: Field): Json | undefined {
  if (raw.length > 20_000) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return undefined;
  }
  return convert(value, field);
}

function convert(value: unknown, field: Field): Json | undefined {
  const shape = shapeOf(field);
  if (shape === 'integer')
    return typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : undefined;
  if (shape === 'boolean') return typeof value === 'string' ? truthOf(value.trim().toLowerCase()) : undefined;
  if (shape === 'text') {
    const plain = typeof value === 'number' || (typeof value === 'boolean' && field.kind === 'longText');
    if (plain) return isValueOf(field, String(value)) ? String(value) : undefined;
    if (typeof value !== 'string') return undefined;
    return valuesOf(field)?.find((word) => word.toLowerCase() === value.trim().toLowerCase());
  }
  if (field.kind === 'list') {
    const { item } = field;
    // A text of several words is a command line more often than one item.
    if (typeof value === 'string')
      return shapeOf(item) === 'text' && isValueOf(item, value) && /^\S+$/.test(value) ? [value] : undefined;
    return pairs(value, item);
  }
  return undefined;
}

function truthOf(word: string): boolean | undefined {
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** `{"STAGE": "prod"}` as a list of names and values, where the items are of that kind. */
function pairs(value: unknown, item: Field): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || item.kind !== 'structure')
    return undefined;
  const name = memberOf(item.fields, 'name') ? 'name' : 'key';
  const members = Object.keys(item.fields);
  if (members.length !== 2 || !members.includes(name) || !members.includes('value')) return undefined;
  const entries = Object.entries(value);
  if (entries.length === 0) return undefined;
  if (!entries.every(([, one]) => ['string', 'number', 'boolean'].includes(typeof one))) return undefined;
  return entries.map(([key, one]) => ({ [name]: key, value: String(one) }));
}
