/** Task definitions made by chance out of the field tables, and out of the catalogue. */
import fc from 'fast-check';
import {
  containerTemplates,
  examples,
  logTemplates,
  sidecars,
  volumeTemplates,
} from '../../catalogue/index.ts';
import type { Change } from '../../edit/change.ts';
import { addContainer } from '../../edit/changes/containers.ts';
import { routeLogs } from '../../edit/changes/logs.ts';
import { addVolume } from '../../edit/changes/volumes.ts';
import { applyChange, newDesign, readingOf } from '../../edit/design.ts';
import { isRefusal } from '../../model/edit.ts';
import type { Field } from '../../model/fields/field.ts';
import { taskField } from '../../model/fields/fieldAt.ts';
import { shapeOf } from '../../model/fields/shape.ts';
import type { Json } from '../../model/json.ts';
import type { Reading } from '../../model/reading.ts';
import { awkward } from './written.ts';

const texts = fc.oneof(
  fc.constantFrom('app', 'db', 'cache', 'a-b_c', 'acme/web:3', '/data', 'x512', 'arn:aws:ecs:x', '${NAME}'),
  fc.constantFrom(...awkward),
);

/** Without a container there is nothing by which a list of them could be recognised. */
const fewest = (field: Field) => (field === taskField.fields.containerDefinitions ? 1 : 0);

/** A value of the right type for a field: any text, any number within its bounds, any of its members. */
function valueFor(field: Field): fc.Arbitrary<Json> {
  switch (shapeOf(field)) {
    case 'text':
      return field.kind === 'enum' ? fc.constantFrom(...Object.keys(field.values)) : texts;
    case 'integer':
      return fc.integer({
        min: 'min' in field ? (field.min ?? 0) : 0,
        max: 'max' in field ? (field.max ?? 9000) : 9000,
      });
    case 'boolean':
      return fc.boolean();
    case 'texts':
      return fc.dictionary(texts, texts, { maxKeys: 3, noNullPrototype: true });
    case 'list':
      return field.kind === 'list'
        ? fc.array(valueFor(field.item), { minLength: fewest(field), maxLength: 3 })
        : fc.constant([]);
    default:
      return structureFor(field);
  }
}

function structureFor(field: Field): fc.Arbitrary<Json> {
  if (field.kind !== 'structure') return fc.constant({});
  const members = Object.entries(field.fields).map(([name, member]) => [name, valueFor(member)] as const);
  return fc
    .record(
      Object.fromEntries(
        members.map(([name, value]) => {
          const always = name === 'name' || name === 'image' || name === 'containerDefinitions';
          return [name, always ? value : fc.option(value, { nil: undefined, freq: 1 })];
        }),
      ),
    )
    .map(
      (record) =>
        Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Json,
    );
}

/** Every member of the tables in every combination; hardly any of them would register. */
export const anyTask: fc.Arbitrary<Json> = structureFor(taskField);

/** Every example, and each entry of the catalogue put into the first that takes it. */
export const catalogued: readonly (readonly [id: string, reading: Reading])[] = [
  ...examples.map(({ id, text }) => [`example ${id}`, readingOf(newDesign(text))] as const),
  ...sidecars.map(({ id, change }) => [`sidecar ${id}`, withChange(change())] as const),
  ...containerTemplates.map(
    ({ id, definition }) => [`container ${id}`, withChange(addContainer(definition))] as const,
  ),
  ...volumeTemplates.map(({ id, kind }) => [`volume ${id}`, withChange(addVolume(kind))] as const),
  ...logTemplates.map(
    ({ id, driver }) => [`log ${id}`, withChange(routeLogs('container:app', driver))] as const,
  ),
];

function withChange(change: Change): Reading {
  for (const { text } of examples) {
    const after = applyChange(newDesign(text), change);
    if (!isRefusal(after)) return readingOf(after);
  }
  throw new Error(`No example takes this: ${change.label}`);
}
