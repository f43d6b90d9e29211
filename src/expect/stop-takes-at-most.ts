import { stopTakes } from '../simulate/outcome.ts';
import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { numberOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';

/** From the beginning of the stop until STOPPED; a run without a stop does not hold. */
export const stopTakesAtMost: Predicate = {
  id: 'stop-takes-at-most',
  title: 'a stop takes at most …',
  args: [{ name: 'seconds', label: 'At most', type: { kind: 'seconds' }, suggestion: 30 }],
  about: 'run',
  says: (args) => `a stop takes at most ${inSeconds(numberOf(args, 'seconds') ?? 0)}`,
  holds({ run }, args) {
    if (run.task.stoppingAt === undefined) return { holds: false, why: 'it does not stop in this run' };
    if (run.task.stoppedAt === undefined) return { holds: false, why: 'it is not STOPPED when the run ends' };
    const takes = stopTakes(run);
    return { holds: takes <= (numberOf(args, 'seconds') ?? 0), why: `it takes ${inSeconds(takes)}` };
  },
  examples: {
    good: { task: ordered, args: { seconds: 15 } },
    bad: {
      task: ordered,
      scenario: { behaviours: { app: { ignoresSigterm: true } } },
      args: { seconds: 15 },
    },
  },
};
