import { items } from '../model/list.ts';
import type { Predicate } from './predicate.ts';
import { CONTAINER, OTHER, textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { judgeDefinition } from './terms/found.ts';

const CONDITIONS = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'];

/** dependsOn of a container names another one, with any condition or with one. */
export const containerWaitsFor: Predicate = {
  id: 'container-waits-for',
  title: '… waits for … with …',
  args: [
    CONTAINER,
    OTHER,
    { name: 'condition', label: 'Condition', type: { kind: 'choice', choices: CONDITIONS }, optional: true },
  ],
  about: 'task',
  says(args) {
    const condition = textOf(args, 'condition');
    const names = `${wordOf(args, 'container')} waits for ${wordOf(args, 'other')}`;
    return condition === '' ? names : `${names} ${condition}`;
  },
  holds: (context, args) =>
    judgeDefinition(context, args, ({ dependsOn }) => {
      const entries = items(dependsOn)
        .map(([entry]) => entry)
        .filter(({ containerName }) => containerName === textOf(args, 'other'));
      const condition = textOf(args, 'condition');
      const found = entries.some((entry) => condition === '' || entry.condition === condition);
      const why =
        entries.length === 0 ? 'it does not wait for it' : `it waits for its ${entries[0]?.condition ?? '…'}`;
      return { holds: found, why };
    }),
  examples: {
    good: { task: ordered, args: { container: 'app', other: 'init', condition: 'SUCCESS' } },
    bad: { task: ordered, args: { container: 'app', other: 'router', condition: 'START' } },
  },
};
