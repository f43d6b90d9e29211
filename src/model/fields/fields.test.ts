import { describe, expect, it } from 'vitest';
import type { Path } from '../path.ts';
import { formatPath } from '../path.ts';
import { containerFields, containerGroups } from './containerFields.ts';
import type { Field } from './field.ts';
import { acceptance, expectedAt, fieldAt, fieldsAlong, taskField } from './fieldAt.ts';
import { isValueOf, memberOf, shapeOf, valuesOf } from './shape.ts';
import { taskFields, taskGroups } from './taskFields.ts';

/** Every place that the tables describe, with index 0 for list items. */
function* everyPlace(field: Field = taskField, path: Path = []): Generator<[Path, Field]> {
  yield [path, field];
  if (field.kind === 'list') yield* everyPlace(field.item, [...path, 0]);
  if (field.kind === 'structure') {
    for (const [name, member] of Object.entries(field.fields)) yield* everyPlace(member, [...path, name]);
  }
}

const places = [...everyPlace()];
const named = (wanted: (field: Field) => boolean) =>
  places.filter(([, field]) => wanted(field)).map(([path]) => formatPath(path));

it('a task has 18 members and a container 42', () => {
  expect(Object.keys(taskFields)).toHaveLength(18);
  expect(Object.keys(containerFields)).toHaveLength(42);
});

it('every place is found by its path', () => {
  for (const [path, field] of places) expect(fieldAt(path), formatPath(path)).toBe(field);
});

it('every label begins with a capital or is a name of its own, and every help is one or more sentences', () => {
  expect(named(({ label }) => !/^[A-Z]/.test(label) && label !== 'tmpfs')).toEqual([]);
  expect(named(({ help }) => !/^[A-Zacn].*[.…*]$/.test(help) || help.length > 330)).toEqual([]);
});

it('every member leads to its page of the API reference', () => {
  expect(
    named(
      ({ docs }) =>
        !/^https:\/\/docs\.aws\.amazon\.com\/AmazonECS\/\S+API_[A-Za-z0-9]+\.html/.test(docs ?? ''),
    ),
  ).toEqual([]);
  expect(containerFields.healthCheck.docs).toMatch(
    /API_ContainerDefinition\.html#ECS-Type-ContainerDefinition-healthCheck$/,
  );
});

it('a conditional acceptance says its condition, there or above', () => {
  const silent = places.filter(
    ([path, { capacities }]) =>
      capacities &&
      Object.values(capacities).includes('conditional') &&
      !fieldsAlong(path).some(({ capacityNote }) => capacityNote),
  );
  expect(silent.map(([path]) => formatPath(path))).toEqual([]);
});

it('ranges are in order and hold their default', () => {
  const wrong = named((field) => {
    if (!('min' in field) && !('max' in field)) return false;
    const { min = 0, max = Number.MAX_SAFE_INTEGER, default: usual = min } = field;
    return min > max || usual < min || usual > max;
  });
  expect(wrong).toEqual([]);
});

it('patterns compile, and refuse what is longer than their limit', () => {
  for (const [path, field] of places) {
    if (field.kind !== 'text' || field.pattern === undefined) continue;
    const pattern = new RegExp(field.pattern, 'u');
    if (field.maxLength === undefined) continue;
    expect(pattern.test('a'.repeat(field.maxLength)), formatPath(path)).toBe(true);
    expect(pattern.test('a'.repeat(field.maxLength + 1)), formatPath(path)).toBe(false);
  }
});

it('every member of task and container stands under a heading that is shown', () => {
  const headings = (fields: Readonly<Record<string, Field>>) =>
    new Set(Object.values(fields).map(({ group }) => group));
  expect([...headings(containerFields)]).toEqual([...containerGroups]);
  expect([...headings(taskFields)]).toEqual([...taskGroups]);
});

describe('what the tables say of a place', () => {
  const container = ['containerDefinitions', 3] as const;

  it('is the kind of value, the words for it, and the values of an enum', () => {
    expect(expectedAt([...container, 'cpu'])).toBe('a whole number');
    expect(expectedAt(['cpu'])).toBe('a text');
    expect(expectedAt([...container, 'dependsOn', 0, 'condition'])).toBe(
      'one of START, COMPLETE, SUCCESS, HEALTHY',
    );
    expect(expectedAt([...container, 'logConfiguration', 'options', 'anything'])).toBe('a text');
    expect(shapeOf(containerFields.dockerLabels)).toBe('texts');
    expect(valuesOf(containerFields.essential)).toBeUndefined();
  });

  it.each([
    [['nope']],
    [['containerDefinitions', 'name']],
    [['family', 0]],
    [[...container, 'constructor']],
    [['__proto__']],
    [[...container, 'healthCheck', 'toString']],
  ])('is nothing at %j', (path) => {
    expect(fieldAt(path as Path)).toBeUndefined();
  });

  it('takes no inherited name for a member or a value', () => {
    expect(memberOf(taskFields, 'hasOwnProperty')).toBeUndefined();
    expect(isValueOf(taskFields.networkMode, 'constructor')).toBe(false);
    expect(isValueOf(taskFields.networkMode, 'awsvpc')).toBe(true);
  });

  it('is the strictest of what holds there and above', () => {
    expect(acceptance([...container, 'linuxParameters', 'devices', 0, 'hostPath'], 'FL').taken).toBe('no');
    expect(acceptance([...container, 'linuxParameters', 'initProcessEnabled'], 'FW')).toMatchObject({
      taken: 'no',
      linuxOnly: true,
    });
    expect(acceptance([...container, 'name'], 'MI').taken).toBe('yes');
  });
});
