/** The canvas as geometry: where containers, volumes, log destinations and the task's frame stand, and how edges run. */
import type { Graph } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Point, Rect } from './box.ts';
import { boundsOf } from './box.ts';
import { cardPlaces, columnLefts } from './cardPlaces.ts';
import { columnGaps } from './columnGaps.ts';
import { shownEdges } from './density.ts';
import { frameOf } from './frame.ts';
import { gridOf } from './grid.ts';
import { logPlaces } from './logPlaces.ts';
import { logSize, volumeSize } from './nodeSize.ts';
import { route } from './route.ts';
import { columnGap, type Density, gapWithoutEdges } from './sizes.ts';
import { channelPlaces, volumePlaces } from './volumePlaces.ts';
import type { RoutedEdge } from './wire.ts';
import { wiresOf } from './wires.ts';

export interface LayoutOptions {
  /** The start wave of each container (`startWaves(task)`); one that is missing counts as 0. */
  readonly waves: ReadonlyMap<NodeKey, number>;
  /** Upper left corners of what the user has moved: it stays where it was put. Keys of nobody are ignored. */
  readonly positions?: Readonly<Record<NodeKey, Point>>;
  /** The layout before this edit: rows keep their order. Without it everything is tidied. */
  readonly previous?: Pick<Layout, 'order'>;
  readonly density: Density;
  /** When dense, the mounts and logs of this node are drawn too. */
  readonly selected?: NodeKey;
}

export interface PlacedNode extends Rect {
  readonly key: NodeKey;
  readonly kind: 'container' | 'volume' | 'log';
  /** By hand. */
  readonly moved: boolean;
}

export interface Layout {
  /** Containers, volumes, log destinations, each in list order. */
  readonly nodes: readonly PlacedNode[];
  /** The task; around its containers and volumes. Absent without any. */
  readonly frame?: Rect;
  readonly edges: readonly RoutedEdge[];
  /** Everything, lines and labels too. */
  readonly bounds: Rect;
  /** Containers by their place in the grid, row by row: what `previous` needs. */
  readonly order: readonly NodeKey[];
  /** Edges that are not drawn because the picture is dense. */
  readonly hidden: { readonly implicit: number; readonly mounts: number; readonly routes: number };
}

/** Lays out a graph: columns are start waves from left to right. Pure and deterministic. */
export function layout(graph: Graph, options: LayoutOptions): Layout {
  const { density } = options;
  const moved = movedPoints(graph, options.positions);
  const shown = shownEdges(graph, density, options.selected);

  const cells = gridOf(graph, options.waves, options.previous?.order ?? []);
  const inChannels = channelPlaces(graph, cells, density);
  const pillWidths = new Map<number, number>();
  for (const volume of graph.volumes) {
    const place = inChannels.get(volume.key);
    if (!place) continue;
    const { width } = volumeSize(volume, density);
    pillWidths.set(place.channel, Math.max(pillWidths.get(place.channel) ?? 0, width));
  }
  const gapEdges =
    density === 'dense' ? graph.dependencies.filter(({ addedBy }) => !addedBy) : graph.dependencies;
  const least = graph.dependencies.length > 0 ? columnGap[density] : gapWithoutEdges;
  const lefts = columnLefts(columnGaps(cells, gapEdges, pillWidths, density, least));
  const cards = cardPlaces(cells, lefts, density, moved);

  const rects = new Map<NodeKey, Rect>(cards);
  for (const volume of graph.volumes) {
    const point = moved.get(volume.key);
    if (point) rects.set(volume.key, { ...point, ...volumeSize(volume, density) });
  }
  const free = graph.volumes.filter(({ key }) => !moved.has(key));
  for (const [key, rect] of volumePlaces(free, inChannels, lefts, [...rects.values()], density)) {
    rects.set(key, rect);
  }
  const inside = [...rects.values()];
  for (const log of graph.logs) {
    const point = moved.get(log.key);
    if (point) rects.set(log.key, { ...point, ...logSize(log) });
  }
  const freeLogs = graph.logs.filter(({ key }) => !moved.has(key));
  const taken = [...rects.values()];
  const routed = () =>
    route(wiresOf(shown, { rects, containers: new Set(cells.keys()) }, density), [...rects.values()]);
  const bare = frameOf(inside, []);
  for (const [key, rect] of logPlaces(freeLogs, bare ?? NOWHERE, taken)) rects.set(key, rect);
  let edges = routed();
  let frame = frameOf(inside, insideTask(edges, graph));
  if (density === 'full' && freeLogs.length > 0 && frame && bottomOf(frame) > bottomOf(bare ?? frame)) {
    // Lines that run below the cards have made the frame higher: what stands below it makes room. In a crowded task the
    // lines are those of what is selected, and nothing moves for a selection.
    for (const [key, rect] of logPlaces(freeLogs, frame, taken)) rects.set(key, rect);
    edges = routed();
    frame = frameOf(inside, insideTask(edges, graph));
  }
  const nodes = placedNodes(graph, rects, moved);
  return {
    nodes,
    ...(frame && { frame }),
    edges,
    bounds: boundsOf([...nodes, ...(frame ? [frame] : []), ...edges.flatMap(edgeBoxes)]),
    order: [...cells].sort(([, a], [, b]) => a.place - b.place || a.column - b.column).map(([key]) => key),
    hidden: {
      implicit: graph.dependencies.length - shown.dependencies.length,
      mounts: graph.mounts.length - shown.mounts.length,
      routes: graph.routes.length - shown.routes.length,
    },
  };
}

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };

function bottomOf({ y, height }: Rect): number {
  return y + height;
}

function movedPoints(graph: Graph, positions: LayoutOptions['positions']): ReadonlyMap<NodeKey, Point> {
  const found = new Map<NodeKey, Point>();
  if (!positions) return found;
  for (const { key } of [...graph.containers, ...graph.volumes, ...graph.logs]) {
    const point = Object.hasOwn(positions, key) ? positions[key] : undefined;
    if (point && Number.isFinite(point.x) && Number.isFinite(point.y))
      found.set(key, { x: point.x, y: point.y });
  }
  return found;
}

function placedNodes(
  graph: Graph,
  rects: ReadonlyMap<NodeKey, Rect>,
  moved: ReadonlyMap<NodeKey, Point>,
): PlacedNode[] {
  const kinds = [
    ['container', graph.containers],
    ['volume', graph.volumes],
    ['log', graph.logs],
  ] as const;
  return kinds.flatMap(([kind, list]) =>
    list.flatMap(({ key }) => {
      const rect = rects.get(key);
      return rect ? [{ key, kind, ...rect, moved: moved.has(key) }] : [];
    }),
  );
}

/** The edges that do not leave the task. */
function insideTask(edges: readonly RoutedEdge[], graph: Graph): Rect[] {
  const outside = new Set(graph.logs.map(({ key }) => key));
  return edges.filter(({ to }) => !outside.has(to)).flatMap(edgeBoxes);
}

function edgeBoxes({ points, label }: RoutedEdge): Rect[] {
  return [...points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })), ...(label ? [label] : [])];
}
