import { describe, expect, it } from 'vitest';
import { faultKinds } from './faultKinds.ts';
import { blastRadius, type FaultCell, playFault } from './faults.ts';
import type { Behaviour } from './scenario.ts';
import { simulate } from './simulate.ts';
import { payments, scenarioWith, taskOf } from './testing/tasks.ts';

const SIX: Record<string, Behaviour> = {
  'secrets-init': { pullSeconds: 1, exits: { afterSeconds: 2, code: 0 } },
  envoy: { pullSeconds: 2, readyAfterSeconds: 9, sigtermExit: { afterSeconds: 0.6, code: 0 } },
  'log-router': { pullSeconds: 1.6, sigtermExit: { afterSeconds: 2.7, code: 0 } },
  app: { pullSeconds: 2, sigtermExit: { afterSeconds: 1.3, code: 0 } },
};
const planned = scenarioWith(payments, SIX);

function line({ container, fault, phase, at, outcome, figure, ends, waits }: FaultCell): string {
  const number = figure === undefined ? '' : ` ${figure.seconds} ${figure.of}`;
  const dead = ends.map(({ container, how, at }) => `${container} ${how} ${at}`).join(', ');
  const wait = waits ? ` (${waits.container} waits for ${waits.on} ${waits.condition})` : '';
  return `${container} ${fault} ${phase} at ${at}: ${outcome}${number}${wait}${dead && `; ${dead}`}`;
}

describe('the blast radius of the payments task', () => {
  it('is this', () => {
    expect(blastRadius(payments, planned).cells.map(line)).toMatchInlineSnapshot(`
      [
        "secrets-init exits0 starting at 3: asPlanned",
        "secrets-init exits1 starting at 3: neverRuns 5.7 start; secrets-init exits 3, app givenUp 3, envoy signalled 3.6, log-router signalled 5.7",
        "secrets-init killed starting at 3: neverRuns 5.7 start; secrets-init exits 3, app givenUp 3, envoy signalled 3.6, log-router signalled 5.7",
        "secrets-init cannotStart starting at 1: neverRuns 1 start; app givenUp 1, secrets-init cannotStart 1, envoy neverRuns 1, log-router neverRuns 1",
        "secrets-init ignoresSigterm starting at 2: asPlanned",
        "envoy exits0 starting at 7: neverRuns 2.7 fault; envoy exits 7, app neverRuns 7, log-router signalled 9.7",
        "envoy exits0 running at 74: stops 4 fault; envoy exits 74, app signalled 75.3, log-router signalled 78",
        "envoy exits1 starting at 7: neverRuns 2.7 fault; envoy exits 7, app neverRuns 7, log-router signalled 9.7",
        "envoy exits1 running at 74: stops 4 fault; envoy exits 74, app signalled 75.3, log-router signalled 78",
        "envoy killed starting at 7: neverRuns 2.7 fault; envoy exits 7, app neverRuns 7, log-router signalled 9.7",
        "envoy killed running at 74: stops 4 fault; envoy exits 74, app signalled 75.3, log-router signalled 78",
        "envoy neverHealthy starting at 2: hangs (app waits for envoy HEALTHY)",
        "envoy turnsUnhealthy running at 74: replaced",
        "envoy cannotStart starting at 2: neverRuns 4.7 start; app neverRuns 2, envoy cannotStart 2, log-router signalled 4.7",
        "envoy ignoresSigterm starting at 8: slowStop 27.3 longer; envoy killed 38",
        "envoy ignoresSigterm running at 74: slowStop 27.3 longer; envoy killed 105.3",
        "log-router exits0 starting at 7.8: neverRuns 0.6 fault; log-router exits 7.8, app neverRuns 7.8, envoy signalled 8.4",
        "log-router exits0 running at 74: losesLogs 1.3 logs; log-router exits 74, app signalled 75.3, envoy signalled 75.9",
        "log-router exits1 starting at 7.8: neverRuns 0.6 fault; log-router exits 7.8, app neverRuns 7.8, envoy signalled 8.4",
        "log-router exits1 running at 74: losesLogs 1.3 logs; log-router exits 74, app signalled 75.3, envoy signalled 75.9",
        "log-router killed starting at 7.8: neverRuns 0.6 fault; log-router exits 7.8, app neverRuns 7.8, envoy signalled 8.4",
        "log-router killed running at 74: losesLogs 1.3 logs; log-router exits 74, app signalled 75.3, envoy signalled 75.9",
        "log-router cannotStart starting at 1.6: neverRuns 2.6 start; app neverRuns 1.6, envoy neverRuns 1.6, log-router cannotStart 1.6, secrets-init signalled 2.6",
        "log-router ignoresSigterm starting at 7.8: slowStop 27.3 longer; log-router killed 37.8",
        "log-router ignoresSigterm running at 74: slowStop 27.3 longer; log-router killed 105.3",
        "app exits0 running at 74: stops 2.7 fault; app exits 74, envoy signalled 74.6, log-router signalled 76.7",
        "app exits1 running at 74: stops 2.7 fault; app exits 74, envoy signalled 74.6, log-router signalled 76.7",
        "app killed running at 74: stops 2.7 fault; app exits 74, envoy signalled 74.6, log-router signalled 76.7",
        "app cannotStart starting at 14: neverRuns 16.7 start; app cannotStart 14, envoy signalled 14.6, log-router signalled 16.7",
        "app ignoresSigterm running at 74: slowStop 28.7 longer; app killed 104, envoy signalled 104.6, log-router signalled 106.7",
      ]
    `);
  });

  it('plays each cell: the scenario gives the run that was judged', () => {
    for (const cell of blastRadius(payments, planned).cells) {
      const run = simulate(payments, cell.scenario);
      expect(run.task.stoppedAt, line(cell)).toBe(cell.stoppedAt);
      for (const { container, at } of cell.ends) {
        expect(run.containers.find(({ key }) => key === container)?.stoppedAt).toBe(at);
      }
    }
  });

  it('differs from the plan wherever it says so, from the second of the fault on and not before', () => {
    for (const cell of blastRadius(payments, planned).cells) {
      const plan = simulate(payments, cell.plan);
      const run = simulate(payments, cell.scenario);
      const differ = JSON.stringify(run.events) !== JSON.stringify(plan.events);
      if (cell.outcome !== 'asPlanned') expect(differ, line(cell)).toBe(true);
      const earlier = (events: typeof run.events) => events.filter(({ at }) => at < cell.at);
      expect(earlier(run.events), line(cell)).toEqual(earlier(plan.events));
    }
  });
});

describe('each fault', () => {
  it('is one cell of the blast radius', () => {
    for (const cell of blastRadius(payments, planned).cells)
      expect(playFault(payments, planned, cell)).toEqual(cell);
  });

  it('is not there for who cannot have it', () => {
    const cells = blastRadius(payments, planned).cells;
    const faultsOf = (name: string) =>
      new Set(cells.flatMap((cell) => (cell.container === name ? cell.fault : [])));
    expect(faultsOf('app')).not.toContain('neverHealthy');
    expect(faultsOf('app')).not.toContain('turnsUnhealthy');
    expect([...faultsOf('envoy')]).toEqual(faultKinds.map(({ id }) => id));
    expect(cells.some(({ container, phase }) => container === 'secrets-init' && phase === 'running')).toBe(
      false,
    );
    expect(
      cells.some(
        ({ container, phase, fault }) =>
          container === 'app' && phase === 'starting' && fault !== 'cannotStart',
      ),
    ).toBe(false);
  });
});

describe('a router that is not essential', () => {
  const task = taskOf(
    { name: 'router', essential: false, firelensConfiguration: { type: 'fluentbit' } },
    { name: 'app', logConfiguration: { logDriver: 'awsfirelens' } },
  );
  it('leaves the app blind when it dies', () => {
    const cell = playFault(task, scenarioWith(task, {}), {
      container: 'router',
      fault: 'exits1',
      phase: 'running',
    });
    expect(cell).toMatchObject({ outcome: 'runsBlind', ends: [{ container: 'router', how: 'exits' }] });
    expect(cell?.logsLost).toBeGreaterThan(800);
  });
});

describe('a restart policy', () => {
  const task = taskOf(
    { name: 'side', restartPolicy: { enabled: true, restartAttemptPeriod: 1800 } },
    { name: 'app', dependsOn: [{ containerName: 'side', condition: 'START' }] },
  );
  it('brings back who ran long enough, and not who died at once', () => {
    const scenario = scenarioWith(task, {});
    const { cells, horizonSeconds } = blastRadius(task, scenario);
    const outcomes = cells.filter(({ container, fault }) => container === 'side' && fault === 'exits1');
    expect(outcomes.map(({ phase, outcome }) => [phase, outcome])).toEqual([
      ['starting', 'neverRuns'],
      ['running', 'restarts'],
    ]);
    expect(horizonSeconds).toBeGreaterThan(1800);
  });
});

describe('who waits without a startTimeout', () => {
  it('hangs when the other never gets there', () => {
    const cell = playFault(payments, planned, {
      container: 'envoy',
      fault: 'neverHealthy',
      phase: 'starting',
    });
    expect(cell).toMatchObject({
      outcome: 'hangs',
      waits: { container: 'app', on: 'envoy', condition: 'HEALTHY' },
      ends: [],
    });
    expect(cell?.figure).toBeUndefined();
  });
});

describe('an unhealthy essential container', () => {
  it('is replaced by a service, and nobody minds when the task stands alone', () => {
    const fault = { container: 'envoy', fault: 'turnsUnhealthy', phase: 'running' } as const;
    expect(playFault(payments, planned, fault)?.outcome).toBe('replaced');
    const alone = { ...planned, environment: { launchedBy: 'standalone' } as const };
    expect(playFault(payments, alone, fault)?.outcome).toBe('runsOn');
  });
});
