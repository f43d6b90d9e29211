import { xOf } from '../../src/picture/timeline/axis.ts';
import type { TimelineGeometry } from '../../src/picture/timeline/geometry.ts';
import type { LifecycleFinding } from '../../src/rules/lifecycle/lifecycleRule.ts';
import { markProps } from './marks.ts';

/** Lost lines are drawn below their bars, with or without the rules. */
const DRAWN_OTHERWISE = 'logs-lost';
const SIGN = 8;

/** What goes wrong while the task lives: a sign at its second and a line as long as it lasts, above the lane's bars. */
export function FindingMarks({
  geometry,
  findings,
}: {
  readonly geometry: TimelineGeometry;
  readonly findings: readonly LifecycleFinding[];
}) {
  const { axis, lanes, laneHeight, barHeight } = geometry;
  return findings.map((finding, index) => {
    const { rule, at, until, container, message } = finding;
    const lane = lanes.find(({ key }) => key === container);
    if (lane === undefined || rule === DRAWN_OTHERWISE) return null;
    const x = xOf(axis, at);
    const y = lane.y + (laneHeight - barHeight) / 2 - 3;
    const width = until === undefined ? 0 : xOf(axis, until) - x;
    return (
      <g
        key={`${rule} ${container} ${at}`}
        className={`timeline-mark timeline-finding timeline-finding-${finding.severity}`}
        {...markProps(container, `At ${at.toFixed(1)} s: ${message.replace(/\.$/, '')}`, at)}
        data-finding={index}
      >
        <rect className="timeline-catch-area" x={x - SIGN / 2} y={y - 4} width={width + SIGN} height={8} />
        {width > 0 && <rect className="timeline-finding-line" x={x} y={y - 1} width={width} height={2} />}
        <path d={`M${x} ${y - 5}l${SIGN / 2 + 1} ${SIGN + 1}h${-SIGN - 2}z`} />
      </g>
    );
  });
}
