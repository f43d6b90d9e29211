/**
 * Every change on every form in which a file holds a task: the text reads as the changed task, all that stands outside
 * the change is the same, and the change that takes it back gives the same bytes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { containerTemplates, logTemplates, sidecars, volumeTemplates } from '../catalogue/index.ts';
import { addContainer } from '../edit/changes/containers.ts';
import { removeField, setField } from '../edit/changes/fields.ts';
import { routeLogs } from '../edit/changes/logs.ts';
import { addVolume } from '../edit/changes/volumes.ts';
import { pasteContainers } from '../edit/clipboard.ts';
import { applyChange, type Design, newDesign, readingOf } from '../edit/design.ts';
import { applyToJson } from '../edit/testing/applyToJson.ts';
import { type Example, everyChange, TASK } from '../edit/testing/everyChange.ts';
import { patch } from '../lens/index.ts';
import { type Edit, isRefusal } from '../model/edit.ts';
import { containerFields } from '../model/fields/containerFields.ts';
import type { Field } from '../model/fields/field.ts';
import { shapeOf } from '../model/fields/shape.ts';
import { taskFields } from '../model/fields/taskFields.ts';
import type { Json } from '../model/json.ts';
import type { Path } from '../model/path.ts';
import { formats, readAny } from './index.ts';
import { type Holding, holding } from './testing/holding.ts';
import { samples } from './testing/samples.ts';

const WEB = 'container:web';

/** All that is offered to be put into a task, by the lists in which it is offered. */
const catalogued: Readonly<Record<string, readonly Example[]>> = {
  sidecar: sidecars.map(({ change }) => ({ change: change(WEB) })),
  container: containerTemplates.map(({ definition }) => ({ change: addContainer(definition) })),
  volume: volumeTemplates.map(({ kind }) => ({ change: addVolume(kind) })),
  log: logTemplates.map(({ driver }) => ({ change: routeLogs(WEB, driver) })),
  paste: pasted(TASK, TASK.containerDefinitions, TASK.containerDefinitions[1] ?? null),
};
/** Every field of the task and of a container, set where it is missing and taken out again. */
const fields: Readonly<Record<string, readonly Example[]>> = {
  'field of the task': settable(taskFields, TASK, []),
  'field of a container': settable(containerFields, TASK.containerDefinitions[0] ?? {}, [
    'containerDefinitions',
    0,
  ]),
};

function pasted(...values: readonly Json[]): Example[] {
  return values.flatMap((value) => {
    const change = pasteContainers(JSON.stringify(value));
    return isRefusal(change) ? [] : [{ change }];
  });
}

function settable(table: Readonly<Record<string, Field>>, there: object, at: Path): Example[] {
  return Object.entries(table).flatMap(([member, field]) => {
    if (Object.hasOwn(there, member)) return [];
    const path = [...at, member];
    return [{ change: setField(path, valueFor(field)), back: removeField(path) }];
  });
}

function valueFor(field: Field): Json {
  switch (shapeOf(field)) {
    case 'text':
      return field.kind === 'enum' ? (Object.keys(field.values)[0] ?? '') : 'a "b": #c';
    case 'integer':
      return 7;
    case 'boolean':
      return true;
    case 'texts':
      return { 'a.b': 'c', d: '' };
    case 'list':
      return field.kind === 'list' ? [valueFor(field.item), valueFor(field.item)] : [];
    default:
      return field.kind !== 'structure'
        ? {}
        : Object.fromEntries(Object.entries(field.fields).map(([name, member]) => [name, valueFor(member)]));
  }
}

const REFUSED = 'refused in the words of the form';
/** A task has one proxy only, and where it is awsvpc's. */
const NO_SECOND_PROXY = /^The task has a proxyConfiguration already|^A proxyConfiguration works in/;

/** What is wrong with an example on a design; nothing when it does as it should. */
function faultOf(
  start: Design,
  { change, back, after: first }: Example,
  refuses?: RegExp,
): string | undefined {
  const begun = first === undefined ? start : applyChange(start, first);
  if (isRefusal(begun)) return refuses?.test(begun.refused) ? REFUSED : begun.refused;
  // The edits are those of the file in the form that the change gives it.
  const before = { ...begun, ...change.reform?.(begun) };
  const after = applyChange(before, change);
  if (isRefusal(after))
    return refuses?.test(after.refused) || NO_SECOND_PROXY.test(after.refused) ? REFUSED : after.refused;

  const reading = readingOf(before);
  const edits = change.edits(reading.task, { reading, parts: before.parts });
  if (isRefusal(edits)) return edits.refused;
  const now = readingOf(after);
  if (!now.whole) return `cannot be read any more:\n${after.text}`;
  const wanted = applyToJson(reading.task, edits);
  if (!sameTask(now.task, wanted))
    return `reads as ${JSON.stringify(now.task)}, not ${JSON.stringify(wanted)}`;

  const outside = changedOutside(before, edits, after.text);
  if (outside !== undefined) return outside;
  const home = back === undefined ? before : applyChange(after, back);
  if (isRefusal(home)) return `the way back: ${home.refused}`;
  return home.text === before.text ? undefined : `the way back gave\n${home.text}\nfrom\n${after.text}`;
}

/** Each edit by itself may put one stretch in, or take one out, and touch nothing else. */
function changedOutside(design: Design, edits: readonly Edit[], end: string): string | undefined {
  let { text } = design;
  for (const edit of edits) {
    const next = edits.length === 1 ? end : patch(text, design.source, [edit]);
    if (isRefusal(next)) return `alone: ${next.refused}`;
    const [gone, come] = stretches(text, next);
    const { places } = readingOf({ ...design, text });
    const place = edit.op === 'remove' ? places.member(edit.path) : places.value(edit.path);
    const held = place === undefined ? '' : text.slice(place.start, place.end);
    const isFine =
      edit.op === 'move'
        ? sorted(gone) === sorted(come)
        : edit.op === 'remove'
          ? isBlank(come) && solid(gone) <= solid(held)
          : edit.op === 'set'
            ? isBlank(gone) || solid(gone) <= solid(held)
            : isBlank(gone);
    if (!isFine) return `${JSON.stringify(edit)} wrote\n${come}\nover\n${gone}\nin\n${text}`;
    text = next;
  }
  return text === end ? undefined : `by one edit after the other:\n${text}\nat once:\n${end}`;
}

/** What of the one is not in the other, in the middle between all that they begin and end with. */
function stretches(before: string, after: string): readonly [gone: string, come: string] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  return [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
}

/** Blanks and a comma; a list or object that was empty, or has become so. */
function isBlank(text: string): boolean {
  return /^[\s,]*(?:\[\s*\]|\{\s*\})?[\s,]*$/.test(text);
}

/** How much there is but for blanks, commas, and the dash that an item of a list has in YAML. */
const solid = (text: string) => text.replace(/[\s,-]/g, '').length;
const sorted = (text: string) => text.replace(/[\s,]/g, '').split('').sort().join('');

/** Holes of lists and members without a value count for nothing, and so does the order of members. */
function sameTask(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  const at = (value: object, key: string) => (value as Record<string, unknown>)[key];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    [...keys].every((key) => sameTask(at(one, key), at(other, key)))
  );
}

/** The design of a file; what a format makes of it counts as it stands. */
function open(file: string): Design {
  const [found] = readAny(file).tasks;
  if (found === undefined) throw new Error(`No task was found in ${file}`);
  return newDesign(found.text, found.source, found.parts);
}

interface Outcome {
  readonly made: number;
  readonly faults: readonly string[];
}

/** Tries each example in all layouts, or in one of them after the other. */
function tried(kinds: Readonly<Record<string, readonly Example[]>>, held: Holding, all: boolean): Outcome {
  const files = Object.entries(held.files);
  const examples = Object.entries(kinds).flatMap(([kind, list]) =>
    list.map((example) => ({ kind, example })),
  );
  const faults: string[] = [];
  let made = 0;
  for (const [index, [layout, file]] of files.entries()) {
    const design = open(file);
    for (const [turn, { kind, example }] of examples.entries()) {
      if (!all && index !== turn % files.length) continue;
      const fault = faultOf(design, example, held.refuses);
      if (fault === undefined) made += 1;
      else if (fault !== REFUSED) faults.push(`${kind} (${example.change.label}), ${layout}: ${fault}`);
    }
  }
  return { made, faults };
}

/** The forms by what edits them: what the first has shown of its lens need not be shown of the others again. */
const lensesMet = new Set<string>();
const forms = Object.entries(holding).map(([id, held]) => {
  const { lens } = open(Object.values(held.files)[0] ?? '').source;
  const first = !lensesMet.has(lens);
  lensesMet.add(lens);
  return { id, held, first };
});

describe.each(forms)('a file of the format $id', ({ id, held, first }) => {
  test('is read by that format', () => {
    for (const file of Object.values(held.files)) expect(readAny(file).format).toBe(id);
  });

  test('takes every change, and gives its bytes back', () => {
    const { made, faults } = tried(everyChange, held, first);
    expect(faults).toEqual([]);
    expect(made).toBeGreaterThan(50);
  });

  test.runIf(first)('takes every field and all of the catalogue', () => {
    const { made, faults } = tried({ ...fields, ...catalogued }, held, false);
    expect(faults).toEqual([]);
    expect(made).toBeGreaterThan(30);
  });
});

test('no change is left out', () => {
  const folder = new URL('../edit/changes/', import.meta.url);
  const names = readdirSync(folder)
    .filter((name) => !name.endsWith('.test.ts'))
    .flatMap((name) => changesIn(readFileSync(new URL(name, folder), 'utf8')));
  expect(names.length).toBeGreaterThan(40);
  expect(Object.keys(everyChange).sort()).toEqual(names.sort());
});

/** The names of the exported functions that give a change. */
function changesIn(source: string): string[] {
  return source
    .split(/^export function /m)
    .slice(1)
    .flatMap((rest) => {
      const [, name = '', gives = ''] = /^(\w+)[\s\S]*?\): ([^\n]+) \{\n/.exec(rest) ?? [];
      return gives.split(' | ').includes('Change') && name !== 'changeOf' ? [name] : [];
    });
}

test('no form that is edited where it stands is left out', () => {
  const left = formats.filter(({ id, read }) => read !== undefined && holding[id] === undefined);
  for (const { id } of left) {
    for (const file of samples[id] ?? []) {
      for (const { text } of readAny(file).tasks)
        expect({ id, isMade: text !== file }).toEqual({ id, isMade: true });
    }
  }
});
