/** Upright lines and the labels in their way: a line goes behind a label, never across its words. */
import type { Rect } from '../box.ts';

/** A line at one x from the middle of one lane to that of another. */
export interface Upright {
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
}

/** A piece of a line, downwards. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Px that stay free between a label and a line that goes on behind it. */
const AIR = 2;
/** A shorter rest of a line is not worth its ink. */
const LEAST = 3;

/** The x of all lines that cross a level, or end on it. */
export function uprightsNear(uprights: readonly Upright[], y: number): readonly number[] {
  return uprights
    .filter(({ fromY, toY }) => Math.min(fromY, toY) < y && y <= Math.max(fromY, toY))
    .map(({ x }) => x)
    .sort((a, b) => a - b);
}

/** The x of all lines that go on through a level. */
export function uprightsThrough(uprights: readonly Upright[], y: number): readonly number[] {
  return uprights
    .filter(({ fromY, toY }) => Math.min(fromY, toY) < y && y < Math.max(fromY, toY))
    .map(({ x }) => x)
    .sort((a, b) => a - b);
}

/** What is left of an upright line between two y where labels stand in front of it. */
export function behind(x: number, fromY: number, toY: number, labels: readonly Rect[]): readonly Stretch[] {
  let pieces: Stretch[] = [{ from: Math.min(fromY, toY), to: Math.max(fromY, toY) }];
  for (const label of labels) {
    if (x <= label.x - AIR || x >= label.x + label.width + AIR) continue;
    const [top, bottom] = [label.y - AIR, label.y + label.height + AIR];
    pieces = pieces.flatMap((piece) =>
      piece.to <= top || piece.from >= bottom
        ? [piece]
        : [
            { from: piece.from, to: Math.min(piece.to, top) },
            { from: Math.max(piece.from, bottom), to: piece.to },
          ],
    );
  }
  return pieces.filter(({ from, to }) => to - from >= LEAST);
}
