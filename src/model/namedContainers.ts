/** The readable containers of a task with their lasting keys: what dependencies, mounts and log routes are joined by. */

import type { ContainerDefinition } from './containerDefinition.ts';
import { items } from './list.ts';
import type { NodeKey } from './nodeKey.ts';
import { nodeKeys } from './nodeKey.ts';
import { oncePer } from './oncePer.ts';
import type { TaskDefinition } from './taskDefinition.ts';

export interface NamedContainer {
  readonly key: NodeKey;
  /** As in the text; empty when it has none. */
  readonly name: string;
  /** Its place in `containerDefinitions`. */
  readonly index: number;
  readonly definition: ContainerDefinition;
}

/**
 * The containers in list order; the same list for the same task. An item that could not be read has no key and is not
 * among them.
 */
export const namedContainers = oncePer((task: TaskDefinition): readonly NamedContainer[] => {
  const found = items(task.containerDefinitions);
  const keys = nodeKeys(
    'container',
    found.map(([definition]) => definition.name),
  );
  return found.map(([definition, index], place) => ({
    key: keys[place] ?? '',
    name: definition.name ?? '',
    index,
    definition,
  }));
});

/** Whom a name means: the first container that bears it, as in the ECS agent. The empty name means nobody. */
export function containersByName<T extends NamedContainer>(containers: readonly T[]): ReadonlyMap<string, T> {
  const byName = new Map<string, T>();
  for (const container of containers) {
    if (container.name !== '' && !byName.has(container.name)) byName.set(container.name, container);
  }
  return byName;
}
