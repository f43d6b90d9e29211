import { useEffect } from 'react';
import type { Axis } from '../../src/picture/timeline/axis.ts';
import { momentsOf } from '../store/playhead.ts';
import { currentRun } from '../store/useRun.ts';
import { setView, useView, viewStore } from '../store/viewStore.ts';

/** How long each event is shown when nothing may glide, in milliseconds. */
const STILL_MS = 900;

/**
 * Moves the playhead while the run plays: along the axis, over what it leaves out, to its end. With reduced motion it
 * goes from event to event instead of gliding.
 */
export function usePlayback(axis: Axis): void {
  const playing = useView((view) => view.playing);
  useEffect(() => {
    if (!playing) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let last: number | undefined;
    let frame = requestAnimationFrame(tick);
    function tick(now: number) {
      const { playhead = 0, speed } = viewStore.getState();
      const passed = now - (last ?? now);
      let next: number | undefined = playhead;
      if (!still) {
        last = now;
        // A tab that was hidden goes on where it was.
        next = advanced(axis, playhead, (Math.min(passed, 100) / 1000) * speed);
      } else if (last === undefined) last = now;
      else if (passed >= STILL_MS) {
        last = now;
        next = momentsOf(currentRun()).find((time) => time > playhead);
      }
      if (next === undefined) {
        setView({ playing: false });
        return;
      }
      if (next !== playhead) setView({ playhead: next });
      frame = requestAnimationFrame(tick);
    }
    return () => cancelAnimationFrame(frame);
  }, [playing, axis]);
}

/** The second so much later on the axis, which skips what is left out; `undefined` at its end. */
export function advanced(axis: Pick<Axis, 'pieces'>, second: number, by: number): number | undefined {
  let rest = by;
  let from = second;
  for (const piece of axis.pieces) {
    if (from >= piece.to) continue;
    from = Math.max(from, piece.from);
    if (from + rest < piece.to) return from + rest;
    rest -= piece.to - from;
    from = piece.to;
  }
  return undefined;
}
