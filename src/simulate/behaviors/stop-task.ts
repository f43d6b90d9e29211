import { isSeconds } from '../seconds.ts';
import { stopTask } from '../stopping.ts';
import { log, schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** StopTask is called, by somebody or by a service. */
export const stopTaskCall: Behavior = {
  id: 'stop-task',
  title: 'StopTask has all containers stopped, in the same order as any other stop.',
  source: 'amazon-ecs-agent 1.105.1, agent/engine/task_manager.go, handleDesiredStatusChange',

  prepare(world) {
    const at = world.scenario.stopRequestedAt;
    if (isSeconds(at)) schedule(world, at, 'stopIsRequested');
  },

  due: {
    stopIsRequested(world) {
      if (world.stoppingAt !== undefined) return false;
      log(world, 'stopRequested', undefined, { kind: 'stopTask' });
      stopTask(world, 'StopTask', { kind: 'stopTask' });
      return true;
    },
  },
};
