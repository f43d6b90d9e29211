import { memo } from 'react';
import type { Arrow } from '../../src/picture/timeline/arrows.ts';
import type { HandOffMark } from '../../src/picture/timeline/handOffs.ts';
import { gateLook } from '../ui/ConditionLabel.tsx';
import { classNames } from '../ui/classNames.ts';
import { icons } from '../ui/icons.ts';
import { markProps } from './marks.ts';

/** The gaps that lines leave in what they cross: drawn before all lines, so that no head is lost in one. */
export const LineGaps = memo(function LineGaps({
  lines,
}: {
  readonly lines: readonly (Arrow | HandOffMark)[];
}) {
  return lines.map(({ key, x, line }) =>
    line.map(({ from, to }) => (
      <line key={`${key} ${from}`} className="timeline-gap" x1={x} x2={x} y1={from} y2={to} />
    )),
  );
});

export interface ArrowDrawingProps {
  readonly arrow: Arrow;
  /** Its edge is selected or under the pointer, here or on the canvas. */
  readonly lit: boolean;
}

/** A gate from the lane that released it to the one that waited; it goes on behind the labels in its way. */
export const ArrowDrawing = memo(function ArrowDrawing({ arrow, lit }: ArrowDrawingProps) {
  const { implied, unmet, x, fromY, toY, tip, line, title, waits, on, at } = arrow;
  const look = gateLook(arrow.condition, arrow.unmet);
  const down = toY > fromY;
  const colour = `var(${look.colour})`;
  const faint = implied && !unmet;
  return (
    <g
      className={classNames('timeline-arrow', 'timeline-mark', lit && 'timeline-lit')}
      {...markProps(waits, title, at)}
      data-waits-for={on}
    >
      {line.map(({ from, to }) => (
        <g key={from}>
          <line className="timeline-catch" x1={x} x2={x} y1={from} y2={to} />
          <line
            className="timeline-gate-line"
            x1={x}
            x2={x}
            y1={!down && from === tip ? from + 5 : from}
            y2={down && to === tip ? to - 5 : to}
            stroke={colour}
            strokeWidth={lit ? 3 : faint ? 1.25 : 2}
            strokeDasharray={look.dash}
            strokeLinecap={look.linecap}
            opacity={faint ? 0.6 : 1}
          />
        </g>
      ))}
      {line.length > 0 &&
        (unmet ? (
          <path
            d={`M${x - 4} ${tip + (down ? -8 : 0)}l8 8m0 -8l-8 8`}
            fill="none"
            stroke={colour}
            strokeWidth={2}
          />
        ) : (
          <path
            d={down ? `M${x - 4} ${tip - 7}h8l-4 7Z` : `M${x - 4} ${tip + 7}h8l-4 -7Z`}
            fill={colour}
            opacity={faint ? 0.6 : 1}
          />
        ))}
    </g>
  );
});

/** The condition of a gate, in the lane that waited. */
export const GateLabel = memo(function GateLabel({
  arrow,
  height,
}: {
  readonly arrow: Arrow;
  readonly height: number;
}) {
  const { condition, label, toY, title, waits, on, at } = arrow;
  if (label === undefined) return null;
  const look = gateLook(arrow.condition, arrow.unmet);
  const colour = `var(${look.colour})`;
  const dense = height < 18;
  return (
    <g
      className="timeline-arrow timeline-mark"
      {...markProps(waits, title, at)}
      data-waits-for={on}
      transform={`translate(${label.x} ${toY - height / 2})`}
    >
      <rect className="timeline-gate" width={label.width} height={height} rx={height / 2} stroke={colour} />
      <g transform={`translate(6 ${dense ? 2 : 4}) scale(0.65)`} fill="none" stroke={colour} strokeWidth={2}>
        <path d={icons[look.icon].stroke} />
      </g>
      {label.word && (
        <text className="timeline-gate-word" x={19} y={dense ? 11 : 13} fill={colour}>
          {condition}
        </text>
      )}
    </g>
  );
});

/** Files on their way: along the lane of the writer, then to the start of the reader. */
export const HandOffDrawing = memo(function HandOffDrawing({ mark }: { readonly mark: HandOffMark }) {
  const { fromX, x, fromY, toY, tip, line, title, writer, at } = mark;
  const down = toY > fromY;
  const first = (down ? line[0]?.from : line.at(-1)?.to) ?? tip;
  const along = fromX < x ? `M${fromX} ${fromY}H${x - 6}q6 0 6 ${down ? 6 : -6}` : '';
  const upright = line
    .map(
      ({ from, to }) =>
        `M${x} ${!down && from === tip ? from + 5 : from}V${down && to === tip ? to - 5 : to}`,
    )
    .join('');
  return (
    <g className="timeline-hand-off timeline-mark" {...markProps(writer, title, at)}>
      <path className="timeline-catch" d={along + upright} />
      <path className="timeline-data" d={along + upright} />
      <circle cx={fromX} cy={fromX < x ? fromY : first} r={3} />
      <path d={down ? `M${x - 3.5} ${tip - 6}h7l-3.5 6Z` : `M${x - 3.5} ${tip + 6}h7l-3.5 -6Z`} />
    </g>
  );
});

/** Whose files, and who reads them: on the line along the lane of the writer. */
export const HandOffLabel = memo(function HandOffLabel({
  mark: { label, fromY },
}: {
  readonly mark: HandOffMark;
}) {
  if (label === undefined) return null;
  return (
    <g className="timeline-hand-off" transform={`translate(${label.x} ${fromY - 9})`}>
      <rect className="timeline-gate timeline-data-label" width={label.width} height={18} rx={9} />
      <g transform="translate(7 4) scale(0.65)" fill="none" stroke="var(--text-2)" strokeWidth={2}>
        <path d={icons.volume.stroke} />
      </g>
      <text className="timeline-data-word" x={21} y={13}>
        {label.text}
      </text>
    </g>
  );
});
