/** Where a floating panel goes: beside its anchor, on the side with room, inside the window. */

/** A rectangle in window pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The side of its anchor on which a panel stands. */
export type Side = 'top' | 'bottom' | 'left' | 'right';
/** Which edges of a panel and its anchor are level. */
export type Align = 'start' | 'center' | 'end';

/** Where a panel goes, in window pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  /** The height that fits there; a taller panel scrolls. */
  readonly maxHeight: number;
  readonly side: Side;
}

const MARGIN = 8;
const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

function roomAt(side: Side, anchor: Box, view: Size, gap: number): number {
  switch (side) {
    case 'top':
      return anchor.top - gap - MARGIN;
    case 'bottom':
      return view.height - anchor.top - anchor.height - gap - MARGIN;
    case 'left':
      return anchor.left - gap - MARGIN;
    case 'right':
      return view.width - anchor.left - anchor.width - gap - MARGIN;
    default:
      return side satisfies never;
  }
}

function along(align: Align, start: number, length: number, own: number): number {
  if (align === 'start') return start;
  return align === 'end' ? start + length - own : start + (length - own) / 2;
}

const within = (value: number, most: number) => Math.max(MARGIN, Math.min(value, most));

/**
 * The place of a panel beside an anchor. The wished side is kept when the panel fits there, or when the other side
 * has no more room; across it, the panel is pushed back into the window.
 */
export function placeBeside(
  anchor: Box,
  panel: Size,
  view: Size,
  side: Side = 'bottom',
  align: Align = 'start',
  gap = 4,
): Place {
  const vertical = side === 'top' || side === 'bottom';
  const needed = vertical ? panel.height : panel.width;
  const room = roomAt(side, anchor, view, gap);
  const flips = needed > room && roomAt(opposite[side], anchor, view, gap) > room;
  const at = flips ? opposite[side] : side;
  if (!vertical) {
    const left = at === 'left' ? anchor.left - gap - panel.width : anchor.left + anchor.width + gap;
    const maxHeight = view.height - 2 * MARGIN;
    const height = Math.min(panel.height, maxHeight);
    const top = along(align, anchor.top, anchor.height, height);
    return {
      left: within(left, view.width - MARGIN - panel.width),
      top: within(top, view.height - MARGIN - height),
      maxHeight,
      side: at,
    };
  }
  const maxHeight = Math.max(roomAt(at, anchor, view, gap), 80);
  const height = Math.min(panel.height, maxHeight);
  const top = at === 'top' ? anchor.top - gap - height : anchor.top + anchor.height + gap;
  const left = along(align, anchor.left, anchor.width, panel.width);
  return {
    left: within(left, view.width - MARGIN - panel.width),
    top: within(top, view.height - MARGIN - height),
    maxHeight,
    side: at,
  };
}
