import { memo, type ReactNode, type RefObject, type SVGProps, useRef } from 'react';
import { createPortal } from 'react-dom';
import { EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from 'reactflow';
import type { RoutedEdge } from '../../src/picture/wire.ts';
import { findingsByEdge } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { selectEdge, setHovered, useView } from '../store/viewStore.ts';
import { ConditionLabel, type ConditionName, conditionLooks, gateLook } from '../ui/ConditionLabel.tsx';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { type Carried, carry, type ShiftOf, useDragLayer, useFollow } from './dragging.ts';
import { FindingBadge } from './FindingBadge.tsx';
import type { DependencyFlowEdge, LogFlowEdge, MountFlowEdge } from './toFlow.ts';

interface Drawn {
  readonly d: string;
  readonly x: number | undefined;
  readonly y: number | undefined;
}

interface Line extends Drawn {
  readonly path: RefObject<SVGPathElement | null>;
  readonly label: RefObject<HTMLButtonElement | null>;
  /** Where the line is drawn while one of its ends is being dragged. */
  readonly layer: SVGSVGElement | undefined;
}

type LineProps = EdgeProps<DependencyFlowEdge | MountFlowEdge | LogFlowEdge>;

/** A line that keeps up with the pointer. */
function simpleLine(props: LineProps, shiftOf?: ShiftOf): Drawn {
  const { source, target, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition } = props;
  const from = shiftOf?.(source);
  const to = shiftOf?.(target);
  const [d, x, y] = getSmoothStepPath({
    sourceX: sourceX + (from?.x ?? 0),
    sourceY: sourceY + (from?.y ?? 0),
    targetX: targetX + (to?.x ?? 0),
    targetY: targetY + (to?.y ?? 0),
    sourcePosition,
    targetPosition,
    borderRadius: 8,
  });
  return { d, x, y };
}

function routedLine({ path, label }: RoutedEdge): Drawn {
  return {
    d: path,
    x: label === undefined ? undefined : label.x + label.width / 2,
    y: label === undefined ? undefined : label.y + label.height / 2,
  };
}

/** The routed line; while one of its ends is being dragged a simple one. */
function useLine(props: LineProps): Line {
  const { source, target, data } = props;
  const layer = useDragLayer(source, target);
  const dragging = layer !== undefined;
  const drawn = dragging || data === undefined ? simpleLine(props) : routedLine(data.route);
  const path = useRef<SVGPathElement>(null);
  const label = useRef<HTMLButtonElement>(null);
  const carried = useRef<Carried>(undefined);
  useFollow(dragging, (shiftOf) => {
    const { d, x = 0, y = 0 } = shiftOf === undefined ? drawn : simpleLine(props, shiftOf);
    path.current?.setAttribute('d', d);
    if (shiftOf === undefined) {
      carried.current?.putBack();
      carried.current = undefined;
    } else if (label.current !== null) {
      carried.current ??= carry(label.current);
      carried.current.shift(x - (drawn.x ?? 0), y - (drawn.y ?? 0));
    }
  });
  return { ...drawn, path, label, layer };
}

type LinePathProps = Omit<SVGProps<SVGPathElement>, 'ref' | 'd' | 'fill'> & { line: Line };

/** While it follows a drag it has a ground that nobody sees: the browser paints less when the bounds stay the same. */
function LinePath({ line, opacity, ...looks }: LinePathProps) {
  const { path, d, layer } = line;
  if (layer === undefined) return <path ref={path} d={d} fill="none" opacity={opacity} {...looks} />;
  return createPortal(
    <g opacity={opacity}>
      <rect x={-20_000} y={-20_000} width={40_000} height={40_000} fill="transparent" />
      <path ref={path} d={d} fill="none" {...looks} />
    </g>,
    layer,
  );
}

function labelTransform(x: number, y: number): string {
  return `translate(-50%, -50%) translate(${x}px, ${y}px) scale(var(--label-scale, 1))`;
}

function Label({
  id,
  line,
  className,
  children,
}: {
  id: string;
  line: Line;
  className: string;
  children: ReactNode;
}) {
  const findings = useDesign((state) => findingsByEdge(state.shown, state.design.parts).get(id));
  const isDim = useView(({ lit }) => lit !== undefined && !lit.edges.has(id));
  if (line.x === undefined || line.y === undefined) return null;
  // A line has little room: hints on it are told by the card.
  const grave = findings?.filter(({ severity }) => severity !== 'info');
  return (
    <EdgeLabelRenderer>
      <button
        ref={line.label}
        type="button"
        // The edge itself is in the tab order; its label is the larger target for a pointer.
        tabIndex={-1}
        className={classNames('edge-label nopan nodrag', isDim && 'is-dim', className)}
        style={{ transform: labelTransform(line.x, line.y) }}
        onClick={() => selectEdge(id)}
        onPointerEnter={() => setHovered(id)}
        onPointerLeave={() => setHovered(undefined)}
      >
        {children}
        <FindingBadge findings={grave} of={{ edge: id }} className="edge-badge" />
      </button>
    </EdgeLabelRenderer>
  );
}

/** A line in time's direction: who is waited for, who waits, and for what. */
export const DependencyLine = memo(function DependencyLine(props: EdgeProps<DependencyFlowEdge>) {
  const { id, selected, data } = props;
  const line = useLine(props);
  const hovered = useView((view) => view.hovered === id);
  if (data === undefined) return null;
  const { condition, addedBy } = data.edge;
  const { gate } = data;
  const implied = addedBy !== undefined;
  const unmet = gate?.state === 'never';
  const look = gateLook(condition, unmet);
  return (
    <>
      <LinePath
        line={line}
        stroke={`var(${look.colour})`}
        strokeWidth={selected || hovered ? 3 : implied ? 1.25 : 2}
        strokeDasharray={look.dash}
        strokeLinecap={look.linecap}
        opacity={gate?.state === 'waiting' || gate?.state === 'over' ? 0.45 : implied ? 0.6 : 1}
        markerEnd={`url(#arrow-${unmet ? 'unmet' : condition})`}
      />
      <path d={line.d} fill="none" stroke="transparent" strokeWidth={16} className="edge-catch" />
      <Label id={id} line={line} className={classNames('edge-condition', selected && 'edge-label-selected')}>
        {condition === 'CREATE' ? (
          <span className="edge-data">created, added by ECS</span>
        ) : (
          <ConditionLabel
            condition={condition as ConditionName}
            implied={implied}
            unmet={unmet}
            waiting={gate?.state === 'waiting'}
            released={gate?.state === 'released'}
          />
        )}
        {gate !== undefined && <VisuallyHidden>, {gate.words}</VisuallyHidden>}
      </Label>
    </>
  );
});

/** A volume in a container: dots at both ends, rw or ro in the middle. */
export const MountLine = memo(function MountLine(props: EdgeProps<MountFlowEdge>) {
  const { id, selected, data } = props;
  const line = useLine(props);
  if (data === undefined) return null;
  return (
    <>
      <LinePath
        line={line}
        className={classNames('edge-grey', selected && 'edge-selected')}
        markerStart="url(#dot)"
        markerEnd="url(#dot)"
      />
      <path d={line.d} fill="none" stroke="transparent" strokeWidth={12} className="edge-catch" />
      <Label id={id} line={line} className="edge-data">
        {data.edge.readOnly ? 'ro' : 'rw'}
      </Label>
    </>
  );
});

/** The way of log lines. */
export const LogLine = memo(function LogLine(props: EdgeProps<LogFlowEdge>) {
  const { id, selected, data } = props;
  const line = useLine(props);
  if (data === undefined) return null;
  return (
    <>
      <LinePath
        line={line}
        className={classNames('edge-grey', selected && 'edge-selected')}
        markerEnd="url(#arrow-log)"
      />
      <path d={line.d} fill="none" stroke="transparent" strokeWidth={12} className="edge-catch" />
      <Label id={id} line={line} className="edge-data">
        <Icon name="logs" size={12} />{' '}
        {data.edge.driver === 'awsfirelens' ? 'stdout, awsfirelens' : data.edge.driver}
      </Label>
    </>
  );
});

const ARROW = 'M0 0 8 4 0 8Z';
const NARROW_ARROW = 'M0 0.5 8 4 0 7.5Z';

interface LineEndProps {
  readonly id: string;
  /** A colour of the tokens. */
  readonly colour: string;
  readonly size?: number;
  readonly shape?: string;
}

function LineEnd({ id, colour, size = 9, shape = ARROW }: LineEndProps) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX="7.5"
      refY="4"
      markerWidth={size}
      markerHeight={size}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d={shape} fill={`var(${colour})`} />
    </marker>
  );
}

/** Ends of lines, drawn once for the whole canvas. */
export const LineEnds = memo(function LineEnds() {
  return (
    <svg className="line-ends" aria-hidden="true">
      <defs>
        {(['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] as const).map((condition) => (
          <LineEnd key={condition} id={`arrow-${condition}`} colour={conditionLooks[condition].colour} />
        ))}
        <LineEnd id="arrow-unmet" colour="--condition-unmet" />
        <LineEnd id="arrow-CREATE" colour="--condition-start" size={8} />
        <LineEnd id="arrow-log" colour="--text-3" size={8} shape={NARROW_ARROW} />
        <marker
          id="dot"
          viewBox="0 0 8 8"
          refX="4"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
        >
          <circle cx="4" cy="4" r="3.5" fill="var(--text-3)" />
        </marker>
      </defs>
    </svg>
  );
});
