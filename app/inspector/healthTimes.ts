/** When the health check of a container can first speak: the arithmetic of interval, timeout, retries and start period. */
import type { HealthCheck } from '../../src/model/containerDefinition.ts';

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
 * Docker 25 and later check every 5 s within a start period until one passes. UNHEALTHY needs `retries` failures of
 * checks that begin after the start period. Values that make no sense count as ECS's defaults. Source: moby,
 * daemon/health.go; API reference, HealthCheck.
 */
export function healthTimes(check: HealthCheck, probes: 'docker25' | 'older' = 'docker25'): HealthTimes {
  const interval = positive(check.interval, 30);
  const timeout = positive(check.timeout, 5);
  const retries = positive(check.retries, 3);
  const startPeriod = Math.max(0, check.startPeriod ?? 0);
  const early = probes === 'docker25' ? START_INTERVAL : interval;
  const counting = (takes: number) => {
    const first = firstCounting(startPeriod, early, interval, takes);
    return { ...first, end: first.at + takes + (retries - 1) * (interval + takes) };
  };
  const quick = counting(0);
  return {
    healthyAt: startPeriod > 0 ? early : interval,
    unhealthyAt: quick.end,
    unhealthyHangingAt: counting(timeout).end,
    forgiven: quick.forgiven,
  };
}

/** The first check that begins after the start period, and how many began before. */
function firstCounting(
  startPeriod: number,
  early: number,
  interval: number,
  takes: number,
): { readonly at: number; readonly forgiven: number } {
  if (startPeriod === 0) return { at: interval, forgiven: 0 };
  const step = early + takes;
  const forgiven = Math.max(0, Math.ceil((startPeriod - early) / step));
  const free = forgiven * step;
  // The wait is short only where it begins within the start period.
  return { at: free + (free < startPeriod ? early : interval), forgiven };
}

function positive(value: number | undefined, otherwise: number): number {
  return value !== undefined && value > 0 ? value : otherwise;
}
