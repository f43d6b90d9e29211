import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { CONTAINER, OTHER, wordOf } from './terms/arguments.ts';
import { ordered, unordered } from './terms/examples.ts';
import { judgeRun } from './terms/found.ts';

/** A container starts later than another one, which does start. */
export const containerStartsAfter: Predicate = {
  id: 'container-starts-after',
  title: '… starts after …',
  args: [CONTAINER, OTHER],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} starts after ${wordOf(args, 'other')}`,
  holds: (context, args) =>
    judgeRun(context, args, ({ startedAt }) =>
      judgeRun(
        context,
        args,
        ({ startedAt: otherAt, key }) => {
          if (startedAt === undefined) return { holds: false, why: 'it never starts' };
          if (otherAt === undefined) return { holds: false, why: `${key} never starts` };
          const why = `it starts at ${inSeconds(startedAt)}, ${key} at ${inSeconds(otherAt)}`;
          return { holds: startedAt > otherAt, why };
        },
        'other',
      ),
    ),
  examples: {
    good: { task: ordered, args: { container: 'app', other: 'router' } },
    bad: { task: unordered, args: { container: 'init', other: 'app' } },
  },
};
