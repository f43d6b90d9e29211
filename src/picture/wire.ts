/** What the router is asked to draw, and what it gives back. */
import type { NodeKey } from '../model/nodeKey.ts';
import type { Point, Rect, Size } from './box.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** A place on the edge of a node where a line may end; it leaves at a right angle. */
export interface Port extends Point {
  readonly side: Side;
  /** Of several ports, how many px of detour another one is worth; default 0. */
  readonly cost?: number;
}

export interface Wire {
  readonly key: string;
  readonly kind: 'dependency' | 'mount' | 'log';
  readonly from: NodeKey;
  readonly to: NodeKey;
  /** Wires of one trunk may lie on each other; others keep apart. */
  readonly trunk: string;
  /** Any of them, the cheapest way wins. At least one each. */
  readonly starts: readonly Port[];
  readonly ends: readonly Port[];
  /** Where it turns when it may choose: beside its start (it forks there) or beside its end. */
  readonly turn: 'start' | 'end';
  readonly label?: Size & { readonly text: string };
}

export interface EdgeLabel extends Rect {
  readonly text: string;
}

/** A line of the canvas, from edge to edge of its nodes: every part of it is level or upright. */
export interface RoutedEdge {
  readonly key: string;
  readonly kind: 'dependency' | 'mount' | 'log';
  /** Mounts lead from the container to the volume. */
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly points: readonly Point[];
  /** The same as the `d` of an SVG path, with round corners. */
  readonly path: string;
  /** On its own line; absent when nothing is to be said or there is no room. */
  readonly label?: EdgeLabel;
}
