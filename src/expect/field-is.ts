import type { Predicate } from './predicate.ts';
import { CONTAINER, textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { definitionOf } from './terms/found.ts';

/** A member of a container, or of the task where no container is named, has a value; `healthCheck.interval` goes deeper. */
export const fieldIs: Predicate = {
  id: 'field-is',
  title: 'a field has a value',
  args: [
    { ...CONTAINER, optional: true },
    { name: 'field', label: 'Field', type: { kind: 'text' }, suggestion: 'stopTimeout' },
    { name: 'value', label: 'Value', type: { kind: 'text' } },
  ],
  about: 'task',
  says(args) {
    const of = textOf(args, 'container');
    return `${wordOf(args, 'field')}${of === '' ? '' : ` of ${of}`} is ${written(args.value)}`;
  },
  holds({ task }, args) {
    const of = textOf(args, 'container');
    const from: unknown = of === '' ? task : definitionOf(task, of);
    if (from === undefined) return { holds: false, why: `there is no container ${of}` };
    const value = textOf(args, 'field')
      .split('.')
      .reduce<unknown>((object, name) => memberOf(object, name), from);
    return {
      holds: written(value) === written(args.value),
      why: value === undefined ? 'it is not set' : `it is ${written(value)}`,
    };
  },
  examples: {
    good: { task: ordered, args: { container: 'app', field: 'stopTimeout', value: 20 } },
    bad: { task: ordered, args: { container: 'router', field: 'healthCheck.interval', value: '30' } },
  },
};

function memberOf(object: unknown, name: string): unknown {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, name)) return undefined;
  return (object as Readonly<Record<string, unknown>>)[name];
}

/** A form gives text where a lesson gives a number: both mean the same. */
function written(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '…');
}
