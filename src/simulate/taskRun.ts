/** The task itself: its status, its health, and why it stopped. */
import { pullError } from './reason.ts';
import type { HealthStatus, RunEventType, TaskRun, TaskStatus } from './run.ts';
import type { World } from './world.ts';

/** The task's part of the run. */
export function taskRun(world: World, endsAt: number): TaskRun {
  const { runningAt, stoppingAt, stoppedAt, stopCause } = world;
  return {
    spans: spans(world, endsAt),
    health: health(world),
    ...(runningAt !== undefined && { runningAt }),
    ...(stoppingAt !== undefined && { stoppingAt }),
    ...(stoppedAt !== undefined && { stoppedAt }),
    ...(stopCause !== undefined && { stopCause }),
    ...ending(world),
  };
}

/** RUNNING is shown only if it comes before STOPPING. Source: Developer Guide, task lifecycle. */
function spans({ runningAt, stoppingAt, stoppedAt }: World, endsAt: number): TaskRun['spans'] {
  const starts: [TaskStatus, number | undefined][] = [
    ['PENDING', 0],
    ['RUNNING', runningAt],
    ['STOPPING', stoppingAt],
    ['STOPPED', stoppedAt],
  ];
  const found: { from: number; to: number; status: TaskStatus }[] = [];
  for (const [status, from] of starts) {
    if (from === undefined || from > endsAt) continue;
    if (status === 'RUNNING' && stoppingAt !== undefined && from >= stoppingAt) continue;
    const before = found.at(-1);
    if (before) before.to = from;
    found.push({ from, to: endsAt, status });
  }
  return found.filter(({ from, to, status }) => to > from || status === 'STOPPED');
}

/**
 * Stop code and reason: EssentialContainerExited for an exit, TaskFailedToStart when an essential container could not be
 * started or was given up before the task was RUNNING, UserInitiated for StopTask. Of an image that could not be pulled
 * the reason is the error itself.
 * Source: Developer Guide, stopped task error codes; AWS SDK, TaskStopCode.
 */
function ending(world: World): Pick<TaskRun, 'stopCode' | 'stoppedReason'> {
  const { stopCause, runningAt } = world;
  if (stopCause === undefined) return {};
  if (stopCause === 'StopTask') return { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' };
  const cause = world.containers.find(({ key }) => key === stopCause);
  if (cause?.pullFailed) {
    return { stopCode: 'TaskFailedToStart', stoppedReason: pullError(cause.definition.image) };
  }
  if (runningAt === undefined && cause?.startedAt === undefined) {
    return { stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start' };
  }
  return { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' };
}

/**
 * Of the essential containers with a health check: any UNHEALTHY makes UNHEALTHY, else any UNKNOWN makes UNKNOWN.
 * Source: API reference, Task, healthStatus.
 */
function health(world: World): TaskRun['health'] {
  const each = new Map<string, HealthStatus>();
  for (const { key, essential, hasHealthCheck } of world.containers) {
    if (essential && hasHealthCheck) each.set(key, 'UNKNOWN');
  }
  const count = { UNKNOWN: each.size, HEALTHY: 0, UNHEALTHY: 0 };
  const found: { at: number; health: HealthStatus }[] = [{ at: 0, health: 'UNKNOWN' }];
  for (const { at, type, container } of world.events) {
    const next = healthAfter(type);
    const before = next === undefined || container === undefined ? undefined : each.get(container);
    if (next === undefined || container === undefined || before === undefined) continue;
    each.set(container, next);
    count[before] -= 1;
    count[next] += 1;
    const now = count.UNHEALTHY > 0 ? 'UNHEALTHY' : count.UNKNOWN > 0 ? 'UNKNOWN' : 'HEALTHY';
    const last = found.at(-1);
    if (last?.health === now) continue;
    if (last?.at === at) found.pop();
    found.push({ at, health: now });
  }
  return found;
}

function healthAfter(type: RunEventType): HealthStatus | undefined {
  if (type === 'healthy') return 'HEALTHY';
  if (type === 'restarted') return 'UNKNOWN';
  return type === 'unhealthy' || type === 'exited' || type === 'killed' ? 'UNHEALTHY' : undefined;
}
