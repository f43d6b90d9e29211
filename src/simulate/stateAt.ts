/** What a container is doing at one second of a run. */
import type { ContainerKey, ContainerRun, Run, Span } from './run.ts';

/**
 * The span in which the container is at that second; where two meet, the later one. Before the run its first, after it
 * its last; `undefined` for a key that the run does not have.
 */
export function stateAt(run: Run, container: ContainerKey, second: number): Span | undefined {
  const found = containerOf(run, container);
  return found && spanAt(found, second);
}

/** The same for a container of the run. */
export function spanAt({ spans }: ContainerRun, second: number): Span | undefined {
  return spans.findLast(({ from }) => from <= second) ?? spans[0];
}

/** The container of a key. */
export function containerOf({ containers }: Run, key: ContainerKey): ContainerRun | undefined {
  return containers.find((container) => container.key === key);
}
