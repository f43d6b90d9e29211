/**
 * Finds orthogonal ways round rectangles: the cheapest by length and number of turns, on the middle lines of the
 * channels between the rectangles and the lines on which the ports lie.
 */
import type { Point, Rect } from './box.ts';
import { Heap } from './heap.ts';
import { channelLines, isFree, shadows } from './lines.ts';
import type { Port, Side } from './wire.ts';

/** A line runs so far straight out of its port before it may turn; less where another node is near. */
const stub = 12;
const turnCost = 40;
/** Lines keep this far from what they pass. */
const clearance = 2;

const directions: readonly { readonly dx: number; readonly dy: number }[] = [
  { dx: 1, dy: 0 },
  { dx: 0, dy: 1 },
  { dx: -1, dy: 0 },
  { dx: 0, dy: -1 },
];
const outward: Readonly<Record<Side, number>> = { right: 0, bottom: 1, left: 2, top: 3 };

interface Goal {
  readonly port: Port;
  readonly node: number;
  /** The direction in which a line enters the port. */
  readonly inward: number;
}

/** Reusable for all wires among the same rectangles. */
export class PathSearch {
  private readonly xs: readonly number[];
  private readonly ys: readonly number[];
  private readonly levelShadows = new Map<number, readonly number[]>();
  private readonly uprightShadows = new Map<number, readonly number[]>();

  constructor(private readonly obstacles: readonly Rect[]) {
    this.xs = channelLines(obstacles.map(({ x, width }) => [x, x + width]));
    this.ys = channelLines(obstacles.map(({ y, height }) => [y, y + height]));
  }

  /** The corners of the way from one of the starts to one of the ends, both included; none when there is no way. */
  find(starts: readonly Port[], ends: readonly Port[]): Point[] | undefined {
    const stubEnds = new Map([...starts, ...ends].map((port) => [port, this.stubEnd(port)]));
    const stubs = [...stubEnds.values()];
    const xs = merged(
      this.xs,
      stubs.map(({ x }) => x),
    );
    const ys = merged(
      this.ys,
      stubs.map(({ y }) => y),
    );
    const nodeOf = (port: Port) => {
      const { x, y } = stubEnds.get(port) ?? port;
      return xs.indexOf(x) + ys.indexOf(y) * xs.length;
    };
    const goals: Goal[] = ends.map((port) => ({
      port,
      node: nodeOf(port),
      inward: (outward[port.side] + 2) % 4,
    }));
    const rest = (node: number) => {
      const x = xs[node % xs.length] ?? 0;
      const y = ys[Math.floor(node / xs.length)] ?? 0;
      let least = Number.POSITIVE_INFINITY;
      for (const { port } of goals) least = Math.min(least, Math.abs(port.x - x) + Math.abs(port.y - y));
      return least;
    };

    const size = xs.length * ys.length * 4;
    const cost = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(size).fill(-1);
    const heap = new Heap();
    const reach = (state: number, total: number, from: number) => {
      if (total >= (cost[state] ?? 0)) return;
      cost[state] = total;
      before[state] = from;
      heap.push(total + rest(state >> 2), state);
    };
    for (const port of starts) reach(nodeOf(port) * 4 + outward[port.side], stub + (port.cost ?? 0), -1);

    // States from `size` on stand for "arrived at goal number state - size".
    const arrivedFrom = new Map<number, number>();
    const arrivedCost = new Map<number, number>();
    for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
      if (state >= size) {
        const goal = goals[state - size];
        const start = goal && this.trace(arrivedFrom.get(state) ?? -1, before, xs, ys, starts, nodeOf);
        return start && [...start, { x: goal.port.x, y: goal.port.y }];
      }
      const node = state >> 2;
      const direction = state & 3;
      const soFar = cost[state] ?? 0;
      goals.forEach((goal, index) => {
        if (goal.node !== node || direction === (goal.inward + 2) % 4) return;
        const total = soFar + stub + (goal.port.cost ?? 0) + (direction === goal.inward ? 0 : turnCost);
        if (total >= (arrivedCost.get(size + index) ?? Number.POSITIVE_INFINITY)) return;
        arrivedCost.set(size + index, total);
        arrivedFrom.set(size + index, state);
        heap.push(total, size + index);
      });
      const ix = node % xs.length;
      const iy = Math.floor(node / xs.length);
      for (const turn of [0, 1, 3]) {
        const next = (direction + turn) % 4;
        const { dx, dy } = directions[next] ?? { dx: 0, dy: 0 };
        const x = xs[ix] ?? 0;
        const y = ys[iy] ?? 0;
        const nextX = xs[ix + dx];
        const nextY = ys[iy + dy];
        if (nextX === undefined || nextY === undefined) continue;
        const free = dy === 0 ? this.levelFree(y, x, nextX) : this.uprightFree(x, y, nextY);
        if (!free) continue;
        const length = Math.abs(nextX - x) + Math.abs(nextY - y);
        const to = (ix + dx + (iy + dy) * xs.length) * 4 + next;
        reach(to, soFar + length + (turn === 0 ? 0 : turnCost), state);
      }
    }
    return undefined;
  }

  private trace(
    last: number,
    before: Int32Array,
    xs: readonly number[],
    ys: readonly number[],
    starts: readonly Port[],
    nodeOf: (port: Port) => number,
  ): Point[] {
    const points: Point[] = [];
    let first = last;
    for (let state = last; state >= 0; state = before[state] ?? -1) {
      const node = state >> 2;
      points.push({ x: xs[node % xs.length] ?? 0, y: ys[Math.floor(node / xs.length)] ?? 0 });
      first = state;
    }
    const port = starts.find((start) => nodeOf(start) === first >> 2 && outward[start.side] === (first & 3));
    if (port) points.push({ x: port.x, y: port.y });
    return points.reverse();
  }

  private stubEnd({ x, y, side }: Port): Point {
    const { dx, dy } = directions[outward[side]] ?? { dx: 0, dy: 0 };
    let length = stub;
    for (const rect of this.obstacles) {
      const right = rect.x + rect.width;
      const bottom = rect.y + rect.height;
      if (dx === 0 ? x <= rect.x || x >= right : y <= rect.y || y >= bottom) continue;
      const ahead = dx > 0 ? rect.x - x : dx < 0 ? x - right : dy > 0 ? rect.y - y : y - bottom;
      if (ahead >= 0) length = Math.min(length, ahead / 2);
    }
    return { x: x + dx * length, y: y + dy * length };
  }

  private levelFree(y: number, from: number, to: number): boolean {
    let blocked = this.levelShadows.get(y);
    if (!blocked) {
      blocked = shadows(this.obstacles, y, clearance, 'level');
      this.levelShadows.set(y, blocked);
    }
    return isFree(blocked, Math.min(from, to), Math.max(from, to));
  }

  private uprightFree(x: number, from: number, to: number): boolean {
    let blocked = this.uprightShadows.get(x);
    if (!blocked) {
      blocked = shadows(this.obstacles, x, clearance, 'upright');
      this.uprightShadows.set(x, blocked);
    }
    return isFree(blocked, Math.min(from, to), Math.max(from, to));
  }
}

function merged(lines: readonly number[], more: readonly number[]): number[] {
  return [...new Set([...lines, ...more])].sort((a, b) => a - b);
}
