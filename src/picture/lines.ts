/** The lines on which edges may run between rectangles, and what stands in their way. */
import type { Rect } from './box.ts';

/** Beyond the outermost rectangle. */
const outside = 24;
const narrowest = 8;

/**
 * Middle lines of the channels along one axis, given where each rectangle begins and ends on it: between any two
 * neighbouring coordinates, but where the strip begins and ends a rectangle and so lies inside one; and one outside at
 * each end.
 */
export function channelLines(extents: readonly (readonly [number, number])[]): number[] {
  if (extents.length === 0) return [];
  const begins = new Set(extents.map(([from]) => from));
  const ends = new Set(extents.map(([, to]) => to));
  const all = [...new Set([...begins, ...ends])].sort((a, b) => a - b);
  const lines: number[] = [(all[0] ?? 0) - outside];
  for (let index = 1; index < all.length; index += 1) {
    const from = all[index - 1] ?? 0;
    const to = all[index] ?? 0;
    if (to - from < narrowest || (!ends.has(from) && !begins.has(to))) continue;
    lines.push((from + to) / 2);
  }
  lines.push((all.at(-1) ?? 0) + outside);
  return lines;
}

/** What of a line is taken by rectangles: from, to, from, to … in rising order, without overlaps. */
export function shadows(
  rects: readonly Rect[],
  at: number,
  clearance: number,
  way: 'level' | 'upright',
): number[] {
  const found: [number, number][] = [];
  for (const { x, y, width, height } of rects) {
    const [across, acrossEnd] = way === 'level' ? [y, y + height] : [x, x + width];
    if (at <= across - clearance || at >= acrossEnd + clearance) continue;
    const [along, alongEnd] = way === 'level' ? [x, x + width] : [y, y + height];
    found.push([along - clearance, alongEnd + clearance]);
  }
  found.sort(([a], [b]) => a - b);
  const flat: number[] = [];
  for (const [from, to] of found) {
    const last = flat.at(-1);
    if (last !== undefined && from <= last) flat[flat.length - 1] = Math.max(last, to);
    else flat.push(from, to);
  }
  return flat;
}

/** Whether nothing of `shadows` lies strictly between the two. */
export function isFree(taken: readonly number[], from: number, to: number): boolean {
  for (let index = 0; index < taken.length; index += 2) {
    if ((taken[index] ?? 0) < to && from < (taken[index + 1] ?? 0)) return false;
  }
  return true;
}
