import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { secondAt, xOf } from '../../src/picture/timeline/axis.ts';
import { AXIS_HEIGHT, type TimelineGeometry } from '../../src/picture/timeline/geometry.ts';
import type { Run } from '../../src/simulate/run.ts';
import { momentsOf, playOrPause, stepPlayhead } from '../store/playhead.ts';
import { setView, signal, useView, viewStore } from '../store/viewStore.ts';
import type { Zoom } from './useZoom.ts';

export interface PlayheadProps {
  readonly geometry: TimelineGeometry;
  readonly run: Run;
  /** Where the column of names ends. */
  readonly names: number;
  readonly zoom: Zoom;
}

/** The second that cards and lanes show: press or drag on the axis, or use the keys. */
export function Playhead({ geometry, run, names, zoom }: PlayheadProps) {
  const playhead = useView((view) => view.playhead);
  const { axis, height } = geometry;
  const first = axis.pieces[0]?.x ?? 0;
  const x = playhead === undefined ? undefined : xOf(axis, playhead);
  const { box } = zoom;
  useEffect(() => {
    const element = box.current;
    if (x === undefined || element === null || zoom.factor === 1) return;
    // Zoomed in, the lanes follow the playhead; scrolling away by hand is respected until it moves again.
    const left = x - element.scrollLeft;
    if (left < names || left > element.clientWidth - 24) element.scrollLeft = x - names - 80;
  }, [x, names, box, zoom.factor]);
  return (
    <>
      {x !== undefined && (
        <div className="playhead" style={{ transform: `translateX(${x}px)`, height }}>
          <span className="playhead-flag tabular">{playhead?.toFixed(1)} s</span>
        </div>
      )}
      <Track
        axis={axis}
        run={run}
        style={{ left: first, height: AXIS_HEIGHT - 4, width: geometry.width - first - 8 }}
      />
    </>
  );
}

interface TrackProps extends Pick<PlayheadProps, 'run'> {
  readonly axis: TimelineGeometry['axis'];
  readonly style: { readonly left: number; readonly height: number; readonly width: number };
}

function Track({ axis, run, style }: TrackProps) {
  const playhead = useView((view) => view.playhead);
  const dragging = useRef(false);
  const set = (event: PointerEvent) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    const second = secondAt(axis, event.clientX - left + style.left);
    setView({ playing: false, playhead: Math.round(second * 10) / 10 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = viewStore.getState().playhead ?? 0;
    const nudge = (by: number) => () => {
      const to = Math.min(axis.end, Math.max(0, Math.round((now + by) * 10) / 10));
      setView({ playing: false, playhead: to });
    };
    const keys: Record<string, () => void> = {
      ArrowRight: event.shiftKey ? nudge(0.1) : () => stepPlayhead(1),
      ArrowLeft: event.shiftKey ? nudge(-0.1) : () => stepPlayhead(-1),
      PageUp: nudge(5),
      PageDown: nudge(-5),
      Home: () => setView({ playing: false, playhead: 0 }),
      End: () => setView({ playing: false, playhead: momentsOf(run).at(-1) }),
      Escape: () => setView({ playing: false, playhead: undefined }),
      ' ': playOrPause,
      '+': () => signal('timelineIn'),
      '=': () => signal('timelineIn'),
      '-': () => signal('timelineOut'),
      '0': () => signal('timelineFit'),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="playhead-track"
      role="slider"
      tabIndex={0}
      data-own-keys="+ = - 0 Escape"
      aria-label="Second shown on the canvas"
      aria-valuemin={0}
      aria-valuemax={Math.ceil(axis.end)}
      aria-valuenow={playhead ?? 0}
      aria-valuetext={playhead === undefined ? 'as designed' : `${playhead.toFixed(1)} seconds`}
      style={style}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        set(event);
      }}
      onPointerMove={(event) => dragging.current && set(event)}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
