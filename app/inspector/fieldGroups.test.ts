import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/model/fields/field.ts';
import { taskField } from '../../src/model/fields/fieldAt.ts';
import { taskFields } from '../../src/model/fields/taskFields.ts';
import { formatPath, type Path } from '../../src/model/path.ts';
import { containerSections, controlsBelow, matches, tables, taskSections } from './fieldGroups.ts';

function* everyPlace(field: Field, path: Path): Generator<string> {
  if (path.length > 0) yield formatPath(path);
  if (field.kind === 'list') yield* everyPlace(field.item, [...path, 0]);
  if (field.kind === 'structure') {
    for (const [name, member] of Object.entries(field.fields)) yield* everyPlace(member, [...path, name]);
  }
}

describe('the sections', () => {
  it('show every member of a container in exactly one section', () => {
    const shown = containerSections.flatMap(({ members }) => members).sort();
    expect(shown).toEqual(Object.keys(tables.container).sort());
  });

  it('show every member of the task in exactly one section', () => {
    const shown = taskSections.flatMap(({ members }) => members).sort();
    expect(shown).toEqual(Object.keys(tables.task).sort());
  });

  it('stand under titles that differ', () => {
    for (const sections of [containerSections, taskSections]) {
      expect(new Set(sections.map(({ title }) => title)).size).toBe(sections.length);
    }
  });
});

describe('the controls', () => {
  it('show every place that the tables describe, and each once', () => {
    const shown = Object.entries<Field>(taskFields).flatMap(([name, field]) =>
      [...controlsBelow([name], field)].map(([path]) => formatPath(path)),
    );
    expect(shown).toEqual([...everyPlace(taskField, [])]);
  });

  it('leave only two rare structures that hold further ones to JSON', () => {
    const json = Object.entries<Field>(taskFields)
      .flatMap(([name, field]) => [...controlsBelow([name], field)])
      .filter(([, control]) => control === 'json')
      .map(([path]) =>
        path
          .filter((step) => typeof step === 'string')
          .slice(0, 2)
          .join('.'),
      );
    expect(
      new Set(json.map((name) => name.replace(/^proxyConfiguration\..*/, 'proxyConfiguration'))),
    ).toEqual(new Set(['proxyConfiguration', 'containerDefinitions.resourceRequirements']));
  });
});

describe('the search', () => {
  const field = (name: string) => tables.container[name] as Field;

  it('finds a field by its label, by its name in the API and by a word of its help', () => {
    expect(matches('stop timeout', 'stopTimeout', field('stopTimeout'))).toBe(true);
    expect(matches('stoptimeout', 'stopTimeout', field('stopTimeout'))).toBe(true);
    expect(matches('the kill', 'stopTimeout', field('stopTimeout'))).toBe(true);
    expect(matches('stop banana', 'stopTimeout', field('stopTimeout'))).toBe(false);
  });

  it('finds a structure by what is deep inside it', () => {
    expect(matches('startPeriod', 'healthCheck', field('healthCheck'))).toBe(true);
    expect(matches('swappiness', 'linuxParameters', field('linuxParameters'))).toBe(true);
    expect(matches('swappiness', 'ulimits', field('ulimits'))).toBe(false);
  });
});
