import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HealthCheck } from '../../src/model/containerDefinition.ts';
import type { Behaviour } from '../../src/simulate/scenario.ts';
import { simulate } from '../../src/simulate/simulate.ts';
import { healthTimes } from './healthTimes.ts';

function simulated(
  healthCheck: HealthCheck,
  behaviour: Behaviour,
  healthProbes: 'docker25' | 'newest' | 'older',
) {
  const task = {
    containerDefinitions: [{ name: 'app', image: 'app', healthCheck: { command: ['CMD'], ...healthCheck } }],
  };
  const { events } = simulate(task, {
    id: 'x',
    name: 'x',
    behaviours: { app: { pullSeconds: 0, startSeconds: 0, ...behaviour } },
    environment: { healthProbes },
    expectations: [],
    horizonSeconds: 100_000,
  });
  return events.find(({ type }) => type === 'healthy' || type === 'unhealthy')?.at;
}

it('the defaults give HEALTHY after 30 s at the earliest, UNHEALTHY after 90 s, or 105 s when the checks hang', () => {
  expect(healthTimes({})).toEqual({ healthyAt: 30, unhealthyAt: 90, unhealthyHangingAt: 105, forgiven: 0 });
});

it('in a start period Docker 25 checks every 5 s, older hosts by the interval', () => {
  const check = { interval: 10, retries: 2, startPeriod: 12 };
  expect(healthTimes(check)).toMatchObject({ healthyAt: 5, unhealthyAt: 25, forgiven: 2 });
  expect(healthTimes(check, 'older')).toMatchObject({ healthyAt: 10, unhealthyAt: 30, forgiven: 1 });
});

it('the times are those of the simulator for every health check that ECS takes', () => {
  const check = fc.record(
    {
      interval: fc.integer({ min: 5, max: 300 }),
      timeout: fc.integer({ min: 2, max: 60 }),
      retries: fc.integer({ min: 1, max: 10 }),
      startPeriod: fc.integer({ min: 0, max: 300 }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      check,
      fc.constantFrom('docker25' as const, 'newest' as const, 'older' as const),
      (healthCheck, probes) => {
        const times = healthTimes(healthCheck, probes);
        const timeout = healthCheck.timeout ?? 5;
        expect(simulated(healthCheck, { readyAfterSeconds: 0 }, probes)).toBe(times.healthyAt);
        expect(simulated(healthCheck, { neverHealthy: true, failingCheckSeconds: 0 }, probes)).toBe(
          times.unhealthyAt,
        );
        expect(simulated(healthCheck, { neverHealthy: true, failingCheckSeconds: timeout }, probes)).toBe(
          times.unhealthyHangingAt,
        );
      },
    ),
    { numRuns: 100 },
  );
});

it('values that make no sense count as the defaults', () => {
  expect(healthTimes({ interval: 0, timeout: -1, retries: 0, startPeriod: -5 })).toEqual(healthTimes({}));
});
