/**
 * Spreads lines that would lie on each other: within a channel each trunk gets a lane of its own, ordered so that lines
 * cross as little as they can. Only inner parts of a line move, and only as far as nothing stands in the way.
 */
import type { Point, Rect } from './box.ts';
import { orderLanes } from './laneOrder.ts';
import type { Part } from './lanePart.ts';
import { beside } from './lanePart.ts';
import type { Wire } from './wire.ts';

export interface Route {
  readonly wire: Wire;
  readonly points: readonly Point[];
}

type Axis = 'x' | 'y';

/** How far from the card a line turns that leaves or enters it. */
const turnAt = 24;
const widest = 12;
/** How far a line may move where nothing ends the channel. */
const outside = 60;

/** The routes with their inner parts moved apart; ends stay where they are. */
export function spreadLanes(routes: readonly Route[], obstacles: readonly Rect[]): Route[] {
  return spread(spread(routes, obstacles, 'x'), obstacles, 'y');
}

function spread(routes: readonly Route[], obstacles: readonly Rect[], axis: Axis): Route[] {
  const parts = routes.flatMap((route, index) => partsOf(route, index, obstacles, axis));
  for (const group of orderLanes(parts)) placeLanes(group);
  const points = routes.map((route) => route.points.map((point) => ({ ...point })));
  for (const part of parts) {
    for (const corner of [part.index, part.index + 1]) {
      const point = points[part.route]?.[corner];
      if (point) point[axis] = Math.round(part.at * 2) / 2;
    }
  }
  return routes.map(({ wire }, index) => ({ wire, points: points[index] ?? [] }));
}

function partsOf({ wire, points }: Route, route: number, obstacles: readonly Rect[], axis: Axis): Part[] {
  const across: Axis = axis === 'x' ? 'y' : 'x';
  const found: Part[] = [];
  for (let index = 0; index + 1 < points.length; index += 1) {
    const a = points[index];
    const b = points[index + 1];
    if (!a || !b || a[axis] !== b[axis]) continue;
    const at = a[axis];
    const from = Math.min(a[across], b[across]);
    const to = Math.max(a[across], b[across]);
    const fixed = index === 0 || index + 2 === points.length;
    const { low, high } = fixed ? { low: at, high: at } : room(at, from, to, obstacles, axis);
    const before = points[index - 1];
    const after = points[index + 2];
    const arms = [
      ...(before ? [{ at: a[across], side: sign(before[axis] - at) }] : []),
      ...(after ? [{ at: b[across], side: sign(after[axis] - at) }] : []),
    ];
    const wish = fixed ? at : wishFor(wire, points, index, low, high, axis);
    found.push({ route, index, trunk: wire.trunk, from, to, at, low, high, wish, arms });
  }
  return found;
}

/** The free stretch round `at` that the whole part may move in, a little inside of it. */
function room(
  at: number,
  from: number,
  to: number,
  obstacles: readonly Rect[],
  axis: Axis,
): { low: number; high: number } {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const { x, y, width, height } of obstacles) {
    const [begin, end, side, sideEnd] =
      axis === 'x' ? [y, y + height, x, x + width] : [x, x + width, y, y + height];
    if (begin - 2 >= to || end + 2 <= from) continue;
    if (sideEnd <= at && sideEnd > low) low = sideEnd;
    if (side >= at && side < high) high = side;
  }
  if (low === Number.NEGATIVE_INFINITY) low = Math.min(at, high) - outside;
  if (high === Number.POSITIVE_INFINITY) high = Math.max(at, low) + outside;
  const inset = Math.min(8, (high - low) / 4);
  return { low: Math.min(at, low + inset), high: Math.max(at, high - inset) };
}

/** Beside the card where the line begins or ends, as its wire says; else the middle of the channel. */
function wishFor(
  wire: Wire,
  points: readonly Point[],
  index: number,
  low: number,
  high: number,
  axis: Axis,
): number {
  const start = points[0];
  const end = points.at(-1);
  const afterStart = index === 1;
  const beforeEnd = index === points.length - 3;
  if (start && end && (afterStart || beforeEnd)) {
    const byStart = afterStart && (!beforeEnd || wire.turn === 'start');
    const node = byStart ? start : end;
    const other = byStart ? points[2] : points.at(-3);
    const corner = byStart ? points[1] : points.at(-2);
    if (corner && other) {
      const wish = node[axis] + sign(corner[axis] - node[axis]) * turnAt;
      return Math.min(high, Math.max(low, wish));
    }
  }
  return (low + high) / 2;
}

function sign(difference: number): -1 | 1 {
  return difference < 0 ? -1 : 1;
}

/** Gives the lanes of one group, in their order, places as near to their wishes as the distance between them allows. */
function placeLanes(lanes: readonly (readonly Part[])[]): void {
  for (const gap of [widest, 9, 7, 5, 3, 1.5, 0]) if (tryPlace(lanes, gap)) return;
}

interface Lane {
  readonly parts: readonly Part[];
  readonly low: number;
  readonly high: number;
  at: number;
}

function tryPlace(groups: readonly (readonly Part[])[], gap: number): boolean {
  const lanes: Lane[] = groups.map((parts) => {
    const low = Math.max(...parts.map((part) => part.low));
    const high = Math.min(...parts.map((part) => part.high));
    const wish = parts.reduce((sum, part) => sum + part.wish, 0) / parts.length;
    return { parts, low, high, at: Math.min(high, Math.max(low, wish)) };
  });
  const pairs: [Lane, Lane][] = [];
  lanes.forEach((lane, index) => {
    for (const other of lanes.slice(index + 1)) if (meet(lane.parts, other.parts)) pairs.push([lane, other]);
  });
  for (let round = 0; round < 12; round += 1) {
    let moved = false;
    for (const [before, after] of pairs) {
      const lack = before.at + gap - after.at;
      if (lack <= 0.01) continue;
      moved = true;
      const left = Math.min(lack / 2, before.at - before.low);
      const right = Math.min(lack - left, after.high - after.at);
      before.at -= Math.min(before.at - before.low, lack - right);
      after.at += right;
    }
    if (!moved) break;
  }
  for (const [before, after] of pairs) {
    after.at = Math.min(after.high, Math.max(after.at, before.at + gap));
  }
  for (const [before, after] of [...pairs].reverse()) {
    before.at = Math.max(before.low, Math.min(before.at, after.at - gap));
  }
  const fits = pairs.every(([before, after]) => after.at - before.at >= gap - 0.5);
  if (fits || gap === 0) for (const lane of lanes) for (const part of lane.parts) part.at = lane.at;
  return fits;
}

/** Whether two lanes have parts that stand beside each other. */
function meet(a: readonly Part[], b: readonly Part[]): boolean {
  return a.some((one) => b.some((other) => beside(one, other)));
}
