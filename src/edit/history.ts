/** Undo and redo: former designs, each with what was on view. Nobody writes an inverse. */
import type { Design } from './design.ts';

/** One step: the design and the view on the other side of it. `view` is the caller's own; it is only handed back. */
export interface Step<V> {
  readonly design: Design;
  readonly view: V;
  /** What the step did: "Connect secrets-init to app". */
  readonly label: string;
  readonly mergeKey?: string;
  /** When it was recorded, in milliseconds of the caller's clock. */
  readonly at: number;
}

export interface History<V> {
  /** Oldest first. */
  readonly past: readonly Step<V>[];
  readonly present: Design;
  /** What redo brings back, next first. */
  readonly future: readonly Step<V>[];
}

interface Moved<V> {
  readonly history: History<V>;
  readonly view: V;
  /** What was undone or done again. */
  readonly label: string;
}

/** Changes with one merge key join when they follow each other within so many milliseconds. */
export const BURST_MS = 1000;
const STEPS_KEPT = 1000;

/** A history that begins with a design. */
export function newHistory<V>(present: Design): History<V> {
  return { past: [], present, future: [] };
}

/**
 * Takes a new design in. `view` is what was on view before the change: undo brings it back. The same design as the
 * present one is no step. What could be redone is forgotten.
 */
export function record<V>(
  history: History<V>,
  design: Design,
  step: {
    readonly label: string;
    readonly mergeKey?: string | undefined;
    readonly at: number;
    readonly view: V;
  },
): History<V> {
  if (design === history.present) return history;
  const { label, mergeKey, at, view } = step;
  const { past, present, future } = history;
  const last = past.at(-1);
  const burst = mergeKey !== undefined && last?.mergeKey === mergeKey && at - last.at <= BURST_MS;
  const joined = burst && future.length === 0 ? last : undefined;
  const key = mergeKey === undefined ? {} : { mergeKey };
  const next = {
    design: joined?.design ?? present,
    view: joined === undefined ? view : joined.view,
    label,
    ...key,
    at,
  };
  const before = joined === undefined ? past : past.slice(0, -1);
  return { past: [...before, next].slice(-STEPS_KEPT), present: design, future: [] };
}

/** One step back, and the view that belongs to it; nothing when there is none. `view` is what redo brings back. */
export function undo<V>({ past, present, future }: History<V>, view: V): Moved<V> | undefined {
  const last = past.at(-1);
  if (last === undefined) return undefined;
  const { label, at, design } = last;
  const next = [{ design: present, view, label, at }, ...future];
  return { history: { past: past.slice(0, -1), present: design, future: next }, view: last.view, label };
}

/** One step forward again, and the view that belongs to it. `view` is what undo brings back. */
export function redo<V>({ past, present, future }: History<V>, view: V): Moved<V> | undefined {
  const [next, ...later] = future;
  if (next === undefined) return undefined;
  const { label, at, design } = next;
  const before = [...past, { design: present, view, label, at }];
  return { history: { past: before, present: design, future: later }, view: next.view, label };
}
