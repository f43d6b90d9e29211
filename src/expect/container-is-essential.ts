import type { Predicate } from './predicate.ts';
import { CONTAINER, textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { judgeDefinition } from './terms/found.ts';

/** A container is essential, or is not. Omitted means essential. */
export const containerIsEssential: Predicate = {
  id: 'container-is-essential',
  title: '… is essential, or not',
  args: [
    CONTAINER,
    {
      name: 'is',
      label: 'Is',
      type: { kind: 'choice', choices: ['essential', 'not essential'] },
      suggestion: 'essential',
    },
  ],
  about: 'task',
  says: (args) => `${wordOf(args, 'container')} is ${wanted(args)}`,
  holds: (context, args) =>
    judgeDefinition(context, args, ({ essential }) => {
      const is = essential === false ? 'not essential' : 'essential';
      return { holds: is === wanted(args), why: `it is ${is}` };
    }),
  examples: {
    good: { task: ordered, args: { container: 'init', is: 'not essential' } },
    bad: { task: ordered, args: { container: 'init', is: 'essential' } },
  },
};

function wanted(args: Parameters<typeof textOf>[0]): string {
  return textOf(args, 'is') === 'not essential' ? 'not essential' : 'essential';
}
