/** An edge that a task lacks: what would mend the order in which its containers start and stop. */
import type { Condition } from '../model/containerDefinition.ts';
import type { ContainerKey, ContainerRun, Run } from './run.ts';
import { containerOf } from './stateAt.ts';

/** `waits` should wait for `on`. `replaces`: the condition in dependsOn that stands between the two now. */
export interface MissingEdge {
  readonly waits: ContainerKey;
  readonly on: ContainerKey;
  readonly condition: Condition;
  readonly replaces?: Condition;
}

/** The edge, unless it would close a circle. */
export function missingEdge(
  run: Run,
  waits: ContainerRun,
  on: ContainerRun,
  condition: Condition,
): MissingEdge | undefined {
  if (waitsFor(run, on, waits.key)) return undefined;
  const written = waits.gates.find((gate) => gate.on === on.key && gate.origin === 'dependsOn')?.condition;
  return {
    waits: waits.key,
    on: on.key,
    condition,
    ...(written && written !== 'CREATE' && { replaces: written }),
  };
}

/** Whether the first waits for the second, directly or not, or is the second. */
export function waitsFor(run: Run, first: ContainerRun, second: ContainerKey): boolean {
  const seen = new Set<ContainerKey>([first.key]);
  for (const key of seen) {
    if (key === second) return true;
    for (const { on } of containerOf(run, key)?.gates ?? []) seen.add(on);
  }
  return false;
}

/** Whether the first cannot start before the second has left: it waits for its exit, or for somebody who does. */
export function waitsForExit(run: Run, first: ContainerRun, second: ContainerKey): boolean {
  const seen = new Set<ContainerKey>([first.key]);
  for (const key of seen) {
    for (const { on, condition } of containerOf(run, key)?.gates ?? []) {
      if (on === second && (condition === 'SUCCESS' || condition === 'COMPLETE')) return true;
      seen.add(on);
    }
  }
  return false;
}
