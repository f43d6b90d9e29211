/** The gates of a run as arrows, from the lane that released them to the lane that waited. */
import type { Condition } from '../../model/containerDefinition.ts';
import type { ContainerRun, Gate } from '../../simulate/run.ts';
import { spanAt } from '../../simulate/stateAt.ts';
import { textWidth } from '../textWidth.ts';
import { type Axis, xOf } from './axis.ts';
import { type Stretch, type Upright, uprightsNear } from './clear.ts';
import { time } from './time.ts';

export interface Arrow extends Upright {
  readonly key: string;
  readonly condition: Condition | 'CREATE';
  readonly implied: boolean;
  /** Who waited, for whom, and the second that released it. */
  readonly waits: string;
  readonly on: string;
  readonly at: number;
  /** Its line, from the bar of the one lane to the head at the bar of the other, without what labels cover. */
  readonly line: readonly Stretch[];
  /** The y of the point of its head. */
  readonly tip: number;
  readonly label?: { readonly x: number; readonly width: number };
  readonly title: string;
}

/** An arrow whose label and line are still to be found. */
export type BareArrow = Omit<Arrow, 'line' | 'label'>;

/** Height of a condition's label: in dense lanes, and in others. */
export function labelHeight(laneHeight: number): number {
  return laneHeight < 30 ? 14 : 18;
}

/** Arrows into one lane, in the order in which its gates were released. */
export function arrowsInto(
  container: ContainerRun,
  axis: Axis,
  rows: ReadonlyMap<string, number>,
  { laneHeight, barHeight }: { readonly laneHeight: number; readonly barHeight: number },
): BareArrow[] {
  const toY = (rows.get(container.key) ?? 0) + laneHeight / 2;
  return container.gates
    .filter((gate): gate is Gate & { releasedAt: number } => gate.releasedAt !== undefined)
    .sort((a, b) => a.releasedAt - b.releasedAt)
    .map((gate, index) => {
      const fromY = (rows.get(gate.on) ?? toY) + laneHeight / 2;
      const edge = barHeight / 2 + 1;
      return {
        key: `${container.key}>${gate.on}>${index}`,
        condition: gate.condition,
        implied: gate.origin !== 'dependsOn',
        waits: container.key,
        on: gate.on,
        at: gate.releasedAt,
        x: xOf(axis, gate.releasedAt),
        fromY,
        toY,
        tip: toY > fromY ? toY - edge : toY + edge,
        title: `${container.key} waited for ${gate.on} ${gate.condition} until ${time(gate.releasedAt)}`,
      };
    });
}

/**
 * Where the conditions stand in the lane that waited, by the arrow's key: left of the arrow, or right of it where the
 * wait goes on and nothing else comes down on the label. What ECS adds by itself has none.
 */
export function labelsOf(
  container: ContainerRun,
  arrows: readonly BareArrow[],
  axis: Axis,
  uprights: readonly Upright[],
): ReadonlyMap<string, { readonly x: number; readonly width: number }> {
  const labels = new Map<string, { readonly x: number; readonly width: number }>();
  let taken = Number.NEGATIVE_INFINITY;
  arrows.forEach((arrow, index) => {
    if (arrow.implied || arrow.condition === 'CREATE') return;
    const width = textWidth(arrow.condition, { size: 11, weight: 600 }) + 26;
    const next = arrows[index + 1]?.x ?? Number.POSITIVE_INFINITY;
    const [from, to] = waitAround(container, arrow.at, axis);
    const others = uprightsNear(uprights, arrow.toY).filter((x) => Math.abs(x - arrow.x) > 1);
    const places = [arrow.x - width - 6, arrow.x + 6]
      .map((x) => ({ x, width }))
      .filter(({ x }) => x >= Math.max(taken + 4, from - 1))
      .filter(({ x }) => x < arrow.x || x + width <= Math.min(to, next) - 6);
    const clear = places.find(({ x }) => !others.some((each) => each > x - 4 && each < x + width + 4));
    const label = clear ?? places[0];
    if (label === undefined) return;
    labels.set(arrow.key, label);
    taken = label.x + width;
  });
  return labels;
}

/** From where to where the container waits without a break, round the second at which a gate is released. */
function waitAround(container: ContainerRun, at: number, axis: Axis): readonly [from: number, to: number] {
  const before = container.spans.findLast(({ from }) => from < at);
  const after = spanAt(container, at);
  let from = at;
  for (const span of container.spans.slice(0, before ? container.spans.indexOf(before) + 1 : 0).reverse()) {
    if (span.state !== 'waiting') break;
    from = span.from;
  }
  return [xOf(axis, from), after?.state === 'waiting' ? xOf(axis, after.to) : xOf(axis, at)];
}
