import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Zoom } from './useZoom.ts';

/** So many px a press may tremble before it is a drag. */
const STILL = 4;

/** Zoomed in, the lanes are dragged along by the mouse; a finger scrolls them by itself. */
export function usePan({ box, factor }: Zoom) {
  const drag = useRef<{ readonly x: number; readonly left: number; moved: boolean } | undefined>(undefined);
  return {
    onPointerDown: (event: PointerEvent) => {
      drag.current = undefined;
      const element = box.current;
      const isForPan = event.button === 0 && event.pointerType !== 'touch' && factor > 1;
      // The end of a bar, a name and the axis are dragged, or pressed, for themselves.
      const isTaken =
        event.defaultPrevented ||
        (event.target instanceof Element && event.target.closest('button, [role="slider"]') !== null);
      if (element === null || !isForPan || isTaken) return;
      drag.current = { x: event.clientX, left: element.scrollLeft, moved: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const now = drag.current;
      if (now === undefined || box.current === null) return;
      const by = event.clientX - now.x;
      if (!now.moved && Math.abs(by) < STILL) return;
      if (!now.moved) event.currentTarget.setPointerCapture(event.pointerId);
      now.moved = true;
      box.current.scrollLeft = now.left - by;
    },
    onPointerUp: () => {
      // What follows a drag is no press on the bar below.
      if (drag.current?.moved !== true) drag.current = undefined;
    },
    onPointerCancel: () => {
      drag.current = undefined;
    },
    onClickCapture: (event: MouseEvent) => {
      if (drag.current !== undefined) event.stopPropagation();
      drag.current = undefined;
    },
  };
}
