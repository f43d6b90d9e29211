import type { Because } from '../run.ts';
import type { Live, World } from '../world.ts';
import { KNOWN, log } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** The task is as far as the least of its containers. */
export const taskStatus: Behavior = {
  id: 'task-status',
  title:
    'A task is RUNNING when every container runs or has already stopped, unless an essential one has stopped; one waiting container keeps it PENDING. It is STOPPED when all containers are.',
  source: 'amazon-ecs-agent 1.105.1, agent/api/task/task.go, updateTaskKnownStatus',

  settle(world) {
    const { containers } = world;
    if (containers.length === 0 || world.stoppedAt !== undefined) return;
    if (containers.every(({ known }) => known === KNOWN.STOPPED)) {
      world.stoppedAt = world.now;
      log(world, 'taskStopped', undefined, last(world));
      return;
    }
    if (world.runningAt !== undefined) return;
    for (const { known, essential } of containers) {
      if (known < KNOWN.RUNNING || (essential && known === KNOWN.STOPPED)) return;
    }
    world.runningAt = world.now;
    log(world, 'taskRunning', undefined, last(world));
  },
};

/** The container that got there last. */
function last({ containers }: World): Because {
  let latest: Live | undefined;
  for (const container of containers) {
    if (!latest || since(container) > since(latest)) latest = container;
  }
  return latest ? { kind: 'container', on: latest.key } : { kind: 'task' };
}

function since({ known, startedAt, stoppedAt }: Live): number {
  return (known === KNOWN.STOPPED ? stoppedAt : startedAt) ?? 0;
}
