/** What became of a gate at one second of a run. */
import { endlessPending } from './endlessPending.ts';
import type { ContainerKey, ContainerRun, Gate, GateCondition, Run } from './run.ts';
import { containerOf } from './stateAt.ts';

export type GateState =
  /** It does not hold yet. */
  | { readonly state: 'waiting' }
  | { readonly state: 'released'; readonly at: number }
  /** It can never hold any more, and that is certain since `at`. */
  | { readonly state: 'never'; readonly at: number }
  /** Whoever waited has ended, of another cause: nobody waits any more. */
  | { readonly state: 'over' };

/**
 * The gate of `waits` on another container at that second. `undefined` for a gate that the run does not have. What is not
 * released within the run, but might be in a longer one, counts as waiting.
 */
export function gateAt(
  run: Run,
  waits: ContainerKey,
  on: ContainerKey,
  condition: GateCondition,
  second: number,
): GateState | undefined {
  const container = containerOf(run, waits);
  const gate = container?.gates.find((each) => each.on === on && each.condition === condition);
  if (container === undefined || gate === undefined) return undefined;
  const { releasedAt } = gate;
  if (releasedAt !== undefined)
    return releasedAt <= second ? { state: 'released', at: releasedAt } : { state: 'waiting' };
  const at = hopelessSince(run, container, gate);
  if (at !== undefined && at <= second) return { state: 'never', at };
  return container.stoppedAt !== undefined && container.stoppedAt <= second
    ? { state: 'over' }
    : { state: 'waiting' };
}

/** Since when it is certain that a gate will never hold. */
function hopelessSince(
  run: Run,
  { key }: ContainerRun,
  { on, condition, circular }: Gate,
): number | undefined {
  const other = containerOf(run, on);
  if (circular || (condition === 'HEALTHY' && other?.hasHealthCheck === false)) return 0;
  const end = run.events.find(({ type, container }) => type === 'givenUp' && container === key);
  if (end?.because.kind === 'unresolvable' && end.because.on === on && end.because.condition === condition)
    return end.at;
  const certain = endlessPending(run).some(
    (each) => each.container === key && each.on === on && each.condition === condition && each.certain,
  );
  return certain ? other?.stoppedAt : undefined;
}
