import { inSeconds } from '../simulate/seconds.ts';
import type { Predicate } from './predicate.ts';
import { ordered } from './terms/examples.ts';

/** Every container leaves before its stop timeout is over. */
export const noContainerKilled: Predicate = {
  id: 'no-container-killed',
  title: 'no container has to be killed',
  args: [],
  about: 'run',
  says: () => 'no container has to be killed',
  holds({ run }) {
    const killed = run.events.find(({ type }) => type === 'killed');
    if (!killed) return { holds: true, why: 'each leaves in time' };
    return { holds: false, why: `${killed.container} is killed at ${inSeconds(killed.at)}` };
  },
  examples: {
    good: { task: ordered, args: {} },
    bad: { task: ordered, scenario: { behaviours: { app: { ignoresSigterm: true } } }, args: {} },
  },
};
