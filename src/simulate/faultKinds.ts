/** The single faults that a container can have: when they strike in a run as planned, and how they are played. */
import type { ContainerRun, Run } from './run.ts';
import type { Behaviour, FullBehaviour } from './scenario.ts';
import { roundSeconds } from './seconds.ts';

export type FaultId =
  | 'exits0'
  | 'exits1'
  | 'killed'
  | 'neverHealthy'
  | 'turnsUnhealthy'
  | 'cannotStart'
  | 'ignoresSigterm';

/** Before the task is RUNNING, or a while after. */
export type FaultPhase = 'starting' | 'running';

/** When a fault strikes. `planned`: the plan itself names the second; otherwise it is one that stands for many. */
export interface Moment {
  readonly at: number;
  readonly planned: boolean;
}

export interface FaultTarget {
  /** As it goes in the plan. */
  readonly container: ContainerRun;
  /** So long after the task is RUNNING, and after its own start, it counts as settled: a restart policy is willing then. */
  readonly settled: number;
}

export interface FaultKind {
  readonly id: FaultId;
  /** As the head of a column: "exits 0". */
  readonly title: string;
  /** When it strikes this container; `undefined`: it cannot, in this phase. */
  moment(plan: Run, target: FaultTarget, phase: FaultPhase): Moment | undefined;
  /** What the container does otherwise. `usual`: as it behaves in the plan. */
  behaviour(plan: Run, container: ContainerRun, usual: FullBehaviour, at: number): Behaviour;
}

const exits = (id: FaultId, title: string, code: number): FaultKind => ({
  id,
  title,
  moment: exitMoment,
  behaviour(plan, { key }, { exitsByRun }, at) {
    const { run, since } = runAt(plan, key, at);
    const before = Array.from(
      { length: run },
      (_, index) => exitsByRun[Math.min(index, exitsByRun.length - 1)] ?? null,
    );
    const after = exitsByRun.slice(Math.min(run + 1, exitsByRun.length - 1));
    return { exitsByRun: [...before, { afterSeconds: roundSeconds(at - since), code }, ...after] };
  },
});

/** In the order of the columns. */
export const faultKinds: readonly FaultKind[] = [
  exits('exits0', 'exits 0', 0),
  exits('exits1', 'exits 1', 1),
  exits('killed', 'killed', 137),
  {
    id: 'neverHealthy',
    title: 'never healthy',
    moment: (_, { container: { hasHealthCheck, startedAt } }, phase) =>
      hasHealthCheck && phase === 'starting' && startedAt !== undefined
        ? { at: startedAt, planned: true }
        : undefined,
    behaviour: () => ({ neverHealthy: true }),
  },
  {
    id: 'turnsUnhealthy',
    title: 'turns unhealthy',
    moment(plan, target, phase) {
      const healthy = firstHealthy(plan, target.container);
      return healthy === undefined ? undefined : strikes(plan, target, phase, healthy);
    },
    behaviour: (plan, { key }, _, at) => ({
      unhealthyAfterSeconds: roundSeconds(at - runAt(plan, key, at).since),
    }),
  },
  {
    id: 'cannotStart',
    title: 'cannot start',
    moment: (_, { container: { startedAt } }, phase) =>
      phase === 'starting' && startedAt !== undefined ? { at: startedAt, planned: true } : undefined,
    behaviour: () => ({ cannotStart: true }),
  },
  {
    id: 'ignoresSigterm',
    title: 'ignores SIGTERM',
    moment: (plan, target, phase) => strikes(plan, target, phase, target.container.startedAt),
    behaviour: () => ({ ignoresSigterm: true }),
  },
];

/** An exit: in the plan's own second if the container leaves by itself in that phase. */
function exitMoment(plan: Run, target: FaultTarget, phase: FaultPhase): Moment | undefined {
  const { stoppedAt, signalledAt, startedAt } = target.container;
  const runningAt = plan.task.runningAt ?? plan.task.stoppingAt ?? plan.endsAt;
  if (startedAt !== undefined && stoppedAt !== undefined && signalledAt === undefined) {
    if (stoppedAt <= runningAt === (phase === 'starting')) return { at: stoppedAt, planned: true };
  }
  const healthy = firstHealthy(plan, target.container) ?? runningAt;
  return strikes(plan, target, phase, startedAt, Math.min(healthy, runningAt));
}

function firstHealthy({ events }: Run, { key }: ContainerRun): number | undefined {
  return events.find(({ type, container }) => type === 'healthy' && container === key)?.at;
}

/**
 * A second in the middle of the container's time before the task is RUNNING (`since` to `before`), or some time after.
 * `undefined`: there is no such time.
 */
function strikes(
  { task, endsAt }: Run,
  { container: { startedAt, stoppedAt }, settled }: FaultTarget,
  phase: FaultPhase,
  since: number | undefined,
  before?: number,
): Moment | undefined {
  if (startedAt === undefined || since === undefined) return undefined;
  const ends = Math.min(stoppedAt ?? endsAt, task.stoppingAt ?? endsAt);
  const runningAt = task.runningAt ?? ends;
  const from = phase === 'starting' ? since : Math.max(since, runningAt);
  const to = phase === 'starting' ? Math.min(before ?? runningAt, ends) : ends;
  if (!(to > from)) return undefined;
  const middle = (from + to) / 2;
  const later = Math.max(from + SETTLED, startedAt + settled);
  const at = phase === 'starting' ? Math.min(from + SETTLED, middle) : later < to ? later : middle;
  const tenth = Math.round(at * 10) / 10;
  return { at: tenth > from && tenth < to ? tenth : at, planned: false };
}

/** A while in seconds, after which nothing starts any more. */
const SETTLED = 60;

/** Which run of the container it is at that second (0: the first), and since when. */
function runAt({ events }: Run, key: string, at: number): { readonly run: number; readonly since: number } {
  let run = -1;
  let since = 0;
  for (const event of events) {
    if (event.at > at) break;
    if (event.container !== key || (event.type !== 'started' && event.type !== 'restarted')) continue;
    if (event.at === at && run >= 0) break;
    run += 1;
    since = event.at;
  }
  return { run: Math.max(0, run), since };
}
