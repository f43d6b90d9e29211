import { memo } from 'react';
import { labelHeight } from '../../src/picture/timeline/arrows.ts';
import { AXIS_HEIGHT, type TimelineGeometry } from '../../src/picture/timeline/geometry.ts';
import { GHOST_HEIGHT, ghostDrop } from '../../src/picture/timeline/ghosts.ts';
import type { LifecycleFinding } from '../../src/rules/lifecycle/lifecycleRule.ts';
import { ArrowDrawing, GateLabel, HandOffDrawing, HandOffLabel, LineGaps } from './ArrowDrawing.tsx';
import { FindingMarks } from './FindingMarks.tsx';
import { LaneDrawing } from './LaneDrawing.tsx';
import { markProps } from './marks.ts';
import { Patterns } from './Patterns.tsx';
import { RealDrawing } from './RealDrawing.tsx';

export interface TimelineDrawingProps {
  readonly geometry: TimelineGeometry;
  readonly selected: string | undefined;
  /** The gate whose edge is selected or hovered, as `waits>on`. */
  readonly lit: string | undefined;
  readonly editable: boolean;
  /** What goes wrong in this run, for its lanes. */
  readonly findings: readonly LifecycleFinding[];
}

/** The geometry printed as SVG. */
export const TimelineDrawing = memo(function TimelineDrawing({
  geometry,
  selected,
  lit,
  editable,
  findings,
}: TimelineDrawingProps) {
  const { axis, lanes, arrows, handOffs, task, width, height, laneHeight, barHeight } = geometry;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a drawing
    <svg
      className="timeline-svg"
      width={width}
      height={height}
      role="group"
      aria-label="Timeline of the containers"
    >
      <Patterns />
      {axis.ticks.map(({ x }) => (
        <line key={x} className="timeline-grid" x1={x} x2={x} y1={AXIS_HEIGHT - 6} y2={height} />
      ))}
      {lanes.map((lane) => (
        <LaneDrawing
          key={lane.key}
          lane={lane}
          laneHeight={laneHeight}
          barHeight={barHeight}
          realHeight={geometry.realHeight}
          width={width}
          selected={lane.key === selected}
          lit={lit?.startsWith(`${lane.key}>`) === true}
          editable={editable}
        />
      ))}
      {axis.ticks.map(({ x, text }) => (
        <text
          key={x}
          className="timeline-tick tabular"
          x={x}
          y={AXIS_HEIGHT - 12}
          textAnchor={text === '0 s' ? 'start' : 'middle'}
        >
          {text}
        </text>
      ))}
      <LineGaps lines={handOffs} />
      <LineGaps lines={arrows} />
      {handOffs.map((mark) => (
        <HandOffDrawing key={mark.key} mark={mark} />
      ))}
      {arrows.map((arrow) => (
        <ArrowDrawing key={arrow.key} arrow={arrow} lit={lit === `${arrow.waits}>${arrow.on}`} />
      ))}
      {handOffs.map((mark) => (
        <HandOffLabel key={mark.key} mark={mark} />
      ))}
      {arrows.map((arrow) => (
        <GateLabel key={arrow.key} arrow={arrow} height={labelHeight(laneHeight)} />
      ))}
      <FindingMarks geometry={geometry} findings={findings} />
      <TaskLane geometry={geometry} />
      {axis.breaks.map(({ x, width: w, text }) => (
        <g key={x}>
          <rect className="timeline-break" x={x} y={AXIS_HEIGHT - 6} width={w} height={height} />
          <path className="timeline-zigzag" d={`${zigzag(x, height)}${zigzag(x + w, height)}`} />
          <text className="timeline-tick" x={x + w} y={AXIS_HEIGHT - 12} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className="timeline-line" x1={0} x2={width} y1={task.y + laneHeight} y2={task.y + laneHeight} />
    </svg>
  );
});

function TaskLane({
  geometry: { task, width, laneHeight, barHeight, realHeight },
}: {
  readonly geometry: TimelineGeometry;
}) {
  const top = task.y + (laneHeight - barHeight) / 2;
  return (
    <g>
      <line className="timeline-line" x1={0} x2={width} y1={task.y - realHeight} y2={task.y - realHeight} />
      <RealDrawing lane="task" y={task.y - realHeight} bars={task.real} />
      {task.ghosts.map(({ x, width: w }) => (
        <rect
          key={x}
          className="timeline-ghost"
          x={x}
          y={top + barHeight + ghostDrop(laneHeight, barHeight)}
          width={w}
          height={GHOST_HEIGHT}
          rx={2}
        />
      ))}
      {task.bars.map(({ status, x, width: w, text, title }) => (
        <g key={`${status}${x}`} className="timeline-mark" {...markProps('task', title)}>
          <rect
            className={`timeline-task timeline-task-${status.toLowerCase()}`}
            x={x}
            y={top}
            width={w}
            height={barHeight}
            rx={2}
          />
          {text !== undefined && (
            <text
              className={`timeline-word timeline-task-word-${status.toLowerCase()}`}
              x={text.x}
              y={task.y + laneHeight / 2 + 4}
            >
              {text.text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function zigzag(x: number, height: number): string {
  let path = `M${x} ${AXIS_HEIGHT - 6}`;
  for (let y = AXIS_HEIGHT - 2, side = 1; y < height; y += 4, side = -side) path += `L${x + 2 * side} ${y}`;
  return path;
}
