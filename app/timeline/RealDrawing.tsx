import { memo } from 'react';
import { REAL_BAR, type RealBar } from '../../src/picture/timeline/realBars.ts';
import type { ContainerState, TaskStatus } from '../../src/simulate/run.ts';
import { markProps } from './marks.ts';

/** The names of the looks in the style sheet. */
const TOKEN: Readonly<Partial<Record<ContainerState | TaskStatus, string>>> = {
  pulling: 'pulling',
  starting: 'not-ready',
  running: 'running',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  stopping: 'stopping',
};

const PATTERNED = new Set(['pulling', 'not-ready', 'stopping']);

export interface RealDrawingProps {
  /** The key of the lane, or `task`. */
  readonly lane: string;
  /** Where the strip begins. */
  readonly y: number;
  readonly bars: readonly RealBar<ContainerState | TaskStatus>[];
}

/** What really happened, in the strip above a lane. */
export const RealDrawing = memo(function RealDrawing({ lane, y, bars }: RealDrawingProps) {
  const top = y + REAL_BAR.top;
  const middle = top + REAL_BAR.height / 2;
  return (
    <g>
      {bars.map(({ state, from, x, width, text, end, bad, title }) => {
        const token = TOKEN[state];
        return (
          <g key={`${state}${x}`} className="timeline-mark timeline-real" {...markProps(lane, title, from)}>
            {state === 'waiting' ? (
              <>
                <rect className="timeline-catch-area" x={x} y={top} width={width} height={REAL_BAR.height} />
                <line className="timeline-wait" x1={x} x2={x + width} y1={middle} y2={middle} />
              </>
            ) : (
              <rect
                className={barClass(state, token, end, bad)}
                x={x}
                y={top}
                width={width}
                height={REAL_BAR.height}
                rx={2}
                fill={token !== undefined && PATTERNED.has(token) ? `url(#pattern-${token})` : undefined}
              />
            )}
            {text !== undefined && (
              <text className={wordClass(state, token, end, bad)} x={text.x} y={middle + 4}>
                {text.text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});

function barClass(state: string, token: string | undefined, end?: true, bad?: true): string {
  if (end) return bad ? 'timeline-tag timeline-tag-bad' : 'timeline-tag';
  if (token !== undefined) return `timeline-bar timeline-bar-${token}`;
  return `timeline-task timeline-task-${state.toLowerCase()}`;
}

function wordClass(state: string, token: string | undefined, end?: true, bad?: true): string {
  if (state === 'waiting') return 'timeline-wait-word timeline-real-word';
  if (end) return bad ? 'timeline-word timeline-tag-word-bad' : 'timeline-word';
  if (token !== undefined) return `timeline-word timeline-word-${token}`;
  return `timeline-word timeline-task-word-${state.toLowerCase()}`;
}
