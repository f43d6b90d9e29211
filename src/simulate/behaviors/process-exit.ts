import { leave } from '../running.ts';
import { schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** A process leaves by itself, as the scenario says. */
export const processExit: Behavior = {
  id: 'process-exit',
  title: 'A container whose process leaves is STOPPED with the exit code of its process.',
  source: 'amazon-ecs-agent 1.105.1, agent/dockerclient/dockerapi/docker_client.go, MetadataFromContainer',

  runs(world, container) {
    const { exitsByRun } = container.behaviour;
    const exit = exitsByRun[Math.min(container.run, exitsByRun.length) - 1];
    if (exit) schedule(world, exit.afterSeconds, 'processExits', container, { value: exit.code });
  },

  due: {
    processExits(world, { value }, container) {
      leave(world, container, 'exited', value, { kind: 'process' });
      return true;
    },
  },
};
