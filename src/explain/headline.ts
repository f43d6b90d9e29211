/** The whole run in a sentence or two. */
import { criticalPath } from '../simulate/criticalPath.ts';
import { endlessPending } from '../simulate/endlessPending.ts';
import { holds } from '../simulate/holds.ts';
import { couldNotPull } from '../simulate/reason.ts';
import type { Run } from '../simulate/run.ts';
import { containerOf } from '../simulate/stateAt.ts';
import { givenUp, whyEndless, whyGivenUp } from './waiting.ts';
import { awaited, nameOf, seconds, sentence } from './words.ts';

/**
 * "Task runs at 14.0 s. envoy HEALTHY holds app 9.0 s longer than anything else does." Or why it never runs, or what
 * ends it. A stop by StopTask is as planned, and not mentioned.
 */
export function headline(run: Run): string {
  const { runningAt, stoppingAt = Number.POSITIVE_INFINITY, stopCause } = run.task;
  if (run.containers.length === 0) return 'The task has no container.';
  if (runningAt === undefined || runningAt >= stoppingAt) return neverRuns(run);
  const runs = `Task runs at ${seconds(runningAt)}.`;
  if (stopCause === undefined || stopCause === 'StopTask') return `${runs}${costliestHold(run)}`;
  return `${runs} ${sentence(`It stops at ${seconds(stoppingAt)}: ${whatEnded(run, stopCause)}`)}`;
}

/** The gate on the critical path that costs most. */
function costliestHold(run: Run): string {
  const path = criticalPath(run).map(({ container }) => container);
  const [costliest] = holds(run)
    .filter(({ container, seconds }) => path.includes(container) && seconds > 0)
    .toSorted((one, other) => other.seconds - one.seconds);
  if (!costliest) return '';
  const { gate, container } = costliest;
  const held = `${nameOf(run, gate.on)} ${gate.condition} holds ${nameOf(run, container)}`;
  return ` ${sentence(`${held} ${seconds(costliest.seconds)} longer than anything else does`)}`;
}

function neverRuns(run: Run): string {
  const { stoppingAt, stopCause } = run.task;
  if (stoppingAt !== undefined && stopCause !== undefined && stopCause !== 'StopTask') {
    return sentence(
      `Task stops at ${seconds(stoppingAt)}, before it was RUNNING: ${whatEnded(run, stopCause)}`,
    );
  }
  const waits = endlessPending(run);
  const root = waits.find(({ reason }) => reason !== 'notStarted') ?? waits[0];
  const until = stoppingAt ?? run.endsAt;
  const still = `Task is still PENDING at ${seconds(until)}, when ${stoppingAt === undefined ? 'this run ends' : 'it is stopped'}`;
  if (!root) return sentence(still);
  const whom = `${nameOf(run, root.container)} waits for ${nameOf(run, root.on)} ${awaited(root.condition)}`;
  return sentence(`${root.certain ? 'Task stays PENDING' : still}: ${whom}, but ${whyEndless(run, root)}`);
}

function whatEnded(run: Run, cause: string): string {
  const container = containerOf(run, cause);
  const name = nameOf(run, cause);
  if (!container) return `${name} ended`;
  const event = givenUp(run, container);
  if (event) return `${name} ${whyGivenUp(run, container, event)}`;
  if (couldNotPull(container))
    return `the image of ${name} could not be pulled${container.essential ? `, and ${name} is essential` : ''}`;
  if (container.startedAt === undefined) return `${name} is essential and cannot be started`;
  return `${name} is essential and exited with code ${container.exitCode ?? 0}`;
}
