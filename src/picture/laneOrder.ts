/** Which lines share a channel, and in which order their lanes lie in it. */
import type { Part } from './lanePart.ts';
import { beside } from './lanePart.ts';

const near = 8;

/**
 * Groups of parts that could lie on each other; in each group the lanes in order, in each lane the parts that share it.
 * A part that meets no other is a group of one lane.
 */
export function orderLanes(parts: readonly Part[]): Part[][][] {
  const lanes = shareTrunks(parts);
  return connected(lanes).map(order);
}

/** Parts of one trunk that meet and can lie at one place become one lane. */
function shareTrunks(parts: readonly Part[]): Part[][] {
  const lanes: Part[][] = [];
  for (const part of parts) {
    const lane = lanes.find((others) => {
      if (others[0]?.trunk !== part.trunk) return false;
      const low = Math.max(part.low, ...others.map((other) => other.low));
      const high = Math.min(part.high, ...others.map((other) => other.high));
      return low <= high && others.some((other) => beside(other, part));
    });
    if (lane) lane.push(part);
    else lanes.push([part]);
  }
  return lanes;
}

function connected(lanes: readonly Part[][]): Part[][][] {
  const group = lanes.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root] ?? root;
    return root;
  };
  lanes.forEach((lane, index) => {
    for (let other = 0; other < index; other += 1) {
      if (couldTouch(lane, lanes[other] ?? [])) group[rootOf(index)] = rootOf(other);
    }
  });
  const found = new Map<number, Part[][]>();
  lanes.forEach((lane, index) => {
    const root = rootOf(index);
    const list = found.get(root);
    if (list) list.push(lane);
    else found.set(root, [lane]);
  });
  return [...found.values()];
}

function couldTouch(a: readonly Part[], b: readonly Part[]): boolean {
  return a.some((one) =>
    b.some((other) => beside(one, other) && one.low - near < other.high && other.low - near < one.high),
  );
}

/** Again and again the lane that loses least by being first of those that are left. */
function order(lanes: Part[][]): Part[][] {
  if (lanes.length < 2) return lanes;
  const dislike = lanes.map((lane, index) =>
    lanes.map((other, place) => (place === index ? 0 : crossings(lane, other) - crossings(other, lane))),
  );
  const left = lanes.map((_, index) => index);
  const found: Part[][] = [];
  while (left.length > 0) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    left.forEach((index, place) => {
      let sum = wishOf(lanes[index]) / 1e6;
      for (const other of left) sum += dislike[index]?.[other] ?? 0;
      if (sum < least) {
        least = sum;
        best = place;
      }
    });
    const [index] = left.splice(best, 1);
    found.push(lanes[index ?? 0] ?? []);
  }
  return found;
}

function wishOf(lane: readonly Part[] | undefined): number {
  return lane ? lane.reduce((sum, { wish }) => sum + wish, 0) / lane.length : 0;
}

/** How many arms are crossed, or worse, lie on each other, when `first` lies before `second`. Cannot lie so: very many. */
function crossings(first: readonly Part[], second: readonly Part[]): number {
  let count = 0;
  for (const a of first) {
    for (const b of second) {
      if (!beside(a, b)) continue;
      if (a.low >= b.high) count += 100;
      const shared = a.arms.some(
        (arm) => arm.side > 0 && b.arms.some((other) => other.side < 0 && Math.abs(other.at - arm.at) < 2),
      );
      if (shared) count += 3;
      for (const arm of b.arms) if (arm.side < 0 && a.from < arm.at && arm.at < a.to) count += 1;
      for (const arm of a.arms) if (arm.side > 0 && b.from < arm.at && arm.at < b.to) count += 1;
    }
  }
  return count;
}
