/** Seconds in which a container writes logs and nobody takes them: its FireLens router does not run, or is not healthy. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { type MissingEdge, missingEdge } from './missingEdge.ts';
import type { ContainerKey, ContainerRun, Run, Span } from './run.ts';
import { roundSeconds } from './seconds.ts';

export type LogLossReason =
  /** The router has not started yet, or never starts. */
  | 'notStarted'
  /** The router runs, and no check of its health check has passed yet. */
  | 'notHealthy'
  /** Its checks fail. */
  | 'unhealthy'
  /** It exited, and its restart policy brings it back. */
  | 'restarting'
  /** It has ended. */
  | 'stopped';

export interface LogLossWindow {
  /** Who writes. */
  readonly container: ContainerKey;
  readonly router: ContainerKey;
  readonly from: number;
  /** The end of the run, for a window that never closes. */
  readonly to: number;
  /** While the container has just started, while it runs, or while the task stops. */
  readonly phase: 'start' | 'running' | 'stop';
  readonly reason: LogLossReason;
  /** What would close the window: the container waits for the router with that condition. Absent: no edge does. */
  readonly closedBy?: MissingEdge;
}

/**
 * Per container that logs through awsfirelens, in list order, then in order of time. A router that has a health check
 * counts as taking logs only while it is HEALTHY; one that stops still takes them until it has left. Without a router
 * there is no window: ECS refuses the task.
 */
export function logLoss(task: TaskDefinition, run: Run): readonly LogLossWindow[] {
  const definitionOf = ({ index }: ContainerRun) => task.containerDefinitions?.[index];
  const router = run.containers.findLast(
    (container) => definitionOf(container)?.firelensConfiguration !== undefined,
  );
  if (!router) return [];
  const deaf = deafSpans(router);
  const found: LogLossWindow[] = [];
  for (const container of run.containers) {
    if (container === router || definitionOf(container)?.logConfiguration?.logDriver !== 'awsfirelens')
      continue;
    for (const { from, to } of writingSpans(container)) {
      for (const gap of deaf) {
        const start = Math.max(from, gap.from);
        const end = Math.min(to, gap.to);
        if (end > start) found.push(windowOf(run, container, router, { ...gap, from: start, to: end }));
      }
    }
  }
  return found;
}

/** All seconds in which logs are lost, each container counted by itself. */
export function secondsLost(windows: readonly LogLossWindow[]): number {
  return roundSeconds(windows.reduce((sum, { from, to }) => sum + to - from, 0));
}

interface Gap {
  readonly from: number;
  readonly to: number;
  readonly reason: LogLossReason;
}

/** When the process of a container runs. */
function writingSpans({ spans }: ContainerRun): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to, state } of spans) {
    if (!runs(state)) continue;
    const last = found.at(-1);
    if (last?.to === from) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

function runs(state: Span['state']): boolean {
  return (
    state === 'running' ||
    state === 'notReady' ||
    state === 'healthy' ||
    state === 'unhealthy' ||
    state === 'stopping'
  );
}

function deafSpans({ spans, startedAt }: ContainerRun): readonly Gap[] {
  const found: Gap[] = [];
  let before: Span['state'] | undefined;
  const add = (from: number, to: number, reason: LogLossReason) => {
    const last = found.at(-1);
    if (last?.reason === reason && last.to === from) found[found.length - 1] = { ...last, to };
    else if (to > from) found.push({ from, to, reason });
  };
  for (const { from, to, state } of spans) {
    const reason = whyDeaf(
      state === 'stopping' ? (before ?? state) : state,
      startedAt !== undefined && from >= startedAt,
    );
    if (reason) add(from, to, reason);
    before = state;
  }
  return found;
}

function whyDeaf(state: Span['state'], hasStarted: boolean): LogLossReason | undefined {
  switch (state) {
    case 'running':
    case 'healthy':
    case 'stopping':
      return undefined;
    case 'notReady':
      return 'notHealthy';
    case 'unhealthy':
      return 'unhealthy';
    case 'restarting':
      return 'restarting';
    default:
      return hasStarted ? 'stopped' : 'notStarted';
  }
}

function windowOf(run: Run, container: ContainerRun, router: ContainerRun, gap: Gap): LogLossWindow {
  const { from, to, reason } = gap;
  const { stoppingAt = Number.POSITIVE_INFINITY } = run.task;
  const phase = from === container.startedAt ? 'start' : from >= stoppingAt ? 'stop' : 'running';
  const closedBy = closingEdge(run, container, router, phase);
  return {
    container: container.key,
    router: router.key,
    from,
    to,
    phase,
    reason,
    ...(closedBy && { closedBy }),
  };
}

/** At the start the container must wait until the router takes logs; any edge at all makes the router outlive it. */
function closingEdge(
  run: Run,
  container: ContainerRun,
  router: ContainerRun,
  phase: LogLossWindow['phase'],
): MissingEdge | undefined {
  if (phase === 'running') return undefined;
  const condition = router.hasHealthCheck ? 'HEALTHY' : 'START';
  const enough = container.gates.some(
    (gate) => gate.on === router.key && (phase === 'stop' || gate.condition === condition),
  );
  return enough ? undefined : missingEdge(run, container, router, condition);
}
