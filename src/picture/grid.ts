/** In which column and row each container stands. */
import type { ContainerNode, DependencyEdge, Graph } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import { mostRows } from './sizes.ts';

export interface Cell {
  readonly column: number;
  readonly row: number;
  /** Where it comes in its wave: the row, but for a wave that is written in several columns. */
  readonly place: number;
}

/**
 * Columns by start wave, rows by the containers that are waited for, so that edges run level where they can. Containers
 * named in `order` keep their order among each other; new ones come where they fit best.
 */
export function gridOf(
  graph: Graph,
  waves: ReadonlyMap<NodeKey, number>,
  order: readonly NodeKey[],
): ReadonlyMap<NodeKey, Cell> {
  const rank = new Map(order.map((key, index) => [key, index]));
  const waitedFor = byWaiting(graph.dependencies);
  const cells = new Map<NodeKey, Cell>();
  const hasEdges = graph.dependencies.length > 0;
  const most = mostRows(graph.containers.length, hasEdges);
  let column = 0;
  for (const wave of wavesOf(graph.containers, waves)) {
    const ideal = new Map<NodeKey, number>();
    for (const key of wave) {
      const rows: number[] = [];
      for (const other of waitedFor.get(key) ?? []) {
        const cell = cells.get(other);
        if (cell) rows.push(cell.row);
      }
      const middle = median(rows);
      if (middle !== undefined) ideal.set(key, middle);
    }
    const sorted = inOrder(wave, rank, ideal);
    const parts = Math.ceil(sorted.length / most);
    // Without an edge no row has to fit another: a new container comes at the end, and none moves for it.
    const size = hasEdges ? Math.ceil(sorted.length / parts) : most;
    for (let part = 0; part < parts; part += 1) {
      const keys = sorted.slice(part * size, (part + 1) * size);
      const rows = parts > 1 ? keys.map((_, index) => index) : rowsFor(keys, ideal);
      keys.forEach((key, index) => {
        const row = rows[index] ?? index;
        cells.set(key, { column, row, place: part * size + row });
      });
      column += 1;
    }
  }
  return cells;
}

function byWaiting(edges: readonly DependencyEdge[]): Map<NodeKey, NodeKey[]> {
  const found = new Map<NodeKey, NodeKey[]>();
  for (const { from, to } of edges) {
    const list = found.get(to);
    if (list) list.push(from);
    else found.set(to, [from]);
  }
  return found;
}

/** The containers of each wave in list order; a wave without any is left out. */
function wavesOf(containers: readonly ContainerNode[], waves: ReadonlyMap<NodeKey, number>): NodeKey[][] {
  const found = new Map<number, NodeKey[]>();
  for (const { key } of containers) {
    const wave = waves.get(key) ?? 0;
    const list = found.get(wave);
    if (list) list.push(key);
    else found.set(wave, [key]);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, keys]) => keys);
}

function inOrder(
  keys: readonly NodeKey[],
  rank: ReadonlyMap<NodeKey, number>,
  ideal: ReadonlyMap<NodeKey, number>,
): NodeKey[] {
  const known = keys.filter((key) => rank.has(key));
  known.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  const fresh = keys.filter((key) => !rank.has(key));
  if (known.length === 0) {
    return fresh.sort((a, b) => (ideal.get(a) ?? 0) - (ideal.get(b) ?? 0));
  }
  for (const key of fresh) {
    const wish = ideal.get(key) ?? Number.POSITIVE_INFINITY;
    let place = known.length;
    while (place > 0 && (ideal.get(known[place - 1] ?? '') ?? place - 1) > wish) place -= 1;
    known.splice(place, 0, key);
  }
  return known;
}

/** Rising whole rows from 0 that stay as near to the ideal ones as the order allows. */
function rowsFor(keys: readonly NodeKey[], ideal: ReadonlyMap<NodeKey, number>): number[] {
  const blocks: { sum: number; count: number }[] = [];
  keys.forEach((key, index) => {
    blocks.push({ sum: (ideal.get(key) ?? index) - index, count: 1 });
    for (;;) {
      const last = blocks.at(-1);
      const before = blocks.at(-2);
      if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
      blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  });
  const rows: number[] = [];
  for (const { sum, count } of blocks) {
    const offset = Math.max(0, Math.round(sum / count));
    for (let index = 0; index < count; index += 1) rows.push(offset + rows.length);
  }
  return rows;
}

function median(numbers: number[]): number | undefined {
  numbers.sort((a, b) => a - b);
  const low = numbers[Math.floor((numbers.length - 1) / 2)];
  const high = numbers[Math.floor(numbers.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
