/** Many runs of one scenario whose durations vary: how long the task takes to be RUNNING, who holds it up, and how long it takes to stop. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { numbersFrom, triangular } from './chance.ts';
import { criticalPath } from './criticalPath.ts';
import { behaviourOf, said } from './defaults.ts';
import { stopTakes, wasRunning } from './outcome.ts';
import { rangesOf, type Spanned } from './ranges.ts';
import type { ContainerKey, Run } from './run.ts';
import type { Behaviour, FullBehaviour, RangedDuration, Scenario } from './scenario.ts';
import { roundSeconds } from './seconds.ts';
import { simulate } from './simulate.ts';

export interface Spread {
  readonly runs: number;
  /** In so many of them the task was never RUNNING. */
  readonly never: number;
  /** Seconds to RUNNING that half, 95 % and 99 % of all runs do not exceed; absent: so many runs never get there. */
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
  /**
   * Seconds from StopTask to STOPPED, of the runs that are RUNNING when it comes; absent without any, as when the task
   * ends by itself.
   */
  readonly stop?: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** Bars of equal width from the fastest to the slowest run; empty when none is RUNNING. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly count: number }[];
  /** In how many runs the container has the longest part of the way to RUNNING; most often first. */
  readonly holders: readonly { readonly container: ContainerKey; readonly count: number }[];
}

/** Runs that are drawn bit by bit, so that whoever draws can tell how far it is, and stop. */
export interface Sampling {
  /** Plays so many further runs. */
  advance(runs: number): void;
  /** Of all runs so far. */
  result(): Spread;
}

const BARS = 24;
/** A task that is not RUNNING after fifteen minutes counts as never; then StopTask comes. */
const HORIZON = 900;
/** Every stop has an end by then, of however many containers that leave one after the other. */
const LONGEST_STOP = 3600;

/**
 * Begins to sample. Each run draws every duration between its minimum and its maximum, most often near the planned one;
 * the same seed gives the same runs, in chunks of any size.
 */
export function sampling(task: TaskDefinition, scenario: Scenario, seed = 1): Sampling {
  const draw = numbersFrom(seed);
  const base = { ...scenario, stopRequestedAt: HORIZON, horizonSeconds: HORIZON + LONGEST_STOP };
  const varying = simulate(task, { ...base, horizonSeconds: 0 }).containers.flatMap(({ key }) => {
    const full = behaviourOf(task, base, key);
    return full
      ? { key, sparse: said(base, key), full, ranges: Object.entries(rangesOf(said(base, key), full)) }
      : [];
  });
  const times: number[] = [];
  const stops: number[] = [];
  const held = new Map<ContainerKey, number>();
  let runs = 0;

  const once = () => {
    const behaviours = { ...base.behaviours };
    for (const { key, sparse, full, ranges } of varying) behaviours[key] = drawn(sparse, full, ranges, draw);
    const run = simulate(task, { ...base, behaviours });
    runs += 1;
    if (run.task.runningAt === undefined || !wasRunning(run)) return;
    times.push(run.task.runningAt);
    const holder = holderOf(run);
    if (holder !== undefined) held.set(holder, (held.get(holder) ?? 0) + 1);
    if (run.task.stopCode === 'UserInitiated') stops.push(stopTakes(run));
  };
  return {
    advance(count) {
      for (let done = 0; done < count; done += 1) once();
    },
    result: () => resultOf(runs, times, stops, held),
  };
}

function drawn(
  sparse: Behaviour,
  full: FullBehaviour,
  ranges: readonly (readonly [string, Spanned])[],
  draw: () => number,
): Behaviour {
  const found: { -readonly [Member in keyof Behaviour]: Behaviour[Member] } = { ...sparse };
  for (const [duration, { min, usual, max }] of ranges) {
    const seconds = roundSeconds(triangular(draw(), min, usual, max));
    if (duration === 'sigtermExit') found.sigtermExit = { ...full.sigtermExit, afterSeconds: seconds };
    else if (duration === 'exits')
      found.exits = { code: full.exitsByRun[0]?.code ?? 0, afterSeconds: seconds };
    else found[duration as Exclude<RangedDuration, 'exits' | 'sigtermExit'>] = seconds;
  }
  return found;
}

function holderOf(run: Run): ContainerKey | undefined {
  let longest: { readonly container: ContainerKey; readonly seconds: number } | undefined;
  for (const { container, from, to } of criticalPath(run)) {
    if (!longest || to - from > longest.seconds) longest = { container, seconds: to - from };
  }
  return longest?.container;
}

/** The values that so many of all do not exceed. */
function percentiles(sorted: readonly number[], all: number) {
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * all) - 1)];
  return [at(0.5), at(0.95), at(0.99)] as const;
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((one, other) => one - other);
}

function stopOf(stops: readonly number[]): Pick<Spread, 'stop'> {
  const [p50, p95, p99] = percentiles(ascending(stops), stops.length);
  return p50 === undefined || p95 === undefined || p99 === undefined ? {} : { stop: { p50, p95, p99 } };
}

function resultOf(
  runs: number,
  times: readonly number[],
  stops: readonly number[],
  held: ReadonlyMap<ContainerKey, number>,
): Spread {
  const sorted = ascending(times);
  const [p50, p95, p99] = percentiles(sorted, runs);
  return {
    runs,
    never: runs - times.length,
    ...(p50 !== undefined && { p50 }),
    ...(p95 !== undefined && { p95 }),
    ...(p99 !== undefined && { p99 }),
    ...stopOf(stops),
    histogram: histogramOf(sorted),
    holders: [...held]
      .map(([container, count]) => ({ container, count }))
      .sort((one, other) => other.count - one.count),
  };
}

function histogramOf(sorted: readonly number[]): Spread['histogram'] {
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [];
  if (last === first) return [{ from: first, to: last, count: sorted.length }];
  const width = (last - first) / BARS;
  const bars = Array.from({ length: BARS }, (_, bar) => ({
    from: first + bar * width,
    to: first + (bar + 1) * width,
    count: 0,
  }));
  for (const time of sorted) {
    const bar = bars[Math.min(BARS - 1, Math.floor((time - first) / width))];
    if (bar) bar.count += 1;
  }
  return bars;
}
