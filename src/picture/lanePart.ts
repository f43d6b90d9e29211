/** A straight part of a line, seen along one axis: `at` is what may change, `from` to `to` its extent. */
export interface Part {
  readonly route: number;
  readonly index: number;
  readonly trunk: string;
  readonly from: number;
  readonly to: number;
  at: number;
  /** How far it may move. */
  low: number;
  high: number;
  readonly wish: number;
  /** Where the neighbouring parts lie on the other axis, and to which side they lead. */
  readonly arms: readonly { readonly at: number; readonly side: -1 | 1 }[];
}

/** Parts whose extents come closer than this, in px, count as standing beside each other. */
const near = 8;

/** Whether two parts would lie on each other, or end to end, at the same place across. */
export function beside(a: Part, b: Part): boolean {
  return a.from - near < b.to && b.from - near < a.to;
}
