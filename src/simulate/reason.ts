/** How a container ended, in ECS's own words as far as they are known. */
import type { RunEvent, Unresolvable } from './run.ts';
import type { Live } from './world.ts';

/**
 * The container's `reason`, as DescribeTasks shows it; absent for a plain exit.
 * Source: amazon-ecs-agent 1.105.1, agent/dockerclient/dockerapi/errors.go, dependencygraph/graph.go. What the agent
 * prints in the place of the containers is shortened to their names.
 */
export function reasonOf(
  { key, startFailed, givenUp }: Live,
  events: readonly RunEvent[],
): string | undefined {
  if (startFailed) return 'CannotStartContainerError: the runtime refused to start the container';
  if (!givenUp) return undefined;
  const because = events.find(({ type, container }) => type === 'givenUp' && container === key)?.because;
  if (because?.kind !== 'unresolvable') return undefined;
  return `CannotStartContainerError: dependency graph: container ordering dependency [${because.on}] for target [${key}] ${endings[because.why]}`;
}

const endings: Readonly<Record<Unresolvable, string>> = {
  missing: 'does not exist.',
  timedOut: 'has timed out.',
  failed: 'did not exit successfully.',
  neverStarts: 'will never start.',
};
