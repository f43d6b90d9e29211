import type { Predicate } from './predicate.ts';
import { CONTAINER, textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { definitionOf } from './terms/found.ts';

/** The task has a container of that name. */
export const containerExists: Predicate = {
  id: 'container-exists',
  title: 'there is a container …',
  args: [{ ...CONTAINER, type: { kind: 'text' } }],
  about: 'task',
  says: (args) => `there is a container ${wordOf(args, 'container')}`,
  holds({ task }, args) {
    const found = definitionOf(task, textOf(args, 'container')) !== undefined;
    return { holds: found, why: found ? 'it is there' : 'there is none' };
  },
  examples: {
    good: { task: ordered, args: { container: 'app' } },
    bad: { task: ordered, args: { container: 'worker' } },
  },
};
