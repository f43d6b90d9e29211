import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { ordered } from './terms/examples.ts';

/** Nothing but StopTask stops the task. */
export const taskKeepsRunning: Predicate = {
  id: 'task-keeps-running',
  title: 'the task does not stop by itself',
  args: [],
  about: 'run',
  says: () => 'the task does not stop by itself',
  holds({ run }) {
    const { stopCause, stoppingAt = 0 } = run.task;
    if (stopCause === undefined || stopCause === 'StopTask') return { holds: true, why: 'nothing stops it' };
    return { holds: false, why: `${stopCause} stops it at ${inSeconds(stoppingAt)}` };
  },
  examples: {
    good: { task: ordered, args: {} },
    bad: {
      task: ordered,
      scenario: { behaviours: { app: { exits: { afterSeconds: 60, code: 0 } } } },
      args: {},
    },
  },
};
