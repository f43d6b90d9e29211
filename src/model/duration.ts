/** Durations of what is played out: seconds, within sense. */

/** The longest duration that a scenario takes, in seconds: a week. */
export const LONGEST_DURATION = 7 * 24 * 3600;

/** Why a value is no duration, as a sentence; `undefined` when it is one: 0 s to a week. */
export function durationProblem(value: unknown): string | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'A duration is a number of seconds.';
  if (value < 0) return 'A duration cannot be negative.';
  if (value > LONGEST_DURATION) return 'A duration of more than a week (604800 s) is not played.';
  return undefined;
}

/** Why two values are no range from a minimum to a maximum; `undefined` when they are. */
export function rangeProblem(minimum: unknown, maximum: unknown): string | undefined {
  const problem = durationProblem(minimum) ?? durationProblem(maximum);
  if (problem !== undefined) return problem;
  return Number(minimum) > Number(maximum) ? 'The minimum is larger than the maximum.' : undefined;
}

/** Why a value is no exit code; `undefined` when it is one: a whole number from 0 to 255. */
export function exitCodeProblem(value: unknown): string | undefined {
  const isCode = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
  return isCode ? undefined : 'An exit code is a whole number from 0 to 255.';
}
