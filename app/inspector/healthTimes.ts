/** When the health check of a container can first speak: the arithmetic of interval, timeout, retries and start period. */
import type { HealthCheck } from '../../src/model/containerDefinition.ts';
import type { Environment } from '../../src/simulate/scenario.ts';

/** Seconds after the start of the container. */
export interface HealthTimes {
  /** The first check, and so the first possible HEALTHY: one passing check is enough. */
  readonly healthyAt: number;
  /** UNHEALTHY when every check fails at once. */
  readonly unhealthyAt: number;
  /** UNHEALTHY when every check hangs until its timeout. */
  readonly unhealthyHangingAt: number;
  /** How many checks are forgiven at most, because they begin in the start period. */
  readonly forgiven: number;
}

/** Docker's own interval within a start period; a task definition cannot set it. */
const START_INTERVAL = 5;

/**
 * The first check comes one interval after the start, each further one an interval after the one before has ended;
 * Docker 25 and later check every 5 s within a start period until one passes, and the newest cuts a wait short that would
 * go beyond its end. UNHEALTHY needs `retries` failures of checks that begin after the start period. Values that make no
 * sense count as ECS's defaults. Source: moby, daemon/health.go; API reference, HealthCheck.
 */
export function healthTimes(
  check: HealthCheck,
  probes: NonNullable<Environment['healthProbes']> = 'docker25',
): HealthTimes {
  const interval = positive(check.interval, 30);
  const timeout = positive(check.timeout, 5);
  const retries = positive(check.retries, 3);
  const startPeriod = Math.max(0, check.startPeriod ?? 0);
  const early = probes === 'older' ? interval : START_INTERVAL;
  const cutsShort = probes === 'newest';
  const counting = (takes: number) => {
    const first =
      startPeriod === 0
        ? { at: interval, forgiven: 0 }
        : (cutsShort ? firstCutShort : firstCounting)(startPeriod, early, interval, takes);
    return { ...first, end: first.at + takes + (retries - 1) * (interval + takes) };
  };
  const quick = counting(0);
  return {
    healthyAt: startPeriod === 0 ? interval : cutsShort && startPeriod < interval ? startPeriod : early,
    unhealthyAt: quick.end,
    unhealthyHangingAt: counting(timeout).end,
    forgiven: quick.forgiven,
  };
}

/** The first check that begins after a start period, and how many began before. All in seconds. */
type FirstOf = (
  startPeriod: number,
  early: number,
  interval: number,
  takes: number,
) => { readonly at: number; readonly forgiven: number };

/** Docker before the newest: a check that has begun to be waited for is waited for. */
const firstCounting: FirstOf = (startPeriod, early, interval, takes) => {
  const step = early + takes;
  const forgiven = Math.max(0, Math.ceil((startPeriod - early) / step));
  const free = forgiven * step;
  // The wait is short only where it begins within the start period.
  return { at: free + (free < startPeriod ? early : interval), forgiven };
};

/** The same where a wait that is longer than what is left of the start period ends with it. */
const firstCutShort: FirstOf = (startPeriod, early, interval, takes) => {
  const step = early + takes;
  const whole = startPeriod < interval ? 0 : Math.floor((startPeriod - interval) / step) + 1;
  const last = (whole - 1) * step + early;
  if (whole > 0 && last >= startPeriod) return { at: last, forgiven: whole - 1 };
  const waits = whole * step;
  return { at: waits < startPeriod ? startPeriod : waits + interval, forgiven: whole };
};

function positive(value: number | undefined, otherwise: number): number {
  return value !== undefined && value > 0 ? value : otherwise;
}
