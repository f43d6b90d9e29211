/** The chain of containers that decides when the task is RUNNING: to start earlier, one of these must be faster. */
import { holdOf } from './holds.ts';
import type { ContainerKey, ContainerRun, GateCondition, Run } from './run.ts';
import { containerOf } from './stateAt.ts';

export interface PathStep {
  readonly container: ContainerKey;
  readonly from: number;
  readonly to: number;
  /** What released it at `from`; absent for the first of the chain. */
  readonly released?: { readonly on: ContainerKey; readonly condition: GateCondition };
}

/** In the order of time, without gaps, from 0 to the task's RUNNING; empty if the task is never RUNNING. */
export function criticalPath(run: Run): readonly PathStep[] {
  const { runningAt } = run.task;
  if (runningAt === undefined) return [];
  let current = run.containers.findLast((container) => settledAt(container) === runningAt);
  let to = runningAt;
  const path: PathStep[] = [];
  const seen = new Set<ContainerKey>();
  while (current && !seen.has(current.key)) {
    seen.add(current.key);
    const released = releaseOf(run, current, to);
    const step = { container: current.key, from: released?.at ?? 0, to };
    path.unshift({ ...step, ...(released && { released: released.by }) });
    if (!released) break;
    to = released.at;
    current = containerOf(run, released.by.on);
  }
  return path.filter((step) => step.to > step.from || path.length === 1);
}

/** When the container no longer keeps the task PENDING. */
function settledAt({ startedAt, stoppedAt }: ContainerRun): number | undefined {
  return startedAt ?? stoppedAt;
}

/** What kept the container from going on, before `before`; `undefined` when it was its own pull from the first second. */
function releaseOf(run: Run, container: ContainerRun, before: number) {
  const { key, spans } = container;
  const ended = run.events.find(({ type, container: of }) => type === 'givenUp' && of === key);
  if (ended?.because.kind === 'unresolvable' && ended.at <= before && container.startedAt === undefined) {
    return { at: ended.at, by: { on: ended.because.on, condition: ended.because.condition } };
  }
  const hold = holdOf(container);
  if (!hold || hold.at > before || hold.at === 0) return undefined;
  const pulled = spans.find(({ state }) => state === 'pulling');
  if (pulled && pulled.from < hold.at && pulled.to > hold.at) return undefined;
  return { at: hold.at, by: { on: hold.gate.on, condition: hold.gate.condition } };
}
