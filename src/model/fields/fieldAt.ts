/** Finding the field of a place in a task definition. */
import type { Path } from '../path.ts';
import type { Capacity, Field, StructureField, Taken } from './field.ts';
import { expectedOf, memberOf } from './shape.ts';
import { taskFields } from './taskFields.ts';

/** The task itself as a field: where every path begins. */
export const taskField: StructureField = {
  kind: 'structure',
  label: 'Task definition',
  help: 'The request of RegisterTaskDefinition.',
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  fields: taskFields,
};

/** What stands behind a key of a map. */
const mapValue: Field = { kind: 'longText', label: 'Value', help: 'A text under a key of your own.' };

/** The field at a path: the task itself for the empty one; nothing where the API has no such place. */
export function fieldAt(path: Path): Field | undefined {
  return fieldsAlong(path).at(path.length);
}

/** The fields from the task down to a path, one more than the path has steps; it ends before a step that the API lacks. */
export function fieldsAlong(path: Path): readonly Field[] {
  const along: Field[] = [taskField];
  let field: Field = taskField;
  for (const step of path) {
    const next = below(field, step);
    if (!next) break;
    along.push(next);
    field = next;
  }
  return along;
}

function below(field: Field, step: string | number): Field | undefined {
  if (field.kind === 'list') return typeof step === 'number' ? field.item : undefined;
  if (typeof step !== 'string') return undefined;
  if (field.kind === 'map') return mapValue;
  return field.kind === 'structure' ? memberOf(field.fields, step) : undefined;
}

/** What the API takes at a path, in words ("a whole number", "one of START, …"); nothing where it has no such place. */
export function expectedAt(path: Path): string | undefined {
  const field = fieldAt(path);
  return field && expectedOf(field);
}

/** How a capacity takes what stands at a path. */
export interface Acceptance {
  readonly taken: Taken;
  /** When it depends, or what is special; empty when there is nothing to say. */
  readonly note: string;
  /** Not for Windows containers on any capacity. */
  readonly linuxOnly: boolean;
}

/** The strictest word of the field and of all around it, `no` before `noEffect`, `conditional`, `unknown` and `yes`. */
export function acceptance(path: Path, capacity: Capacity): Acceptance {
  let taken: Taken = 'yes';
  let note = '';
  let linuxOnly = false;
  for (const field of fieldsAlong(path)) {
    const word = field.capacities?.[capacity] ?? 'yes';
    if (strictness.indexOf(word) > strictness.indexOf(taken)) taken = word;
    if (field.capacityNote) note = field.capacityNote;
    linuxOnly ||= field.linuxOnly === true;
  }
  return { taken, note, linuxOnly };
}

const strictness: readonly Taken[] = ['yes', 'unknown', 'conditional', 'noEffect', 'no'];
