/** The two ends of a run of a container's process. */
import type { Because } from './run.ts';
import type { Live, World } from './world.ts';
import { KNOWN, log } from './world.ts';

/** First start: the container is RUNNING from now on, until its last exit. */
export function becomeRunning(world: World, container: Live, because: Because): void {
  container.known = KNOWN.RUNNING;
  container.step = undefined;
  container.run = 1;
  container.startedAt = world.now;
  container.runStartedAt = world.now;
  log(world, 'started', container, because);
  world.tell.runs(container);
}

/**
 * The process is gone. Whether somebody starts it again is decided before anything else; if not, the container is
 * STOPPED with that code.
 * Source: amazon-ecs-agent, agent/engine/task_manager.go, handleContainerChange.
 */
export function leave(
  world: World,
  container: Live,
  type: 'exited' | 'killed',
  code: number,
  because: Because,
): void {
  if (world.tell.leaves(container, code)) return;
  container.exitCode = code;
  becomeStopped(world, container);
  log(world, type, container, because, code);
}

/** STOPPED for good. A stopped container with a health check counts as unhealthy (moby, container/health.go). */
export function becomeStopped(world: World, container: Live): void {
  container.known = KNOWN.STOPPED;
  container.wanted = 'STOPPED';
  container.step = undefined;
  container.stoppedAt = world.now;
  if (container.hasHealthCheck) container.health = 'UNHEALTHY';
}
