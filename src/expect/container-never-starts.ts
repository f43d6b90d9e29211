import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { CONTAINER, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { judgeRun } from './terms/found.ts';

/** A container does not run in this run. */
export const containerNeverStarts: Predicate = {
  id: 'container-never-starts',
  title: '… never starts',
  args: [CONTAINER],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} never starts`,
  holds: (context, args) =>
    judgeRun(context, args, ({ startedAt }) =>
      startedAt === undefined
        ? { holds: true, why: 'it never starts' }
        : { holds: false, why: `it starts at ${inSeconds(startedAt)}` },
    ),
  examples: {
    good: {
      task: ordered,
      scenario: { behaviours: { init: { exits: { afterSeconds: 2, code: 1 } } } },
      args: { container: 'app' },
    },
    bad: { task: ordered, args: { container: 'app' } },
  },
};
