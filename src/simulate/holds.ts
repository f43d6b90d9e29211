/** Which gate holds a container longest, and how much of that is due to that gate alone. */
import type { ContainerKey, ContainerRun, Gate, Run } from './run.ts';

export interface Hold {
  readonly container: ContainerKey;
  /** The gate that was released last. */
  readonly gate: Gate;
  readonly at: number;
  /** By how much longer than anything else does: what making this gate faster can gain at most. Seconds. */
  readonly seconds: number;
}

/** One entry for each container of which all gates were released; in list order. Of gates released together the last. */
export function holds(run: Run): readonly Hold[] {
  return run.containers.flatMap((container) => holdOf(container) ?? []);
}

/** What held one container; `undefined` if nothing did, or if something still does. */
export function holdOf(container: ContainerRun): Hold | undefined {
  let last: Gate | undefined;
  // An image that is pulled while the gates are still shut holds the container as well.
  let otherwise = 0;
  let at = 0;
  for (const gate of container.gates) {
    if (gate.releasedAt === undefined) return undefined;
    if (gate.releasedAt >= at || last === undefined) {
      if (last) otherwise = Math.max(otherwise, at);
      last = gate;
      at = gate.releasedAt;
    } else otherwise = Math.max(otherwise, gate.releasedAt);
  }
  const pulled = pulledBefore(container, at);
  if (last === undefined) return undefined;
  return { container: container.key, gate: last, at, seconds: Math.max(0, at - Math.max(otherwise, pulled)) };
}

function pulledBefore({ pullStartedAt, spans }: ContainerRun, at: number): number {
  if (pullStartedAt === undefined || pullStartedAt >= at) return 0;
  return spans.find(({ state }) => state === 'pulling')?.to ?? 0;
}
