import type { Rect } from './box.ts';
import { boundsOf } from './box.ts';
import { framePadding, frameTitle } from './sizes.ts';

const besideLines = 12;

/** The task's frame: round its containers and volumes with room for the title, and round the lines between them. */
export function frameOf(nodes: readonly Rect[], lines: readonly Rect[]): Rect | undefined {
  if (nodes.length === 0) return undefined;
  const inner = boundsOf(nodes);
  const outer = boundsOf(lines.length > 0 ? lines : nodes);
  const left = Math.min(inner.x - framePadding.left, outer.x - besideLines);
  const top = Math.min(inner.y, lines.length > 0 ? outer.y - besideLines : inner.y) - frameTitle;
  const right = Math.max(inner.x + inner.width + framePadding.right, outer.x + outer.width + besideLines);
  const bottom = Math.max(inner.y + inner.height + framePadding.bottom, outer.y + outer.height + besideLines);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
