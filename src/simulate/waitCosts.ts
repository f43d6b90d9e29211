/** What each gate on the way to RUNNING costs, and how much of it can be gained. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { criticalPath } from './criticalPath.ts';
import { behaviourOf } from './defaults.ts';
import { holdOf } from './holds.ts';
import { waitsFor } from './missingEdge.ts';
import type { ContainerKey, GateCondition, Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import { roundSeconds } from './seconds.ts';
import { containerOf } from './stateAt.ts';

export interface WaitCost {
  /** Who is held, by whose condition. */
  readonly container: ContainerKey;
  readonly on: ContainerKey;
  readonly condition: GateCondition;
  /** When the gate is released. */
  readonly at: number;
  /** By how much longer this gate holds the container than anything else does. */
  readonly held: number;
  /** By how much the task would be RUNNING earlier, at most, if this gate held no longer than the rest. */
  readonly gain: number;
  /**
   * For HEALTHY: seconds from the moment the process answers until a check has found out. Free to gain: more frequent
   * checks are enough. 0 where the scenario says when it is reported HEALTHY.
   */
  readonly idle: number;
}

/** One entry for each gate on the critical path, in the order of time. */
export function waitCosts(task: TaskDefinition, scenario: Scenario, run: Run): readonly WaitCost[] {
  return criticalPath(run).flatMap(({ container: key, released }) => {
    const container = containerOf(run, key);
    const hold = container && holdOf(container);
    if (!container || !released || !hold || hold.gate.on !== released.on) return [];
    const others = run.containers.filter((other) => !waitsFor(run, other, key) && other.key !== released.on);
    const settled = Math.max(0, ...others.map(({ startedAt, stoppedAt }) => startedAt ?? stoppedAt ?? 0));
    const gain = Math.min(hold.seconds, (run.task.runningAt ?? 0) - settled);
    const { on, condition } = released;
    return {
      container: key,
      on,
      condition,
      at: hold.at,
      held: hold.seconds,
      gain: roundSeconds(Math.max(0, gain)),
      idle: condition === 'HEALTHY' ? idleBefore(task, scenario, run, on, hold.at) : 0,
    };
  });
}

/** From the first second in which a check would have passed until one did. */
function idleBefore(
  task: TaskDefinition,
  scenario: Scenario,
  run: Run,
  on: ContainerKey,
  at: number,
): number {
  const behaviour = behaviourOf(task, scenario, on);
  if (!behaviour || behaviour.healthyAfterSeconds !== undefined) return 0;
  const runs = run.events.findLast(
    ({ type, container, at: since }) =>
      container === on && since <= at && (type === 'started' || type === 'restarted'),
  );
  return runs ? roundSeconds(Math.max(0, at - runs.at - behaviour.readyAfterSeconds)) : 0;
}
