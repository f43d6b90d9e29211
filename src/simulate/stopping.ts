/** The moment from which everything is meant to stop. */
import type { Because, ContainerKey } from './run.ts';
import type { World } from './world.ts';
import { log } from './world.ts';

/**
 * Marks all containers to stop and remembers the cause; the second cause is none.
 * Source: amazon-ecs-agent, agent/api/task/task.go, updateTaskDesiredStatusUnsafe, updateContainerDesiredStatusUnsafe.
 */
export function stopTask(world: World, cause: ContainerKey | 'StopTask', because: Because): void {
  if (world.stoppingAt !== undefined) return;
  world.stopCause = cause;
  world.stoppingAt = world.now;
  for (const container of world.containers) container.wanted = 'STOPPED';
  log(world, 'taskStopping', undefined, because);
}
