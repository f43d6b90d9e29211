import { memo } from 'react';
import type { Arrow } from '../../src/picture/timeline/arrows.ts';
import type { HandOffMark } from '../../src/picture/timeline/handOffs.ts';
import { conditionLooks } from '../ui/ConditionLabel.tsx';
import { classNames } from '../ui/classNames.ts';
import { icons } from '../ui/icons.ts';
import { markProps } from './marks.ts';

export interface ArrowDrawingProps {
  readonly arrow: Arrow;
  readonly barHeight: number;
  readonly dense: boolean;
  /** Its edge is selected or under the pointer, here or on the canvas. */
  readonly lit: boolean;
}

/** A gate from the lane that released it to the one that waited, with its condition beside the head. */
export const ArrowDrawing = memo(function ArrowDrawing({ arrow, barHeight, dense, lit }: ArrowDrawingProps) {
  const { condition, implied, x, fromY, toY, label, title, waits, on, at } = arrow;
  const look = conditionLooks[condition === 'CREATE' ? 'START' : condition];
  const down = toY > fromY;
  const start = fromY + (down ? barHeight / 2 : -barHeight / 2);
  const end = toY - (down ? barHeight / 2 + 1 : -barHeight / 2 - 1);
  const colour = `var(${look.colour})`;
  return (
    <g
      className={classNames('timeline-arrow', 'timeline-mark', lit && 'timeline-lit')}
      {...markProps(waits, title, at)}
      data-waits-for={on}
    >
      {Math.abs(end - start) > 4 && (
        <>
          <line className="timeline-catch" x1={x} x2={x} y1={start} y2={end} />
          <line className="timeline-gap" x1={x} x2={x} y1={start} y2={end} />
          <line
            className="timeline-gate-line"
            x1={x}
            x2={x}
            y1={start}
            y2={end - (down ? 5 : -5)}
            stroke={colour}
            strokeWidth={lit ? 3 : implied ? 1.25 : 2}
            strokeDasharray={look.dash}
            strokeLinecap={look.linecap}
            opacity={implied ? 0.6 : 1}
          />
          <path
            d={down ? `M${x - 4} ${end - 7}h8l-4 7Z` : `M${x - 4} ${end + 7}h8l-4 -7Z`}
            fill={colour}
            opacity={implied ? 0.6 : 1}
          />
        </>
      )}
      {label !== undefined && (
        <g transform={`translate(${label.x} ${toY - (dense ? 7 : 9)})`}>
          <rect
            className="timeline-gate"
            width={label.width}
            height={dense ? 14 : 18}
            rx={9}
            stroke={colour}
          />
          <g
            transform={`translate(6 ${dense ? 2 : 4}) scale(0.65)`}
            fill="none"
            stroke={colour}
            strokeWidth={2}
          >
            <path d={icons[look.icon].stroke} />
          </g>
          <text className="timeline-gate-word" x={19} y={dense ? 11 : 13} fill={colour}>
            {condition}
          </text>
        </g>
      )}
    </g>
  );
});

/** Files on their way: along the lane of the writer, then to the start of the reader. */
export const HandOffDrawing = memo(function HandOffDrawing({
  mark,
  barHeight,
}: {
  readonly mark: HandOffMark;
  readonly barHeight: number;
}) {
  const { fromX, x, fromY, toY, label, title, writer, at } = mark;
  const down = toY > fromY;
  const end = toY - (down ? barHeight / 2 + 1 : -barHeight / 2 - 1);
  const turn = Math.min(6, Math.max(0, x - fromX));
  const path = `M${fromX} ${fromY}H${x - turn}q${turn} 0 ${turn} ${down ? 6 : -6}V${end + (down ? -5 : 5)}`;
  return (
    <g className="timeline-hand-off timeline-mark" {...markProps(writer, title, at)}>
      <path className="timeline-catch" d={path} />
      <line className="timeline-gap" x1={x} x2={x} y1={fromY + (down ? barHeight : -barHeight)} y2={end} />
      <path className="timeline-data" d={path} />
      <circle cx={fromX} cy={fromY} r={3} />
      <path d={down ? `M${x - 3.5} ${end - 6}h7l-3.5 6Z` : `M${x - 3.5} ${end + 6}h7l-3.5 -6Z`} />
      {label !== undefined && (
        <g transform={`translate(${label.x} ${fromY - 9})`}>
          <rect className="timeline-gate timeline-data-label" width={label.width} height={18} rx={9} />
          <g transform="translate(7 4) scale(0.65)" fill="none" stroke="var(--text-2)" strokeWidth={2}>
            <path d={icons.volume.stroke} />
          </g>
          <text className="timeline-data-word" x={21} y={13}>
            {label.text}
          </text>
        </g>
      )}
    </g>
  );
});
