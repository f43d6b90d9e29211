/** The entries of dependsOn, each with whom it names. */
import type { Condition } from '../../model/containerDefinition.ts';
import { items } from '../../model/list.ts';
import type { Path } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import type { ContainerAt } from './view.ts';
import { containerNamed, containersOf, known } from './view.ts';

/** One entry of dependsOn. */
export interface Dependency {
  readonly waits: ContainerAt;
  readonly path: Path;
  readonly name: string;
  readonly target: ContainerAt | undefined;
  /** Absent: none, or one that cannot be read. */
  readonly condition: Condition | undefined;
}

/** Every entry whose container name can be read. */
export function dependenciesOf(reading: Reading): Dependency[] {
  return containersOf(reading).flatMap((waits) =>
    items(waits.definition.dependsOn).flatMap(([entry, index]): Dependency[] => {
      const path = [...waits.at, 'dependsOn', index];
      if (!known(reading, [...path, 'containerName'])) return [];
      const name = entry.containerName ?? '';
      return [
        {
          waits,
          path,
          name,
          target: containerNamed(reading, name),
          condition: known(reading, [...path, 'condition']) ? entry.condition : undefined,
        },
      ];
    }),
  );
}
