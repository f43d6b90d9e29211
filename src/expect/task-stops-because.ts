import { inSeconds } from '../simulate/seconds.ts';
import { containerOf } from '../simulate/stateAt.ts';
import type { Predicate } from './predicate.ts';
import { CODE, CONTAINER, numberOf, textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';

/** An essential container ends the task, with any code or with one. */
export const taskStopsBecause: Predicate = {
  id: 'task-stops-because',
  title: 'the task stops because … exits with …',
  args: [CONTAINER, { ...CODE, optional: true }],
  about: 'run',
  says(args) {
    const code = numberOf(args, 'code');
    const name = wordOf(args, 'container');
    return `the task stops because of ${name}${code === undefined ? '' : ` with code ${code}`}`;
  },
  holds({ run }, args) {
    const { stopCause, stoppingAt = 0 } = run.task;
    if (stopCause === undefined) return { holds: false, why: 'it does not stop' };
    const cause = containerOf(run, stopCause);
    const code = cause?.exitCode === undefined ? '' : `, code ${cause.exitCode}`;
    const why = `${stopCause} stops it at ${inSeconds(stoppingAt)}${code}`;
    const wanted = numberOf(args, 'code');
    const fits = wanted === undefined || cause?.exitCode === wanted;
    return { holds: stopCause === textOf(args, 'container') && fits, why };
  },
  examples: {
    good: {
      task: ordered,
      scenario: { behaviours: { init: { exits: { afterSeconds: 2, code: 1 } } } },
      args: { container: 'app', code: 143 },
    },
    bad: { task: ordered, args: { container: 'app' } },
  },
};
