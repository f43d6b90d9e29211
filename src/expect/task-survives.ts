import { playFault } from '../simulate/faults.ts';
import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { CONTAINER, wordOf } from './terms/arguments.ts';
import { ordered, withMembers } from './terms/examples.ts';

/** A container that exits with code 1 while the task is RUNNING does not take the task with it. */
export const taskSurvives: Predicate = {
  id: 'task-survives',
  title: 'the task survives the death of …',
  args: [CONTAINER],
  about: 'run',
  says: (args) => `the task survives the death of ${wordOf(args, 'container')}`,
  holds({ task, scenario }, args) {
    const name = wordOf(args, 'container');
    const cell = playFault(task, scenario, { container: name, fault: 'exits1', phase: 'running' });
    if (!cell) return { holds: false, why: `${name} does not run once the task is RUNNING` };
    const { outcome, stoppedAt, at } = cell;
    if (stoppedAt !== undefined && outcome !== 'asPlanned') {
      return { holds: false, why: `it is STOPPED ${inSeconds(stoppedAt - at)} after` };
    }
    if (outcome === 'restarts') return { holds: true, why: `${name} is restarted` };
    return { holds: true, why: outcome === 'runsBlind' ? 'it runs on, but its logs are lost' : 'it runs on' };
  },
  examples: {
    good: {
      task: withMembers(ordered, 'router', {
        restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
      }),
      args: { container: 'router' },
    },
    bad: { task: ordered, args: { container: 'router' } },
  },
};
