/** How much of a task a picture shows at once. */
import type { DependencyEdge, Graph, LogRoute, MountEdge } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Density } from './sizes.ts';

/** 'dense' for more than eight containers, or more than three that send their logs to one destination outside. */
export function densityOf(graph: Graph): Density {
  if (graph.containers.length > 8) return 'dense';
  const outside = new Set(graph.logs.map(({ key }) => key));
  const senders = new Map<NodeKey, number>();
  for (const { to } of graph.routes) {
    if (!outside.has(to)) continue;
    const count = (senders.get(to) ?? 0) + 1;
    if (count > 3) return 'dense';
    senders.set(to, count);
  }
  return 'full';
}

export interface ShownEdges {
  readonly dependencies: readonly DependencyEdge[];
  readonly mounts: readonly MountEdge[];
  readonly routes: readonly LogRoute[];
}

/**
 * The edges that are drawn: all; or, when dense, those that are written in dependsOn, and of the implicit ones, mounts
 * and log routes those that touch what is selected.
 */
export function shownEdges(graph: Graph, density: Density, selected: NodeKey | undefined): ShownEdges {
  if (density === 'full') return graph;
  const touches = (...ends: NodeKey[]) => selected !== undefined && ends.includes(selected);
  return {
    dependencies: graph.dependencies.filter((edge) => !edge.addedBy || touches(edge.from, edge.to)),
    mounts: graph.mounts.filter((edge) => touches(edge.container, edge.volume)),
    routes: graph.routes.filter((edge) => touches(edge.from, edge.to)),
  };
}
