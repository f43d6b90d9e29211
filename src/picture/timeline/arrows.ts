/** The gates of a run as arrows, from the lane that released them to the lane that waited. */
import type { Condition } from '../../model/containerDefinition.ts';
import type { ContainerRun, Gate, Run } from '../../simulate/run.ts';
import { spanAt } from '../../simulate/stateAt.ts';
import { textWidth } from '../textWidth.ts';
import { type Axis, xOf } from './axis.ts';
import { type Stretch, type Upright, uprightsNear } from './clear.ts';
import { time } from './time.ts';

export interface Arrow extends Upright {
  readonly key: string;
  readonly condition: Condition | 'CREATE';
  readonly implied: boolean;
  /** It can never hold, and whoever waited for it is given up. */
  readonly unmet: boolean;
  /** Who waited, for whom, and the second that released it, or that made an end of waiting. */
  readonly waits: string;
  readonly on: string;
  readonly at: number;
  /** Its line, from the bar of the one lane to the head at the bar of the other, without what labels cover. */
  readonly line: readonly Stretch[];
  /** The y of the point of its head. */
  readonly tip: number;
  readonly label?: GateLabel;
  readonly title: string;
}

/** The sign of a condition, with its word where there is room for it. */
export interface GateLabel {
  readonly x: number;
  readonly width: number;
  readonly word: boolean;
}

/** An arrow whose label and line are still to be found. */
export type BareArrow = Omit<Arrow, 'line' | 'label'>;

/** Height of a condition's label: in dense lanes, and in others. */
export function labelHeight(laneHeight: number): number {
  return laneHeight < 30 ? 14 : 18;
}

/** Arrows into one lane, in the order in which its gates were released; `never`, the one that never was, comes last. */
export function arrowsInto(
  container: ContainerRun,
  never: UnmetGate | undefined,
  axis: Axis,
  rows: ReadonlyMap<string, number>,
  { laneHeight, barHeight }: { readonly laneHeight: number; readonly barHeight: number },
): BareArrow[] {
  const toY = (rows.get(container.key) ?? 0) + laneHeight / 2;
  const edge = barHeight / 2 + 1;
  const arrow = (gate: Gate, at: number, index: number, unmet: boolean): BareArrow => {
    const fromY = (rows.get(gate.on) ?? toY) + laneHeight / 2;
    return {
      key: `${container.key}>${gate.on}>${index}`,
      condition: gate.condition,
      implied: gate.origin !== 'dependsOn',
      unmet,
      waits: container.key,
      on: gate.on,
      at,
      x: xOf(axis, at),
      fromY,
      toY,
      tip: toY > fromY ? toY - edge : toY + edge,
      title: unmet
        ? `${container.key} can never have ${gate.on} ${gate.condition}: given up at ${time(at)}`
        : `${container.key} waited for ${gate.on} ${gate.condition} until ${time(at)}`,
    };
  };
  const released = container.gates
    .filter((gate): gate is Gate & { releasedAt: number } => gate.releasedAt !== undefined)
    .sort((a, b) => a.releasedAt - b.releasedAt)
    .map((gate, index) => arrow(gate, gate.releasedAt, index, false));
  return never === undefined ? released : [...released, arrow(never.gate, never.at, released.length, true)];
}

interface UnmetGate {
  readonly gate: Gate;
  readonly at: number;
}

/** The gates for want of which containers were given up, by the key of who waited. */
export function unmetGates({ containers, events }: Run): ReadonlyMap<string, UnmetGate> {
  const unmet = new Map<string, UnmetGate>();
  for (const { type, container: key, because, at } of events) {
    if (type !== 'givenUp' || because.kind !== 'unresolvable' || key === undefined || unmet.has(key))
      continue;
    const { on, condition } = because;
    const gates = containers.find((container) => container.key === key)?.gates;
    const gate = gates?.find((each) => each.on === on && each.condition === condition);
    if (gate !== undefined) unmet.set(key, { gate, at });
  }
  return unmet;
}

/** Width of a label that is a sign alone. */
const SIGN = 22;

/**
 * Where the conditions stand in the lane that waited, by the arrow's key: left of the arrow, or right of it where the
 * wait goes on and nothing else comes down on the label, never across time that is left out; a sign alone where the word
 * has no room, or would hide the line of another gate. What ECS adds by itself has none, and its faint lines may go on
 * behind a word.
 */
export function labelsOf(
  container: ContainerRun,
  arrows: readonly BareArrow[],
  axis: Axis,
  uprights: readonly (Upright & { readonly implied?: boolean })[],
): ReadonlyMap<string, GateLabel> {
  const labels = new Map<string, GateLabel>();
  let taken = Number.NEGATIVE_INFINITY;
  arrows.forEach((arrow, index) => {
    if ((arrow.implied && !arrow.unmet) || arrow.condition === 'CREATE') return;
    const next = arrows[index + 1]?.x ?? Number.POSITIVE_INFINITY;
    const [from, to] = waitAround(container, arrow.at, axis);
    const near = (lines: readonly Upright[]) =>
      uprightsNear(lines, arrow.toY).filter((x) => Math.abs(x - arrow.x) > 1);
    const [all, firm] = [near(uprights), near(uprights.filter(({ implied }) => implied !== true))];
    const placesFor = (width: number, word: boolean) =>
      [arrow.x - width - 6, arrow.x + 6]
        .map((x): GateLabel => ({ x, width, word }))
        .filter(({ x }) => x >= Math.max(taken + 4, from - 1))
        .filter(({ x }) => x < arrow.x || x + width <= Math.min(to, next) - 6)
        .filter(
          ({ x }) => !axis.breaks.some((each) => each.x < x + width + 4 && each.x + each.width > x - 4),
        );
    const whole = placesFor(textWidth(arrow.condition, { size: 11, weight: 600 }) + 26, true);
    const sign = placesFor(SIGN, false);
    const clear = (places: readonly GateLabel[], lines: readonly number[]) =>
      places.find(({ x, width }) => !lines.some((each) => each > x - 4 && each < x + width + 4));
    const label =
      clear(whole, all) ?? clear(whole, firm) ?? clear(sign, all) ?? clear(sign, firm) ?? whole[0] ?? sign[0];
    if (label === undefined) return;
    labels.set(arrow.key, label);
    taken = label.x + label.width;
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
