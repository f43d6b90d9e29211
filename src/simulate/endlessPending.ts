/** Containers that wait, and for which no end of the waiting is in sight. */
import type { ContainerKey, ContainerRun, Gate, GateCondition, Run } from './run.ts';
import { containerOf } from './stateAt.ts';

export type EndlessReason =
  /** HEALTHY, and there is no health check. */
  | 'noHealthCheck'
  /** HEALTHY, and the container has stopped: even startTimeout does not end that wait. */
  | 'stoppedUnhealthy'
  /** COMPLETE, and the container stopped without an exit code. */
  | 'noExitCode'
  | 'circle'
  /** HEALTHY, and no check has passed so far. */
  | 'notHealthy'
  /** SUCCESS or COMPLETE, and the container runs on. */
  | 'runsOn'
  /** The container waits itself, or pulls its image. */
  | 'notStarted';

export interface EndlessWait {
  readonly container: ContainerKey;
  readonly on: ContainerKey;
  readonly condition: GateCondition;
  readonly reason: EndlessReason;
  /** It can never end by itself. Otherwise it only did not end within this run. */
  readonly certain: boolean;
  /** How long it has waited when the run ends, or when everything is stopped. */
  readonly seconds: number;
}

/** Every gate that is still shut when the run ends, or when StopTask puts an end to the waiting. */
export function endlessPending(run: Run): readonly EndlessWait[] {
  const { task, endsAt } = run;
  if (task.stopCause !== undefined && task.stopCause !== 'StopTask') return [];
  const until = task.stoppingAt ?? endsAt;
  const found: EndlessWait[] = [];
  for (const container of run.containers) {
    if (container.startedAt !== undefined || (container.stoppedAt ?? until) < until) continue;
    for (const gate of container.gates) {
      const on = containerOf(run, gate.on);
      if (gate.releasedAt !== undefined || !on) continue;
      const reason = reasonOf(gate, on, until);
      const certain = reason !== 'notHealthy' && reason !== 'runsOn' && reason !== 'notStarted';
      const { condition } = gate;
      found.push({ container: container.key, on: on.key, condition, reason, certain, seconds: until });
    }
  }
  return found;
}

function reasonOf({ condition, circular }: Gate, on: ContainerRun, until: number): EndlessReason {
  if (circular) return 'circle';
  if (condition === 'HEALTHY' && !on.hasHealthCheck) return 'noHealthCheck';
  const stopped = on.stoppedAt !== undefined && on.stoppedAt < until;
  if (condition === 'HEALTHY' && stopped) return 'stoppedUnhealthy';
  if (stopped) return 'noExitCode';
  if (on.startedAt === undefined) return 'notStarted';
  return condition === 'HEALTHY' ? 'notHealthy' : 'runsOn';
}
