import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { CONTAINER, OTHER, wordOf } from './terms/arguments.ts';
import { ordered, unordered } from './terms/examples.ts';
import { judgeRun } from './terms/found.ts';

/** A container is told to stop, or leaves, not before another one has left. */
export const containerStopsAfter: Predicate = {
  id: 'container-stops-after',
  title: '… stops after …',
  args: [CONTAINER, OTHER],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} stops after ${wordOf(args, 'other')}`,
  holds: (context, args) =>
    judgeRun(context, args, ({ signalledAt, stoppedAt }) =>
      judgeRun(
        context,
        args,
        ({ stoppedAt: otherAt, key }) => {
          const from = signalledAt ?? stoppedAt;
          if (from === undefined) return { holds: false, why: 'it does not stop in this run' };
          if (otherAt === undefined) return { holds: false, why: `${key} does not stop in this run` };
          const why = `it begins to stop at ${inSeconds(from)}, ${key} is gone at ${inSeconds(otherAt)}`;
          return { holds: from >= otherAt, why };
        },
        'other',
      ),
    ),
  examples: {
    good: { task: ordered, args: { container: 'router', other: 'app' } },
    bad: { task: unordered, args: { container: 'init', other: 'app' } },
  },
};
