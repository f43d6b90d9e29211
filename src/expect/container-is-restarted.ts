import type { Predicate } from './predicate.ts';
import { CONTAINER, wordOf } from './terms/arguments.ts';
import { ordered, withMembers } from './terms/examples.ts';
import { judgeRun } from './terms/found.ts';

/** The restart policy of a container brings it back at least once. */
export const containerIsRestarted: Predicate = {
  id: 'container-is-restarted',
  title: '… is restarted by its restart policy',
  args: [CONTAINER],
  about: 'run',
  says: (args) => `${wordOf(args, 'container')} is restarted by its restart policy`,
  holds: (context, args) =>
    judgeRun(context, args, ({ restarts }) => ({
      holds: restarts > 0,
      why:
        restarts === 0
          ? 'it is never restarted'
          : `it is restarted ${restarts === 1 ? 'once' : `${restarts} times`}`,
    })),
  examples: {
    good: {
      task: withMembers(ordered, 'app', { restartPolicy: { enabled: true, restartAttemptPeriod: 60 } }),
      scenario: { behaviours: { app: { exitsByRun: [{ afterSeconds: 90, code: 1 }, null] } } },
      args: { container: 'app' },
    },
    bad: {
      task: ordered,
      scenario: { behaviours: { app: { exits: { afterSeconds: 90, code: 1 } } } },
      args: { container: 'app' },
    },
  },
};
