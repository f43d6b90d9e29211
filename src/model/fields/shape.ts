/** What kind of JSON value a field takes: all that a reader needs to tell a readable value from an unreadable one. */
import type { Field, FieldKind, Fields } from './field.ts';

/** `integer` is a JSON number without a fraction; `texts` is an object whose values are all texts. */
export type Shape = 'text' | 'integer' | 'boolean' | 'list' | 'texts' | 'structure';

const shapes: Readonly<Record<FieldKind, Shape>> = {
  text: 'text',
  longText: 'text',
  enum: 'text',
  count: 'integer',
  seconds: 'integer',
  mebibytes: 'integer',
  gibibytes: 'integer',
  cpuUnits: 'integer',
  port: 'integer',
  percent: 'integer',
  exitCode: 'integer',
  boolean: 'boolean',
  list: 'list',
  map: 'texts',
  structure: 'structure',
};

/** The kind of JSON value that a field takes. An enum takes a text, and of texts only those for which `isValueOf` holds. */
export function shapeOf(field: Field): Shape {
  return shapes[field.kind];
}

/** The member of that name; nothing for a name that the API does not know, whatever objects inherit. */
export function memberOf(fields: Fields, name: string): Field | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** The values of an enum, in reading order; nothing for any other field. */
export function valuesOf(field: Field): readonly string[] | undefined {
  return field.kind === 'enum' ? Object.keys(field.values) : undefined;
}

/** Whether an enum has this value; any text suits another field. */
export function isValueOf(field: Field, text: string): boolean {
  return field.kind !== 'enum' || Object.hasOwn(field.values, text);
}

/** What the API takes there, in words that end the sentence "ECS takes …". */
export function expectedOf(field: Field): string {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return 'a text';
    case 'enum': {
      const values = Object.keys(field.values);
      return values.length === 1 ? `"${values[0]}"` : `one of ${values.join(', ')}`;
    }
    case 'boolean':
      return 'true or false';
    case 'list':
      return field.item.kind === 'structure' ? 'a list of objects' : 'a list';
    case 'map':
      return 'an object with texts as values';
    case 'structure':
      return 'an object';
    default:
      return 'a whole number';
  }
}
