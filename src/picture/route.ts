/** Routes edges: the way round the nodes, then lanes, then labels. Deterministic. */
import type { Point, Rect } from './box.ts';
import { placeLabels } from './labels.ts';
import type { Route } from './lanes.ts';
import { spreadLanes } from './lanes.ts';
import { PathSearch } from './pathSearch.ts';
import { roundedPath } from './roundedPath.ts';
import type { Port, RoutedEdge, Wire } from './wire.ts';

const cornerRadius = 8;

/**
 * One edge per wire, in their order. None crosses the inside of a node, unless nodes cover each other or a port so that
 * there is no way at all: then the line goes straight through.
 */
export function route(wires: readonly Wire[], nodes: readonly Rect[]): RoutedEdge[] {
  const search = new PathSearch(nodes);
  const found: Route[] = wires.map((wire) => ({
    wire,
    points: corners(search.find(wire.starts, wire.ends) ?? anyhow(wire.starts[0], wire.ends[0])),
  }));
  const spread = spreadLanes(found, nodes).map(({ wire, points }) => ({ wire, points: corners(points) }));
  const labels = placeLabels(spread, nodes);
  return spread.map(({ wire, points }) => {
    const label = labels.get(wire.key);
    return {
      key: wire.key,
      kind: wire.kind,
      from: wire.from,
      to: wire.to,
      points,
      path: roundedPath(points, cornerRadius),
      ...(label && { label }),
    };
  });
}

/** Without points on the way where nothing turns. */
function corners(points: readonly Point[]): Point[] {
  const found: Point[] = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = found.at(-2);
    const straight =
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) found.pop();
    found.push({ x: point.x, y: point.y });
  }
  return found;
}

function anyhow(start: Port | undefined, end: Port | undefined): Point[] {
  if (!start || !end) return [];
  const x = (start.x + end.x) / 2;
  return [start, { x, y: start.y }, { x, y: end.y }, end];
}
