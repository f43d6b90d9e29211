/** Puts each edge's label on its own line, in the gap between cards, clear of cards and of other labels. */
import type { Point, Rect } from './box.ts';
import { grown, lineBox, overlap } from './box.ts';
import type { Route } from './lanes.ts';
import type { EdgeLabel } from './wire.ts';

const sample = 12;
/** A label stays this far from nodes; labels may touch. */
const apart = 3;
const costs = { upright: 60, inner: 30, foreign: 90, trunk: 15 };

/** By edge key; an edge without words, or without room for them, has none. Dependencies choose first. */
export function placeLabels(
  routes: readonly Route[],
  nodes: readonly Rect[],
): ReadonlyMap<string, EdgeLabel> {
  const found = new Map<string, EdgeLabel>();
  const lines = routes.flatMap(({ wire, points }) =>
    pairs(points).map(([a, b]) => ({ trunk: wire.trunk, key: wire.key, box: grown(lineBox(a, b), 1) })),
  );
  const fatNodes = nodes.map((rect) => grown(rect, apart));
  const placed: Rect[] = [];
  for (const { wire, points } of inTurn(routes)) {
    const { label } = wire;
    if (!label) continue;
    let best: Rect | undefined;
    let least = Number.POSITIVE_INFINITY;
    const parts = pairs(points);
    parts.forEach(([a, b], index) => {
      const level = a.y === b.y;
      const area = grown(lineBox(a, b), Math.max(label.width, label.height) / 2 + apart);
      const nodesNear = fatNodes.filter((rect) => overlap(rect, area));
      const labelsNear = placed.filter((rect) => overlap(rect, area));
      const linesNear = lines.filter(({ key, box }) => overlap(box, area) && key !== wire.key);
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      for (const { x, y } of along(a, b, level ? label.width : label.height)) {
        const rect = {
          x: x - label.width / 2,
          y: y - label.height / 2,
          width: label.width,
          height: label.height,
        };
        let cost = Math.abs(x - middle.x) / 8 + Math.abs(y - middle.y) / 8;
        if (!level) cost += costs.upright;
        if (index > 0 && index + 1 < parts.length) cost += costs.inner;
        if (cost >= least) continue;
        for (const { trunk, box } of linesNear) {
          if (overlap(box, rect)) cost += trunk === wire.trunk ? costs.trunk : costs.foreign;
        }
        if (cost >= least) continue;
        if (nodesNear.some((node) => overlap(node, rect)) || labelsNear.some((other) => overlap(other, rect)))
          continue;
        least = cost;
        best = rect;
      }
    });
    if (!best) continue;
    placed.push(best);
    found.set(wire.key, { ...best, text: label.text });
  }
  return found;
}

/** Dependencies, then mounts, then logs; within a kind the ones with least room, the shortest, first. */
function inTurn(routes: readonly Route[]): Route[] {
  const kinds = ['dependency', 'mount', 'log'];
  return [...routes].sort(
    (a, b) => kinds.indexOf(a.wire.kind) - kinds.indexOf(b.wire.kind) || a.points.length - b.points.length,
  );
}

function pairs(points: readonly Point[]): [Point, Point][] {
  const found: [Point, Point][] = [];
  for (let index = 1; index < points.length; index += 1) {
    const a = points[index - 1];
    const b = points[index];
    if (a && b) found.push([a, b]);
  }
  return found;
}

/** Centres for something `size` long on the line from a to b, the middle first; none when it is too short. */
function along(a: Point, b: Point, size: number): Point[] {
  const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  const spare = length - size - 8;
  if (spare < 0) return [];
  const found: Point[] = [];
  const at = (distance: number) => {
    const share = distance / length;
    found.push({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });
  };
  at(length / 2);
  for (let offset = sample; offset < spare / 2; offset += sample) {
    at(length / 2 - offset);
    at(length / 2 + offset);
  }
  return found;
}
