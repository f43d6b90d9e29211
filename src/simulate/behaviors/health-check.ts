import { fillQuietProbes } from '../probes.ts';
import { secondsOr } from '../seconds.ts';
import type { Due, Live, World } from '../world.ts';
import { log, schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** Docker runs the check, and tells how the container is. ECS stores that, and does nothing else about it. */
export const healthCheck: Behavior = {
  id: 'health-check',
  title:
    'The first check runs one interval after the start, each further one an interval after the one before has ended; Docker 25 and later check every 5 s in a start period until one passes, the newest also at its end. The first pass makes HEALTHY; `retries` failures in a row make UNHEALTHY, those in the start period before the first pass do not count; one pass makes it HEALTHY again.',
  source: 'moby, daemon/health.go (monitor, getInterval, handleProbeResult); API reference, HealthCheck',

  runs(world, container) {
    fillQuietProbes(container, world.now);
    container.failures = 0;
    if (!container.hasHealthCheck) return;
    container.health = 'UNKNOWN';
    const { healthyAfterSeconds, unhealthyAfterSeconds, neverHealthy } = container.behaviour;
    if (healthyAfterSeconds === undefined && !(neverHealthy && unhealthyAfterSeconds !== undefined)) {
      scheduleCheck(world, container);
      return;
    }
    if (healthyAfterSeconds !== undefined && !neverHealthy) {
      schedule(world, healthyAfterSeconds, 'healthIsReported', container, { value: 1 });
    }
    if (unhealthyAfterSeconds !== undefined) {
      schedule(world, unhealthyAfterSeconds, 'healthIsReported', container, { value: 0 });
    }
  },

  leaves(world, container) {
    fillQuietProbes(container, world.now);
    return false;
  },

  due: {
    healthIsReported(world, { value }, container) {
      const health = value === 1 ? 'HEALTHY' : 'UNHEALTHY';
      if (container.health === health) return false;
      container.health = health;
      log(world, value === 1 ? 'healthy' : 'unhealthy', container, { kind: 'process' });
      return true;
    },
    checkEnds,
  },
};

function checkEnds(world: World, { value, since }: Due, container: Live): boolean {
  const passed = value === 1;
  const before = container.health;
  fillQuietProbes(container, since);
  const inStartPeriod = since - container.runStartedAt < startPeriodOf(container);
  const forgiven = !passed && before === 'UNKNOWN' && inStartPeriod;
  container.probes.push(forgiven ? { at: since, passed, forgiven } : { at: since, passed });
  if (passed) container.failures = 0;
  else if (!forgiven) container.failures += 1;
  const because = { kind: 'check', passed, failures: container.failures, inStartPeriod } as const;
  log(world, passed ? 'checkPassed' : 'checkFailed', container, because);
  if (passed) container.health = 'HEALTHY';
  else if (container.failures >= retriesOf(container)) container.health = 'UNHEALTHY';
  const changed = container.health !== before;
  if (changed) log(world, passed ? 'healthy' : 'unhealthy', container, because);
  scheduleCheck(world, container, passed);
  return changed;
}

/**
 * The next check. A row of checks that all end as the last one did and change nothing is not gone through one by one:
 * it is noted as quiet, and only the first check with another result is scheduled.
 */
function scheduleCheck(world: World, container: Live, lastPassed?: boolean): void {
  const { runStartedAt } = container;
  const wait = waitBefore(world, container);
  const settled =
    container.health === (lastPassed ? 'HEALTHY' : 'UNHEALTHY') &&
    lastPassed !== undefined &&
    !isCutShort(world, container);
  let begins = world.now + wait;
  if (settled && passes(container, begins) === lastPassed) {
    const every = wait + (lastPassed ? 0 : failureTakes(container, begins));
    container.quiet = { from: begins, every, passed: lastPassed };
    const changes = runStartedAt + changesAfter(container, begins - runStartedAt);
    if (!Number.isFinite(changes)) return;
    begins += Math.ceil((changes - begins) / every) * every;
  }
  const passed = passes(container, begins);
  const takes = passed ? 0 : failureTakes(container, begins);
  schedule(world, begins + takes - world.now, 'checkEnds', container, {
    value: passed ? 1 : 0,
    since: begins,
  });
}

function passes({ behaviour, runStartedAt }: Live, at: number): boolean {
  const age = at - runStartedAt;
  if (behaviour.neverHealthy || age < behaviour.readyAfterSeconds) return false;
  return behaviour.unhealthyAfterSeconds === undefined || age < behaviour.unhealthyAfterSeconds;
}

/** The age at which checks begin to end otherwise than at `age`; infinite: never. */
function changesAfter({ behaviour }: Live, age: number): number {
  const { neverHealthy, readyAfterSeconds, unhealthyAfterSeconds = Number.POSITIVE_INFINITY } = behaviour;
  if (neverHealthy || age >= unhealthyAfterSeconds) return Number.POSITIVE_INFINITY;
  if (age >= readyAfterSeconds) return unhealthyAfterSeconds;
  return readyAfterSeconds < unhealthyAfterSeconds ? readyAfterSeconds : Number.POSITIVE_INFINITY;
}

/** A process that has never answered refuses at once; one that has stopped answering lets the check time out. */
function failureTakes({ behaviour, definition, runStartedAt }: Live, at: number): number {
  const timeout = secondsOr(definition.healthCheck?.timeout, DEFAULTS.timeout);
  const hangs = !behaviour.neverHealthy && at - runStartedAt >= behaviour.readyAfterSeconds;
  return Math.min(timeout, behaviour.failingCheckSeconds ?? (hangs ? timeout : 0));
}

function waitBefore(world: World, container: Live): number {
  const interval = container.definition.healthCheck?.interval;
  const own =
    interval !== undefined && interval > 0 ? secondsOr(interval, DEFAULTS.interval) : DEFAULTS.interval;
  const left = startPeriodLeft(world, container);
  if (isCutShort(world, container) && left < own) return left;
  const early = world.environment.healthProbes !== 'older' && container.health === 'UNKNOWN' && left > 0;
  return early ? START_INTERVAL : own;
}

/** The wait for a check may end with the start period. */
function isCutShort(world: World, container: Live): boolean {
  return world.environment.healthProbes === 'newest' && startPeriodLeft(world, container) > 0;
}

function startPeriodLeft(world: World, container: Live): number {
  return container.runStartedAt + startPeriodOf(container) - world.now;
}

function startPeriodOf({ definition }: Live): number {
  return secondsOr(definition.healthCheck?.startPeriod, 0);
}

function retriesOf({ definition }: Live): number {
  const retries = definition.healthCheck?.retries;
  return retries !== undefined && retries >= 1 ? retries : DEFAULTS.retries;
}

const DEFAULTS = { interval: 30, timeout: 5, retries: 3 };
/** Docker's own; the task definition cannot set it. */
const START_INTERVAL = 5;
