/** Between which seconds the durations of a container vary. */
import type { Behaviour, FullBehaviour, Range, RangedDuration } from './scenario.ts';
import { isSeconds } from './seconds.ts';

/** Where nobody says: from half of the planned duration to the double. A guess of ours. */
const GUESS = { min: 0.5, max: 2 };

/** The planned duration with its minimum and maximum. */
export interface Spanned extends Range {
  readonly usual: number;
}

/** Each duration that may vary, as said or as guessed; a duration that the behaviour does not have is not among them. */
export function rangesOf(
  sparse: Behaviour,
  full: FullBehaviour,
): Readonly<Partial<Record<RangedDuration, Spanned>>> {
  const found: Partial<Record<RangedDuration, Spanned>> = {};
  const exit = full.exitsByRun[0];
  const planned: readonly (readonly [RangedDuration, number | undefined])[] = [
    ['pullSeconds', full.pullSeconds],
    ['startSeconds', full.startSeconds],
    ['readyAfterSeconds', full.readyAfterSeconds],
    ['healthyAfterSeconds', full.healthyAfterSeconds],
    ['exits', full.exitsByRun.length === 1 ? exit?.afterSeconds : undefined],
    ['sigtermExit', full.sigtermExit.afterSeconds],
  ];
  for (const [duration, usual] of planned) {
    if (usual !== undefined) found[duration] = spanned(sparse.ranges?.[duration], usual);
  }
  return found;
}

/** A range that is none counts as not said. */
function spanned(said: Range | undefined, usual: number): Spanned {
  if (said && isSeconds(said.min) && isSeconds(said.max) && said.min <= said.max) return { ...said, usual };
  return { min: usual * GUESS.min, max: usual * GUESS.max, usual };
}

/**
 * The ranges of a behaviour after one end of a duration's range is said; `value` undefined: not said any more. The other
 * end follows where it would be on the wrong side. `undefined` when nothing is said of any.
 */
export function rangeWith(
  sparse: Behaviour,
  duration: RangedDuration,
  { usual, min, max }: Spanned,
  end: 'min' | 'max',
  value: number | undefined,
): Behaviour['ranges'] {
  const { [duration]: _, ...others } = sparse.ranges ?? {};
  const guess = spanned(undefined, usual);
  const next =
    end === 'min'
      ? { min: value ?? Math.min(guess.min, max), max: Math.max(max, value ?? 0) }
      : { min: Math.min(min, value ?? min), max: value ?? Math.max(guess.max, min) };
  const isGuess = value === undefined && next.min === guess.min && next.max === guess.max;
  if (!isGuess) return { ...others, [duration]: next };
  return Object.keys(others).length === 0 ? undefined : others;
}
