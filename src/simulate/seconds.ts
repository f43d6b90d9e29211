/** Durations as people and files give them. */

/** The value if it is a duration (finite, not negative), else `fallback`. */
export function secondsOr(value: number | undefined, fallback: number): number {
  return isSeconds(value) ? value : fallback;
}

/** Whether a value is a duration: a finite number that is not negative. */
export function isSeconds(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}

/** To the microsecond: so that sums of tenths that are meant to be equal are equal. */
export function roundSeconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}

/** "14.0 s": as times are written, one decimal and always with the unit. */
export function inSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}
