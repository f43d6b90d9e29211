/** The stretches of a real run: what began when, one after the other. */
import type { ContainerState } from './run.ts';

export interface RealSpan {
  readonly from: number;
  readonly to: number;
  readonly state: ContainerState;
}

/** When a real task began to stop, when it had, and the last second that is known. */
interface RealEnd {
  readonly stoppingAt?: number;
  readonly stoppedAt?: number;
  readonly endsAt: number;
}

/** Of a container that was given up: it waited until the task began to stop, and was never pulled or started. */
export function givenUpSpans({ stoppingAt, stoppedAt, endsAt }: RealEnd): readonly RealSpan[] {
  const starts = [
    ['waiting', 0],
    ['givenUp', stoppingAt ?? stoppedAt ?? endsAt],
  ] as const;
  return spansOf(starts, endsAt);
}

/** Stretches of states from what began when. */
export function spansOf(
  starts: readonly (readonly [ContainerState, number | undefined])[],
  endsAt: number,
): readonly RealSpan[] {
  return inARow(starts, endsAt).map(({ from, to, what }) => ({ from, to, state: what }));
}

/** Stretches from what began when; what begins before its predecessor takes its place. */
export function inARow<T>(starts: readonly (readonly [what: T, from: number | undefined])[], endsAt: number) {
  const found: { from: number; to: number; what: T }[] = [];
  for (const [what, from] of starts) {
    if (from === undefined) continue;
    while (found.length > 0 && (found.at(-1)?.from ?? 0) >= from && from > 0) found.pop();
    const before = found.at(-1);
    if (before) before.to = from;
    found.push({ from, to: endsAt, what });
  }
  return found.filter(({ from, to }, place) => to > from || place === found.length - 1);
}
