import { wasRunning } from '../simulate/outcome.ts';
import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { BEFORE } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { beforeText, happens } from './terms/found.ts';

/** Every container has started or has already left, and nothing has stopped the task. */
export const taskReachesRunning: Predicate = {
  id: 'task-reaches-running',
  title: 'the task reaches RUNNING',
  args: [BEFORE],
  about: 'run',
  says: (args) => `the task reaches RUNNING${beforeText(args)}`,
  holds({ run }, args) {
    const { runningAt, stoppingAt } = run.task;
    const never =
      stoppingAt === undefined || run.task.stopCause === 'StopTask'
        ? 'it stays PENDING'
        : `it goes from PENDING to STOPPED at ${inSeconds(run.task.stoppedAt ?? stoppingAt)}`;
    return happens(wasRunning(run) ? runningAt : undefined, args, 'it is RUNNING', never);
  },
  examples: {
    good: { task: ordered, args: { before: 30 } },
    bad: {
      task: ordered,
      scenario: { behaviours: { init: { exits: { afterSeconds: 2, code: 1 } } } },
      args: {},
    },
  },
};
