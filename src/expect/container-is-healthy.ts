import type { Predicate } from './predicate.ts';
import { BEFORE, CONTAINER, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { beforeText, happens, judgeRun } from './terms/found.ts';

/** A container is HEALTHY at some time, or before a second. */
export const containerIsHealthy: Predicate = {
  id: 'container-is-healthy',
  title: '… is HEALTHY before …',
  args: [CONTAINER, BEFORE],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} is HEALTHY${beforeText(args)}`,
  holds: (context, args) =>
    judgeRun(context, args, ({ key, hasHealthCheck }) => {
      const at = context.run.events.find(
        ({ type, container }) => type === 'healthy' && container === key,
      )?.at;
      const never = hasHealthCheck ? 'it is never HEALTHY' : 'it has no health check';
      return happens(at, args, 'it is HEALTHY', never);
    }),
  examples: {
    good: { task: ordered, args: { container: 'router', before: 15 } },
    bad: {
      task: ordered,
      scenario: { behaviours: { router: { neverHealthy: true } } },
      args: { container: 'router' },
    },
  },
};
