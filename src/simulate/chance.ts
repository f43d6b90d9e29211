/** Numbers drawn from a seed: the same seed gives the same numbers, so that every run can be repeated. */

/** Draws numbers from 0 to below 1. Mulberry32, by Tommy Ettinger (public domain): 32 bits of state. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number from `min` to `max`, most often near `usual` (a triangular distribution); `share` from 0 to below 1. */
export function triangular(share: number, min: number, usual: number, max: number): number {
  if (!(max > min)) return min;
  const mode = Math.min(max, Math.max(min, usual));
  const rising = (mode - min) / (max - min);
  return share < rising
    ? min + Math.sqrt(share * (max - min) * (mode - min))
    : max - Math.sqrt((1 - share) * (max - min) * (max - mode));
}
