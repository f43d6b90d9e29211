/** How a container ended, in ECS's own words as far as they are known. */
import type { RunEvent, Unresolvable } from './run.ts';
import type { Live } from './world.ts';

/**
 * The container's `reason`, as DescribeTasks shows it; absent for a plain exit.
 * Source: amazon-ecs-agent 1.105.1, agent/dockerclient/dockerapi/errors.go, dependencygraph/graph.go. What the agent
 * prints in the place of the containers is shortened to their names.
 */
export function reasonOf(
  { key, definition, startFailed, pullFailed, givenUp, exitCode, signalledAt }: Live,
  events: readonly RunEvent[],
): string | undefined {
  if (pullFailed) return pullError(definition.image);
  if (startFailed) return 'CannotStartContainerError: the runtime refused to start the container';
  if (exitCode === 137 && signalledAt === undefined) return OUT_OF_MEMORY;
  if (!givenUp) return undefined;
  const because = events.find(({ type, container }) => type === 'givenUp' && container === key)?.because;
  if (because?.kind !== 'unresolvable') return undefined;
  return `CannotStartContainerError: dependency graph: container ordering dependency [${because.on}] for target [${key}] ${endings[because.why]}`;
}

/** What the agent reports of an image that cannot be had; the registry's own words, which vary, are left out. */
export function pullError(image = ''): string {
  return `CannotPullContainerError: failed to resolve ref ${image}`.trim();
}

/** Whether a container ended so; otherwise one that failed was refused by the runtime. */
export function couldNotPull({ reason }: { readonly reason?: string }): boolean {
  return reason?.startsWith('CannotPull') === true;
}

/** What nobody asked for and ends with 137: the kernel killed it. */
const OUT_OF_MEMORY = 'OutOfMemoryError: Container killed due to memory usage';

const endings: Readonly<Record<Unresolvable, string>> = {
  missing: 'does not exist.',
  timedOut: 'has timed out.',
  failed: 'did not exit successfully.',
  neverStarts: 'will never start.',
};
