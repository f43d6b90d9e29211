/** The port mappings of a task, single ports and ranges alike. */

import type { PortMapping } from '../../model/containerDefinition.ts';
import { items } from '../../model/list.ts';
import { oncePer } from '../../model/oncePer.ts';
import type { Path } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import type { ContainerAt } from './view.ts';
import { containersOf } from './view.ts';

/** The highest port there is. */
export const MOST_PORT = 65_535;

/** One port mapping with its place. */
export interface PortAt {
  readonly container: ContainerAt;
  readonly mapping: PortMapping;
  readonly path: Path;
}

/** Every readable port mapping, in the order of the text. */
export const portsOf = oncePer((reading: Reading): readonly PortAt[] =>
  containersOf(reading).flatMap((container) =>
    items(container.definition.portMappings).map(([mapping, index]) => ({
      container,
      mapping,
      path: [...container.at, 'portMappings', index],
    })),
  ),
);

/** The first and the last port of a `containerPortRange`; nothing when it is no `low-high` of ports with low below high. */
export function parsePortRange(text: string): readonly [number, number] | undefined {
  const match = /^(\d{1,5})-(\d{1,5})$/.exec(text);
  if (!match) return undefined;
  const [low, high] = [Number(match[1]), Number(match[2])];
  return low >= 1 && low < high && high <= MOST_PORT ? [low, high] : undefined;
}

/** A mapping in words: `port 80`, `ports 8000-8010`. */
export function portWords({ containerPort, containerPortRange }: PortMapping): string {
  return containerPort === undefined && containerPortRange
    ? `ports ${containerPortRange}`
    : `port ${containerPort}`;
}
