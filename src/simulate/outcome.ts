/** What a fault does to a task, in one word: the run with the fault beside the same run without it. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { logLoss, secondsLost } from './logLoss.ts';
import type { ContainerRun, Run } from './run.ts';
import type { Environment } from './scenario.ts';

export type Outcome =
  /** Nothing differs from the plan. */
  | 'asPlanned'
  /** The task stops before it was RUNNING. */
  | 'neverRuns'
  /** The task stays PENDING. */
  | 'hangs'
  /** The task is RUNNING, and then stops. */
  | 'stops'
  /** The task goes on without the container, or with one that is not well. */
  | 'runsOn'
  /** The log router is gone, and the others go on: their logs are lost. */
  | 'runsBlind'
  /** A restart policy brings the container back. */
  | 'restarts'
  /** Its health makes the service's scheduler replace the task. */
  | 'replaced'
  /** The stop takes longer than planned. */
  | 'slowStop'
  /** The task stops, and logs are lost on the way. */
  | 'losesLogs';

/** `plan`: the same task and scenario without the fault. */
export function outcomeOf(task: TaskDefinition, environment: Environment, plan: Run, run: Run): Outcome {
  if (isSame(plan, run)) return 'asPlanned';
  const stops = stopsByItself(run);
  if (!wasRunning(run) && run.task.stopCause !== 'StopTask') return stops ? 'neverRuns' : 'hangs';
  const lost = secondsLost(logLoss(task, run)) > secondsLost(logLoss(task, plan));
  if (lost) return run.task.stoppingAt === undefined ? 'runsBlind' : 'losesLogs';
  if (stops && !stopsByItself(plan)) return 'stops';
  if (run.task.stopCause === 'StopTask') return stopTakes(run) > stopTakes(plan) ? 'slowStop' : 'runsOn';
  if (stops) return 'stops';
  if (run.containers.some(({ restarts }, place) => restarts > (plan.containers[place]?.restarts ?? 0))) {
    return 'restarts';
  }
  const unhealthy = run.task.health.some(({ health }) => health === 'UNHEALTHY');
  const wasUnhealthy = plan.task.health.some(({ health }) => health === 'UNHEALTHY');
  if (unhealthy && !wasUnhealthy && environment.launchedBy !== 'standalone') return 'replaced';
  return 'runsOn';
}

/** The task was RUNNING before anything stopped it. */
export function wasRunning({ task: { runningAt, stoppingAt } }: Run): boolean {
  return runningAt !== undefined && (stoppingAt === undefined || runningAt < stoppingAt);
}

function stopsByItself({ task: { stopCause } }: Run): boolean {
  return stopCause !== undefined && stopCause !== 'StopTask';
}

/** Seconds from the beginning of the stop to STOPPED, or to the end of the run. */
export function stopTakes({ task: { stoppingAt, stoppedAt }, endsAt }: Run): number {
  return stoppingAt === undefined ? 0 : (stoppedAt ?? endsAt) - stoppingAt;
}

function isSame(plan: Run, run: Run): boolean {
  if (plan.task.runningAt !== run.task.runningAt || plan.task.stoppingAt !== run.task.stoppingAt)
    return false;
  if (plan.task.health.length !== run.task.health.length) return false;
  return plan.containers.every((container, place) => livesAs(container, run.containers[place]));
}

function livesAs(one: ContainerRun, other: ContainerRun | undefined): boolean {
  return (
    one.startedAt === other?.startedAt &&
    one.signalledAt === other?.signalledAt &&
    one.stoppedAt === other?.stoppedAt &&
    one.exitCode === other?.exitCode &&
    one.restarts === other?.restarts
  );
}
