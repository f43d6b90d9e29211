/**
 * One entry of dependsOn looked at once: does it hold, may it still hold, or can it never hold?
 *
 * Source: amazon-ecs-agent 1.105.1, agent/engine/dependencygraph/graph.go (verifyContainerOrderingStatusResolvable,
 * containerOrderingDependenciesIsResolved, hasDependencyTimedOut).
 */
import type { GateCondition, HealthStatus, Unresolvable } from './run.ts';
import { KNOWN, type Known } from './world.ts';

/** The container that is waited for, as far as a condition looks at it. */
export interface Dependency {
  readonly known: Known;
  readonly wanted: 'RUNNING' | 'STOPPED';
  /** A pull or a start is in flight. */
  readonly step?: unknown;
  readonly exitCode?: number | undefined;
  readonly hasHealthCheck: boolean;
  readonly health: HealthStatus;
  /** More than its startTimeout has gone by since its first start. */
  readonly startTimedOut: boolean;
}

export type Verdict = 'resolved' | 'waiting' | Unresolvable;

/**
 * What the agent makes of one condition. `dependent` is how far the waiting container is; `dependency` is undefined when
 * the task has no container of that name. `pullIsFree`: the host pulls without waiting for dependencies.
 */
export function testCondition(
  condition: GateCondition,
  dependency: Dependency | undefined,
  dependent: Known,
  pullIsFree = false,
): Verdict {
  if (dependency === undefined) return 'missing';
  const stopped = dependency.known === KNOWN.STOPPED;
  const limited = condition !== 'START' && condition !== 'CREATE';
  if (dependency.startTimedOut && limited && dependent < KNOWN.CREATED && !stopped) return 'timedOut';
  if (condition === 'SUCCESS' && stopped && dependency.exitCode !== 0) return 'failed';
  if (dependency.known < KNOWN.RUNNING && dependency.wanted === 'STOPPED' && dependency.step === undefined) {
    return 'neverStarts';
  }
  // Reading the image manifest waits for nobody.
  if (dependent < KNOWN.MANIFEST_PULLED || (pullIsFree && dependent < KNOWN.PULLED)) return 'resolved';
  return holds(condition, dependency) ? 'resolved' : 'waiting';
}

/** Whether the condition holds now, whatever the dependent is about to do. */
export function holds(condition: GateCondition, dependency: Dependency): boolean {
  switch (condition) {
    case 'START':
      return dependency.known >= KNOWN.RUNNING;
    case 'CREATE':
      return dependency.known >= KNOWN.CREATED;
    case 'COMPLETE':
      return dependency.known === KNOWN.STOPPED && dependency.exitCode !== undefined;
    case 'SUCCESS':
      return dependency.known === KNOWN.STOPPED && dependency.exitCode === 0;
    case 'HEALTHY':
      return dependency.hasHealthCheck && dependency.health === 'HEALTHY';
    default:
      return never(condition);
  }
}

function never(_: never): false {
  return false;
}
