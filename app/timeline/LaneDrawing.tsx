import { memo } from 'react';
import type { Lane } from '../../src/picture/timeline/geometry.ts';
import { GHOST_HEIGHT, ghostDrop } from '../../src/picture/timeline/ghosts.ts';
import type { Bar } from '../../src/picture/timeline/stretches.ts';
import { classNames } from '../ui/classNames.ts';
import { markProps } from './marks.ts';
import { RealDrawing } from './RealDrawing.tsx';

const TOKEN = {
  pulling: 'pulling',
  starting: 'not-ready',
  notReady: 'not-ready',
  running: 'running',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  restarting: 'not-ready',
  stopping: 'stopping',
} as const;

const PATTERNED = new Set<Bar['state']>(['pulling', 'starting', 'notReady', 'restarting', 'stopping']);

/** States that a duration of the container itself ends. */
const GRIPPED = new Set<Bar['state']>(['pulling', 'starting', 'notReady', 'running', 'stopping']);

export interface LaneDrawingProps {
  readonly lane: Lane;
  readonly laneHeight: number;
  readonly barHeight: number;
  /** The strip above the lane, in which a real run is drawn. */
  readonly realHeight: number;
  readonly width: number;
  readonly selected: boolean;
  /** The edge of one of its gates is selected or under the pointer. */
  readonly lit: boolean;
  /** Ends of bars can be dragged, and exits pressed. */
  readonly editable: boolean;
}

/** The life of one container; each bar, line, tick and tag is a mark that explains itself. */
export const LaneDrawing = memo(function LaneDrawing(props: LaneDrawingProps) {
  const { lane, laneHeight, barHeight, realHeight, width, selected, lit, editable } = props;
  const top = lane.y + (laneHeight - barHeight) / 2;
  const middle = lane.y + laneHeight / 2;
  const mark = (at: number, title: string, why: boolean) => markProps(lane.key, title, at, why);
  return (
    <g
      className={classNames(
        'timeline-lane',
        selected && 'timeline-lane-selected',
        lit && 'timeline-lane-lit',
      )}
      data-lane={lane.key}
    >
      <rect
        className="timeline-ground"
        x={0}
        y={lane.y - realHeight}
        width={width}
        height={laneHeight + realHeight}
      />
      <line className="timeline-line" x1={0} x2={width} y1={lane.y - realHeight} y2={lane.y - realHeight} />
      <RealDrawing lane={lane.key} y={lane.y - realHeight} bars={lane.real} />
      {lane.ghosts.map(({ x, width: w, title }) => (
        <rect
          key={x}
          className="timeline-ghost timeline-mark"
          {...mark(0, title, false)}
          x={x}
          y={top + barHeight + ghostDrop(laneHeight, barHeight)}
          width={w}
          height={GHOST_HEIGHT}
          rx={2}
        />
      ))}
      {lane.waits.map(({ from, x, width: w, text, title }) => (
        <g key={x} className="timeline-mark" {...mark(from, title, true)}>
          <rect className="timeline-catch-area" x={x} y={top} width={w} height={barHeight} />
          <line className="timeline-wait" x1={x} x2={x + w} y1={middle} y2={middle} />
          {text !== undefined && (
            <text className="timeline-wait-word" x={text.x} y={middle + 4}>
              {text.text}
            </text>
          )}
        </g>
      ))}
      {lane.bars.map(({ state, from, x, width: w, text, title }) => (
        <g key={`${state}${x}`} className="timeline-mark" {...mark(from, title, true)}>
          <rect
            className={`timeline-bar timeline-bar-${TOKEN[state]}`}
            x={x}
            y={top}
            width={w}
            height={barHeight}
            rx={2}
            fill={PATTERNED.has(state) ? `url(#pattern-${TOKEN[state]})` : undefined}
          />
          {text !== undefined && (
            <text className={`timeline-word timeline-word-${TOKEN[state]}`} x={text.x} y={middle + 4}>
              {text.text}
            </text>
          )}
        </g>
      ))}
      {lane.lost.map(({ x, width: w, title }) => (
        <g key={x} className="timeline-mark timeline-lost" {...mark(0, title, false)}>
          <rect x={x} y={top + barHeight} width={w} height={5} fill="url(#pattern-lost)" />
          <rect className="timeline-lost-base" x={x} y={top + barHeight + 4} width={w} height={2} />
        </g>
      ))}
      {lane.critical.map(({ x, from, width: w, title }) => (
        <g key={x} className="timeline-mark" {...mark(from, title, false)}>
          <rect className="timeline-catch-area" x={x} y={top + barHeight} width={w} height={6} />
          <rect className="timeline-critical" x={x} y={top + barHeight + 1} width={w} height={2} />
        </g>
      ))}
      {lane.probes.map(({ at, x, passed, title }) => (
        <g
          key={x}
          className={classNames('timeline-mark', passed ? 'timeline-pass' : 'timeline-fail')}
          {...mark(at, title, false)}
        >
          <line x1={x} x2={x} y1={top - 3} y2={top + barHeight} />
          {passed ? (
            <circle cx={x} cy={top - 3} r={2.5} />
          ) : (
            <path d={`M${x - 3} ${top - 6}l6 6M${x + 3} ${top - 6}l-6 6`} />
          )}
        </g>
      ))}
      {lane.tags.map(({ at, x, width: w, text, bad, title }) => (
        <g key={x} className="timeline-mark" {...mark(at, title, true)} data-exit={editable ? '' : undefined}>
          <rect
            className={bad ? 'timeline-tag timeline-tag-bad' : 'timeline-tag'}
            x={x}
            y={top}
            width={w}
            height={barHeight}
            rx={2}
          />
          <text
            className={bad ? 'timeline-word timeline-tag-word-bad' : 'timeline-word'}
            x={x + 6}
            y={middle + 4}
          >
            {text}
          </text>
        </g>
      ))}
      {editable &&
        lane.bars
          .filter(({ state }) => GRIPPED.has(state))
          .map(({ from, x, width: w }) => (
            <rect
              key={x}
              className="timeline-grip"
              data-at={from}
              x={x + w - 5}
              y={top - 2}
              width={10}
              height={barHeight + 4}
            />
          ))}
    </g>
  );
});
