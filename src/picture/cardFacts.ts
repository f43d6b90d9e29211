/** What a container's card says in its lower half, in the fewest words. */

import type { ContainerNode, Graph } from '../model/graph.ts';
import { items } from '../model/list.ts';
import { type NodeKey, parseNodeKey } from '../model/nodeKey.ts';
import { oncePer } from '../model/oncePer.ts';

export interface CardFacts {
  /** "every 5 s"; absent: no health check. */
  readonly health: string | undefined;
  /** "3000", "80, 443", "80 and 3 more"; absent: no ports. */
  readonly ports: string | undefined;
  /** "256 MiB", "up to 512 MiB"; absent: no limit of its own. */
  readonly memory: string | undefined;
  /** "/shared rw", "/shared rw and 2 more". */
  readonly mounts: string | undefined;
  /** "CloudWatch", "log-router", "CloudWatch (its own)". */
  readonly logs: string | undefined;
}

function several(texts: readonly string[], shown: number): string | undefined {
  if (texts.length === 0) return undefined;
  const rest = texts.length - shown;
  return rest > 0 ? `${texts.slice(0, shown).join(', ')} and ${rest} more` : texts.join(', ');
}

/** The facts of all cards, by container; the same objects for the same graph. What cannot be read is left out. */
export const cardFactsOf = oncePer(
  (graph: Graph): ReadonlyMap<NodeKey, CardFacts> =>
    new Map(graph.containers.map((node) => [node.key, cardFacts(node, graph)])),
);

function cardFacts(node: ContainerNode, graph: Graph): CardFacts {
  const { definition } = node;
  const { healthCheck, memory, memoryReservation } = definition;
  const ports = items(definition.portMappings).flatMap(([mapping]) => {
    const port = mapping.containerPortRange ?? mapping.containerPort?.toString();
    if (port === undefined) return [];
    return [mapping.protocol === 'udp' ? `${port}/udp` : port];
  });
  const mounts = graph.mounts
    .filter((mount) => mount.container === node.key)
    .map((mount) => `${mount.containerPath || 'no path'} ${mount.readOnly ? 'ro' : 'rw'}`);
  const route = graph.routes.find(({ key }) => key === `log:${parseNodeKeyText(node.key)}`);
  return {
    health: healthCheck === undefined ? undefined : `every ${healthCheck.interval ?? 30} s`,
    ports: several(ports, 2),
    memory:
      memory !== undefined
        ? `${memory} MiB`
        : memoryReservation !== undefined
          ? `${memoryReservation} MiB reserved`
          : undefined,
    mounts: several(mounts, 1),
    logs: route === undefined ? undefined : destinationName(route.to, graph, node),
  };
}

function parseNodeKeyText(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

function destinationName(key: string, graph: Graph, from: ContainerNode): string {
  const log = graph.logs.find((node) => node.key === key);
  if (log !== undefined) return from.role === 'logRouter' ? `${log.title} (its own)` : log.title;
  return parseNodeKey(key).name;
}
