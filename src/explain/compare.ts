/** What differs between a run and the run as planned, one sentence each. */
import { wasRunning } from '../simulate/outcome.ts';
import type { ContainerRun, Run } from '../simulate/run.ts';
import { containerOf } from '../simulate/stateAt.ts';
import { nameOf, seconds, sentence } from './words.ts';

export interface Difference {
  /** Absent: the task. */
  readonly container?: string;
  /** "app starts 28.0 s later." */
  readonly text: string;
}

/** The task first, then the containers in list order; what goes as planned is not mentioned. */
export function differences(plan: Run, run: Run): readonly Difference[] {
  const found: Difference[] = taskDifferences(plan, run).map((text) => ({ text: sentence(text) }));
  for (const container of run.containers) {
    const planned = containerOf(plan, container.key);
    const name = nameOf(run, container.key);
    if (!planned) found.push({ container: container.key, text: sentence(`${name} is not in the plan`) });
    else {
      for (const text of containerDifferences(planned, container, plan, run)) {
        found.push({ container: container.key, text: sentence(`${name} ${text}`) });
      }
    }
  }
  return found;
}

function taskDifferences(plan: Run, run: Run): string[] {
  const found: string[] = [];
  const planned = wasRunning(plan) ? plan.task.runningAt : undefined;
  const now = wasRunning(run) ? run.task.runningAt : undefined;
  if (planned !== undefined && now === undefined) found.push('The task is never RUNNING');
  else if (now !== undefined) found.push(...moved('The task is RUNNING', planned, now));
  const { stopCause, stoppingAt, stoppedAt } = run.task;
  if (stoppingAt !== undefined && (stopCause !== plan.task.stopCause || plan.task.stoppingAt === undefined)) {
    const cause = stopCause === undefined || stopCause === 'StopTask' ? 'StopTask' : nameOf(run, stopCause);
    found.push(`${cause} stops the task at ${seconds(stoppingAt)}`);
  } else if (stoppingAt === undefined && plan.task.stoppingAt !== undefined) {
    found.push('Nothing stops the task');
  } else if (stoppingAt !== undefined && stoppedAt !== undefined && plan.task.stoppedAt !== undefined) {
    const longer = stoppedAt - stoppingAt - (plan.task.stoppedAt - (plan.task.stoppingAt ?? 0));
    if (differs(longer))
      found.push(`The stop takes ${seconds(Math.abs(longer))} ${longer > 0 ? 'longer' : 'less'}`);
  }
  return found;
}

function containerDifferences(planned: ContainerRun, now: ContainerRun, plan: Run, run: Run): string[] {
  const found: string[] = [];
  if (now.startedAt === undefined) {
    if (planned.startedAt !== undefined) found.push('never starts');
  } else found.push(...moved('starts', planned.startedAt, now.startedAt));
  if (now.restarts !== planned.restarts) {
    found.push(
      now.restarts === 0
        ? 'is not restarted'
        : `is restarted ${now.restarts === 1 ? 'once' : `${now.restarts} times`}`,
    );
  }
  const turned = (one: Run, type: string) =>
    one.events.find((event) => event.type === type && event.container === now.key)?.at;
  const unhealthy = turned(run, 'unhealthy');
  if (unhealthy !== undefined && turned(plan, 'unhealthy') === undefined) {
    found.push(`is UNHEALTHY from ${seconds(unhealthy)} on`);
  } else if (turned(plan, 'healthy') !== undefined && turned(run, 'healthy') === undefined)
    found.push('is never HEALTHY');
  if (now.startedAt === undefined) return found;
  if (now.stoppedAt === undefined) {
    if (planned.stoppedAt !== undefined && planned.signalledAt === undefined) found.push('does not exit');
  } else if (now.exitCode !== planned.exitCode && now.exitCode !== undefined) {
    const how =
      now.exitCode === 137 && now.signalledAt !== undefined
        ? 'is killed, code 137,'
        : `exits with code ${now.exitCode}`;
    found.push(`${how} at ${seconds(now.stoppedAt)}`);
  } else if (now.signalledAt === undefined) found.push(...moved('exits', planned.stoppedAt, now.stoppedAt));
  return found;
}

function moved(what: string, planned: number | undefined, now: number): string[] {
  if (planned === undefined) return [`${what} at ${seconds(now)}, which is not planned`];
  const later = now - planned;
  return differs(later) ? [`${what} ${seconds(Math.abs(later))} ${later > 0 ? 'later' : 'earlier'}`] : [];
}

/** Less than what one decimal shows is no difference. */
function differs(seconds: number): boolean {
  return Math.abs(seconds) >= 0.05;
}
