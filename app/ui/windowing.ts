/** Which items of a long list are in sight. Pixels. */

/** So many items before and after those in sight are drawn as well, for the next move of the wheel and for Tab. */
const SPARE = 4;

/** Where each item begins, and at the end where the last one ends. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0];
  let end = 0;
  for (const height of heights) {
    end += height;
    offsets.push(end);
  }
  return offsets;
}

/** The indexes to draw, in order: those in sight, some around them, and the one that is pinned (-1: none). */
export function windowOf(
  offsets: readonly number[],
  { top, height }: { readonly top: number; readonly height: number },
  pinned = -1,
): readonly number[] {
  const count = offsets.length - 1;
  const first = Math.max(0, indexAt(offsets, top) - SPARE);
  const last = Math.min(count - 1, indexAt(offsets, top + height) + SPARE);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
  if (pinned < 0 || pinned >= count || (pinned >= first && pinned <= last)) return drawn;
  return pinned < first ? [pinned, ...drawn] : [...drawn, pinned];
}

/** The item that a pixel lies in; the nearest one outside the list. */
function indexAt(offsets: readonly number[], pixel: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}
