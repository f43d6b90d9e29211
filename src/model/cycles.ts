/**
 * Circles in the start order: containers that wait for each other through dependsOn, links and volumesFrom.
 *
 * What FireLens adds cannot close one: ECS leaves it out as soon as the router itself waits for anything.
 */
import type { DependencyEdge } from './graph.ts';
import { graph } from './graph.ts';
import type { NodeKey } from './nodeKey.ts';
import type { TaskDefinition } from './taskDefinition.ts';

export interface Cycle {
  /** Each waits for the next, the last for the first. Begins with the one that stands first in the task. */
  readonly nodes: readonly NodeKey[];
  /** The dependency by which `nodes[i]` waits for the next. */
  readonly edges: readonly DependencyEdge[];
}

/** More are not told: who has so many mends these first. */
const mostCycles = 100;

/**
 * Circles that share no dependency, at most 100; with one dependency of each taken out, further ones may come to light.
 * A container that waits for itself is a circle of one.
 */
export function findCycles(task: TaskDefinition): Cycle[] {
  const { containers } = graph(task);
  const waits = waitsByContainer(task);
  const order = new Map(containers.map(({ key }, place) => [key, place]));
  const cycles: Cycle[] = [];
  peel(waits);
  while (waits.size > 0 && cycles.length < mostCycles) {
    const key = someoneInACycle(waits);
    const found = pathOfWaits(waits, key, key);
    if (!found) break;
    cycles.push(inOrder(found, order));
    for (const edge of found) {
      const left = (waits.get(edge.to) ?? []).filter((other) => other !== edge);
      waits.set(edge.to, left);
    }
    peel(waits);
  }
  return cycles;
}

/**
 * The circle that a new dependency would close, if `to` were to wait for `from`: `to` first, then `from`, then whom
 * `from` waits for, and so on back to `to`. Nothing when it would close none.
 */
export function wouldCycle(task: TaskDefinition, from: NodeKey, to: NodeKey): NodeKey[] | undefined {
  if (from === to) return [to];
  const path = pathOfWaits(waitsByContainer(task), from, to);
  return path && [to, from, ...path.slice(0, -1).map((edge) => edge.from)];
}

type Waits = Map<NodeKey, readonly DependencyEdge[]>;

/** For each container the dependencies by which it waits. */
function waitsByContainer(task: TaskDefinition): Waits {
  const waits = new Map<NodeKey, DependencyEdge[]>();
  for (const edge of graph(task).dependencies) {
    if (edge.addedBy === 'firelens') continue;
    const known = waits.get(edge.to);
    if (known) known.push(edge);
    else waits.set(edge.to, [edge]);
  }
  return waits;
}

/** Takes away, again and again, containers that wait for nobody who is left: they are in no circle. */
function peel(waits: Waits): void {
  const waitingFor = new Map<NodeKey, Set<NodeKey>>();
  const open = new Map<NodeKey, number>();
  const free: NodeKey[] = [];
  for (const [key, edges] of waits) {
    open.set(key, edges.length);
    if (edges.length === 0) free.push(key);
    for (const { from } of edges) {
      if (!waits.has(from)) free.push(from);
      const known = waitingFor.get(from);
      if (known) known.add(key);
      else waitingFor.set(from, new Set([key]));
    }
  }
  const gone = new Set<NodeKey>();
  for (let key = free.pop(); key !== undefined; key = free.pop()) {
    if (gone.has(key)) continue;
    gone.add(key);
    waits.delete(key);
    for (const waiting of waitingFor.get(key) ?? []) {
      const left = (waits.get(waiting) ?? []).filter(({ from }) => !gone.has(from));
      if (!waits.has(waiting)) continue;
      waits.set(waiting, left);
      if (left.length === 0) free.push(waiting);
    }
  }
}

/** Where everybody waits for somebody, whoever follows the waiting comes round in the end. */
function someoneInACycle(waits: Waits): NodeKey {
  const passed = new Set<NodeKey>();
  let key = waits.keys().next().value ?? '';
  while (!passed.has(key)) {
    passed.add(key);
    key = waits.get(key)?.[0]?.from ?? '';
  }
  return key;
}

/** The shortest chain of dependencies by which `first` waits, in the end, for `last`. */
function pathOfWaits(waits: Waits, first: NodeKey, last: NodeKey): readonly DependencyEdge[] | undefined {
  const reachedBy = new Map<NodeKey, DependencyEdge>();
  const queue = [first];
  for (let next = 0; next < queue.length; next += 1) {
    const key = queue[next] ?? '';
    for (const edge of waits.get(key) ?? []) {
      if (reachedBy.has(edge.from)) continue;
      reachedBy.set(edge.from, edge);
      if (edge.from === last) return traceBack(reachedBy, first, last);
      queue.push(edge.from);
    }
  }
  return undefined;
}

function traceBack(
  reachedBy: ReadonlyMap<NodeKey, DependencyEdge>,
  first: NodeKey,
  last: NodeKey,
): readonly DependencyEdge[] {
  const path: DependencyEdge[] = [];
  for (let edge = reachedBy.get(last); edge; edge = reachedBy.get(edge.to)) {
    path.push(edge);
    if (edge.to === first) break;
  }
  return path.reverse();
}

function inOrder(edges: readonly DependencyEdge[], order: ReadonlyMap<NodeKey, number>): Cycle {
  const place = ({ to }: DependencyEdge) => order.get(to) ?? 0;
  let begin = 0;
  edges.forEach((edge, index) => {
    const first = edges[begin];
    if (first && place(edge) < place(first)) begin = index;
  });
  const turned = [...edges.slice(begin), ...edges.slice(0, begin)];
  return { nodes: turned.map(({ to }) => to), edges: turned };
}
