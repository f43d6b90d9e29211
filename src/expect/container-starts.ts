import type { Predicate } from './predicate.ts';
import { BEFORE, CONTAINER, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { beforeText, happens, judgeRun } from './terms/found.ts';

/** A container runs at some time, or before a second. */
export const containerStarts: Predicate = {
  id: 'container-starts',
  title: '… starts before …',
  args: [CONTAINER, { ...BEFORE, suggestion: 20 }],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} starts${beforeText(args)}`,
  holds: (context, args) =>
    judgeRun(context, args, ({ startedAt }) => happens(startedAt, args, 'it starts', 'it never starts')),
  examples: {
    good: { task: ordered, args: { container: 'app', before: 20 } },
    bad: {
      task: ordered,
      scenario: { behaviours: { router: { readyAfterSeconds: 40 } } },
      args: { container: 'app', before: 20 },
    },
  },
};
