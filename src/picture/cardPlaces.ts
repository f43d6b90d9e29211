/** Where the container cards stand. */
import type { NodeKey } from '../model/nodeKey.ts';
import type { Point, Rect } from './box.ts';
import { grown, overlap } from './box.ts';
import type { Cell } from './grid.ts';
import type { Density } from './sizes.ts';
import { card, framePadding, frameTitle, rowGap } from './sizes.ts';

/** Left edges of the columns, when the gap after each is known. The first stands right of the frame's padding. */
export function columnLefts(gaps: readonly number[]): number[] {
  const lefts: number[] = [framePadding.left];
  for (const gap of gaps) lefts.push((lefts.at(-1) ?? 0) + card.width + gap);
  return lefts;
}

/** Top edges are the same in all columns. */
export function rowTop(row: number, density: Density): number {
  return frameTitle + row * (card.height + rowGap[density]);
}

/**
 * The cards. A moved one stands where it was put, and its place in the grid stays free; another whose place it covers
 * goes further down, with those below it.
 */
export function cardPlaces(
  cells: ReadonlyMap<NodeKey, Cell>,
  lefts: readonly number[],
  density: Density,
  moved: ReadonlyMap<NodeKey, Point>,
): ReadonlyMap<NodeKey, Rect> {
  const found = new Map<NodeKey, Rect>();
  const taken: Rect[] = [];
  for (const key of cells.keys()) {
    const point = moved.get(key);
    if (point) taken.push(grown({ ...point, ...card }, 20));
  }
  const lastRow = new Map<number, number>();
  for (const [key, { column, row }] of [...cells].sort(
    ([, a], [, b]) => a.column - b.column || a.row - b.row,
  )) {
    const point = moved.get(key);
    if (point) {
      found.set(key, { ...point, ...card });
      continue;
    }
    let at = Math.max(row, (lastRow.get(column) ?? -1) + 1);
    const x = lefts[column] ?? 0;
    const place = () => ({ x, y: rowTop(at, density), ...card });
    while (taken.some((rect) => overlap(rect, place()))) at += 1;
    lastRow.set(column, at);
    found.set(key, place());
  }
  return found;
}
