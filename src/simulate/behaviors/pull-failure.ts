import { stopTask } from '../stopping.ts';
import { log } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** An image that cannot be had. */
export const pullFailure: Behavior = {
  id: 'pull-failure',
  title:
    'A container whose image cannot be pulled never runs and has no exit code; its dependents are given up. It ends the task only if it is essential, unless the host is strict about pulls (ECS_IMAGE_PULL_BEHAVIOR always or once): then the whole task stops, whoever it was.',
  source: 'amazon-ecs-agent 1.105.1, agent/engine/task_manager.go, handleEventError',

  due: {
    pullFails(world, _, container) {
      container.step = undefined;
      container.wanted = 'STOPPED';
      container.pullFailed = true;
      log(world, 'pullFailed', container, { kind: 'process' });
      if (world.environment.strictPull === true)
        stopTask(world, container.key, { kind: 'pullFailed', on: container.key });
      else if (!container.essential) {
        world.uncertain.push({
          kind: 'agentOnly',
          container: container.key,
          at: world.now,
          text: `The image of ${container.key} cannot be pulled: on EC2 the task goes on without it, unless the host is strict about pulls; whether Fargate stops the task is not known.`,
        });
      }
      return true;
    },
  },
};
