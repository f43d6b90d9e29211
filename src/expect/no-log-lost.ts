import { logLoss, secondsLost } from '../simulate/logLoss.ts';
import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { ordered, unordered } from './terms/examples.ts';

/** Whoever logs through awsfirelens runs only while the router takes logs. */
export const noLogLost: Predicate = {
  id: 'no-log-lost',
  title: 'no log is lost',
  args: [],
  about: 'run',
  says: () => 'no log is lost',
  holds({ task, run }) {
    const windows = logLoss(task, run);
    const names = [...new Set(windows.map(({ container }) => container))].join(', ');
    if (windows.length === 0) return { holds: true, why: `${inSeconds(0)} without a router` };
    return { holds: false, why: `${names} runs ${inSeconds(secondsLost(windows))} without a router` };
  },
  examples: {
    good: { task: ordered, args: {} },
    bad: { task: unordered, args: {} },
  },
};
