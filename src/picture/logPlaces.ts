/** Where the log destinations stand: in a row below the frame, since what they take has left the task. */
import type { LogNode } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Rect } from './box.ts';
import { grown, overlap } from './box.ts';
import { logSize } from './nodeSize.ts';
import { framePadding, logHeight, logRowGap } from './sizes.ts';

const gap = 52;

/** In list order from the frame's left; a new row where the frame ends. `taken` is what they may not cover. */
export function logPlaces(
  logs: readonly LogNode[],
  frame: Rect,
  taken: readonly Rect[],
): ReadonlyMap<NodeKey, Rect> {
  const found = new Map<NodeKey, Rect>();
  const left = frame.x + framePadding.left;
  const end = Math.max(frame.x + frame.width, left + 600);
  let x = left;
  let y = frame.y + frame.height + logRowGap;
  for (const log of logs) {
    const size = logSize(log);
    for (;;) {
      if (x > left && x + size.width > end) {
        x = left;
        y += logHeight + gap / 2;
      }
      const hit = taken.find((rect) => overlap(grown(rect, 12), { x, y, ...size }));
      if (!hit) break;
      x = hit.x + hit.width + gap;
    }
    found.set(log.key, { x, y, ...size });
    x += size.width + gap;
  }
  return found;
}
