import { stopTask } from '../stopping.ts';
import { KNOWN } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** The end of an essential container ends the task. */
export const essential: Behavior = {
  id: 'essential',
  title:
    'As soon as an essential container is STOPPED, with any exit code, or can never run, the task and all its containers are meant to stop. A non-essential exit changes nothing but that container.',
  source: 'amazon-ecs-agent 1.105.1, agent/api/task/task.go, updateTaskDesiredStatusUnsafe',

  settle(world) {
    if (world.stoppingAt !== undefined) return;
    for (const { essential, known, wanted, key } of world.containers) {
      if (essential && (known === KNOWN.STOPPED || wanted === 'STOPPED')) {
        stopTask(world, key, { kind: 'essential', on: key });
        return;
      }
    }
  },
};
