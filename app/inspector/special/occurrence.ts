import type { DependencyEdge } from '../../../src/model/graph.ts';

/** Which of several written entries between the same two an edge is, from 1. */
export function occurrenceOf(edges: readonly DependencyEdge[], edge: DependencyEdge | undefined): number {
  if (edge === undefined) return 1;
  const same = edges.filter(
    ({ from, to, addedBy }) => from === edge.from && to === edge.to && addedBy === undefined,
  );
  return Math.max(1, same.indexOf(edge) + 1);
}
