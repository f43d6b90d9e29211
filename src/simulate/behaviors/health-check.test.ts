import { describe, expect, it } from 'vitest';
import type { HealthCheck } from '../../model/containerDefinition.ts';
import type { Behaviour, Environment } from '../scenario.ts';
import { container, runOf, taskOf } from '../testing/tasks.ts';

/** One container that starts at 0; what its checks find until the horizon. */
function probed(
  healthCheck: HealthCheck,
  behaviour: Behaviour,
  { horizonSeconds = 100, environment = {} as Environment } = {},
) {
  const task = taskOf({ name: 'db', healthCheck: { command: ['CMD', 'true'], ...healthCheck } });
  const db = { pullSeconds: 0, ...behaviour };
  const run = runOf(task, { db }, { horizonSeconds, environment, stopRequestedAt: Number.NaN });
  const changes = run.events.flatMap(({ at, type }) =>
    type === 'healthy' || type === 'unhealthy' ? [`${type} ${at}`] : [],
  );
  const probes = container(run, 'db').probes.map(
    ({ at, passed, forgiven }) => `${at}${passed ? '+' : forgiven ? '~' : '-'}`,
  );
  return { changes, probes };
}

describe('a health check', () => {
  it('runs first one interval after the start, 30 s by default', () => {
    expect(probed({}, { readyAfterSeconds: 0 })).toEqual({
      changes: ['healthy 30'],
      probes: ['30+', '60+', '90+'],
    });
  });

  it('runs every 5 s in a start period until it passes, then at its interval', () => {
    expect(probed({ interval: 20, startPeriod: 40 }, { readyAfterSeconds: 12 })).toEqual({
      changes: ['healthy 15'],
      probes: ['5~', '10~', '15+', '35+', '55+', '75+', '95+'],
    });
  });

  it('keeps to its interval in a start period on Docker before 25', () => {
    const environment = { healthProbes: 'older' } as const;
    expect(
      probed({ interval: 20, startPeriod: 40 }, { readyAfterSeconds: 12 }, { environment }).probes[0],
    ).toBe('20+');
  });

  it('falls on the end of the start period with the newest Docker, healthy before or not', () => {
    const environment = { healthProbes: 'newest' } as const;
    const newest = (healthCheck: Parameters<typeof probed>[0], readyAfterSeconds: number) =>
      probed(healthCheck, { readyAfterSeconds }, { environment, horizonSeconds: 70 });
    expect(newest({ interval: 10, startPeriod: 18 }, 100)).toEqual({
      changes: ['unhealthy 38'],
      probes: ['5~', '10~', '18-', '28-', '38-', '48-', '58-', '68-'],
    });
    expect(newest({ interval: 30, startPeriod: 20 }, 0), 'no check comes before that').toEqual({
      changes: ['healthy 20'],
      probes: ['20+', '50+'],
    });
    expect(newest({ interval: 20, startPeriod: 45 }, 12)).toEqual({
      changes: ['healthy 15'],
      probes: ['5~', '10~', '15+', '35+', '45+', '65+'],
    });
    expect(newest({ interval: 20 }, 12)).toEqual({ changes: ['healthy 20'], probes: ['20+', '40+', '60+'] });
  });

  it('counts failures from the end of the start period on, and makes UNHEALTHY after `retries` of them', () => {
    expect(
      probed({ interval: 10, retries: 2, startPeriod: 10 }, { neverHealthy: true }, { horizonSeconds: 40 }),
    ).toEqual({
      changes: ['unhealthy 20'],
      probes: ['5~', '10-', '20-', '30-'],
    });
  });

  it('makes an UNHEALTHY container HEALTHY again with one pass', () => {
    expect(probed({ interval: 10, retries: 2 }, { readyAfterSeconds: 45 }, { horizonSeconds: 70 })).toEqual({
      changes: ['unhealthy 20', 'healthy 50'],
      probes: ['10-', '20-', '30-', '40-', '50+', '60+'],
    });
  });

  it('that hangs takes its whole timeout, and the next one an interval more', () => {
    const hung = { readyAfterSeconds: 0, unhealthyAfterSeconds: 15 };
    expect(probed({ interval: 10, timeout: 4, retries: 2 }, hung, { horizonSeconds: 60 })).toEqual({
      changes: ['healthy 10', 'unhealthy 38'],
      probes: ['10+', '20-', '34-', '48-'],
    });
  });

  it('counts again from zero after a restart', () => {
    const task = taskOf({
      name: 'db',
      healthCheck: { command: ['CMD', 'true'], interval: 10 },
      restartPolicy: { enabled: true, restartAttemptPeriod: 0 },
    });
    const run = runOf(
      task,
      { db: { pullSeconds: 0, readyAfterSeconds: 0, exitsByRun: [{ afterSeconds: 25, code: 1 }, null] } },
      { horizonSeconds: 50, stopRequestedAt: Number.NaN },
    );
    const db = container(run, 'db');
    expect(db.probes.map(({ at }) => at)).toEqual([10, 20, 35, 45]);
    expect(db.spans.map(({ from, state }) => `${state} ${from}`)).toEqual([
      'notReady 0',
      'healthy 10',
      'notReady 25',
      'healthy 35',
    ]);
  });

  it('counts a failure in the start period once a check has passed', () => {
    const hung = { readyAfterSeconds: 0, unhealthyAfterSeconds: 12 };
    expect(probed({ interval: 5, retries: 2, startPeriod: 60 }, hung, { horizonSeconds: 30 })).toEqual({
      changes: ['healthy 5', 'unhealthy 30'],
      probes: ['5+', '10+', '15-', '25-'],
    });
  });

  it('forgets the failures of the run before a restart', () => {
    const task = taskOf({
      name: 'db',
      healthCheck: { command: ['CMD', 'true'], interval: 10, retries: 3 },
      restartPolicy: { enabled: true, restartAttemptPeriod: 0 },
    });
    const run = runOf(
      task,
      { db: { pullSeconds: 0, neverHealthy: true, exitsByRun: [{ afterSeconds: 25, code: 1 }, null] } },
      { horizonSeconds: 60, stopRequestedAt: Number.NaN },
    );
    expect(run.events.filter(({ type }) => type === 'unhealthy').map(({ at }) => at)).toEqual([55]);
  });

  it('of a stopped container counts as unhealthy, so HEALTHY does not hold any more', () => {
    const task = taskOf(
      { name: 'db', essential: false, healthCheck: { command: ['CMD', 'true'], interval: 5 } },
      { name: 'slow', essential: false },
      {
        name: 'app',
        dependsOn: [
          { containerName: 'db', condition: 'HEALTHY' },
          { containerName: 'slow', condition: 'START' },
        ],
      },
    );
    const run = runOf(task, {
      db: { pullSeconds: 0, readyAfterSeconds: 0, exits: { afterSeconds: 8, code: 0 } },
      slow: { pullSeconds: 20 },
    });
    expect(
      run.events.filter(({ container }) => container === 'app').map(({ at, type }) => `${type} ${at}`),
    ).toEqual(['gateReleased 5', 'gateLapsed 8', 'gateReleased 20', 'cancelled 3600']);
  });

  it('is overruled by a health that the scenario reports', () => {
    expect(probed({}, { healthyAfterSeconds: 7.5, unhealthyAfterSeconds: 50 })).toEqual({
      changes: ['healthy 7.5', 'unhealthy 50'],
      probes: [],
    });
  });
});
