import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitScenario } from '../simulate/fitScenario.ts';
import { type RealRun, readRealRuns } from '../simulate/realRun.ts';
import { simulate } from '../simulate/simulate.ts';
import { payments, scenarioWith } from '../simulate/testing/tasks.ts';
import { whatHappened } from './realRun.ts';
import { meaningOf, stoppedReasons } from './stoppedReasons.ts';

/** As the command prints it; nothing of it comes from a real account. */
const described = {
  tasks: [
    {
      taskArn: 'arn:aws:ecs:eu-west-1:111122223333:task/pay/0af1',
      lastStatus: 'STOPPED',
      createdAt: '2026-03-01T10:00:00.000Z',
      pullStartedAt: '2026-03-01T10:00:10.000Z',
      pullStoppedAt: '2026-03-01T10:00:14.000Z',
      stoppingAt: '2026-03-01T10:00:17.000Z',
      stoppedAt: 1772359240.5,
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        { name: 'secrets-init', lastStatus: 'STOPPED', exitCode: 1, healthStatus: 'UNKNOWN' },
        { name: 'envoy', lastStatus: 'STOPPED', exitCode: 0 },
        { name: 'log-router', lastStatus: 'STOPPED', exitCode: 0 },
        { name: 'app', lastStatus: 'STOPPED', exitCode: 143 },
      ],
    },
  ],
  failures: [],
};

function only(data: unknown): RealRun {
  const [run] = readRealRuns(JSON.stringify(data)).runs;
  if (!run) throw new Error('no run');
  return run;
}

function withContainers(containers: readonly unknown[], more = {}): RealRun {
  return only({ tasks: [{ ...described.tasks[0], containers, ...more }] });
}

describe('the output of describe-tasks', () => {
  it('becomes lanes in seconds from the creation, whichever way times are written', () => {
    const run = only(described);
    expect(run).toMatchObject({
      id: '0af1',
      pullStartedAt: 10,
      pullStoppedAt: 14,
      stoppingAt: 17,
      stoppedAt: 40.5,
    });
    expect(run.spans.map(({ status, from, to }) => [status, from, to])).toEqual([
      ['PENDING', 0, 17],
      ['STOPPING', 17, 40.5],
      ['STOPPED', 40.5, 40.5],
    ]);
    expect(run.containers[1]?.spans.map(({ state, from }) => [state, from])).toEqual([
      ['waiting', 0],
      ['pulling', 10],
      ['running', 14],
      ['stopping', 17],
      ['exited', 40.5],
    ]);
  });

  it('is read from a list and from a single task too', () => {
    expect(only(described.tasks)).toEqual(only(described));
    expect(only(described.tasks[0])).toEqual(only(described));
  });

  it('never throws, and names what it cannot read with its place', () => {
    expect(readRealRuns('{').problems[0]?.text).toMatch(/not the JSON/);
    expect(readRealRuns('{"tasks":[]}').problems[0]?.text).toMatch(/no task in it/);
    const odd = {
      tasks: [7, { lastStatus: 'RUNNING', startedAt: 'soon', containers: [null] }],
      failures: [{ reason: 'MISSING' }],
    };
    const { runs, problems } = readRealRuns(JSON.stringify(odd));
    expect(runs).toHaveLength(1);
    expect(problems.map(({ path }) => path)).toEqual([
      ['tasks', 0],
      ['tasks', 1, 'startedAt'],
      ['tasks', 1, 'containers', 0],
      ['failures', 0],
    ]);
    fc.assert(
      fc.property(fc.anything(), (data) => {
        for (const run of readRealRuns(JSON.stringify({ tasks: [data] }) ?? '').runs)
          whatHappened(payments, run);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => readRealRuns(text).problems.length > 0));
  });
});

describe('what happened', () => {
  it('names the init container that failed, and the edge', () => {
    const happened = whatHappened(payments, only(described));
    expect(happened).toMatchObject({
      container: 'secrets-init',
      field: 'dependsOn',
      edge: { waits: 'app', on: 'secrets-init', condition: 'SUCCESS' },
    });
    expect(happened.text).toBe(
      'The task stopped 17.0 s after it was created, before it was RUNNING. secrets-init exited with code 1. app needs its SUCCESS and was given up with exit code 143; being essential, it ended the task.',
    );
  });

  it('names an essential container that left, one without memory, and one that could not start', () => {
    const left = withContainers([
      { name: 'envoy', lastStatus: 'STOPPED', exitCode: 2 },
      { name: 'app', exitCode: 143 },
    ]);
    expect(whatHappened(payments, left)).toMatchObject({ container: 'envoy', field: 'essential' });
    const memory = withContainers([
      { name: 'envoy', exitCode: 0 },
      { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
    ]);
    expect(whatHappened(payments, memory)).toMatchObject({ container: 'app', field: 'memory' });
    const image = withContainers([
      { name: 'envoy', exitCode: 0 },
      { name: 'app', reason: 'CannotPullContainerError: pull image manifest: manifest unknown: not found' },
    ]);
    expect(whatHappened(payments, image)).toMatchObject({ container: 'app', field: 'image' });
  });

  it('blames nobody when somebody stopped the task', () => {
    const stopped = withContainers(described.tasks[0]?.containers ?? [], {
      stopCode: 'UserInitiated',
      stoppedReason: 'Task stopped by user',
    });
    expect(whatHappened(payments, stopped).container).toBeUndefined();
    expect(whatHappened(payments, stopped).text).toMatch(/called StopTask/);
  });
});

describe('a scenario that is fitted to it', () => {
  it('pulls as long, and ends by the same container with the same codes', () => {
    const real = only(described);
    const run = simulate(payments, fitScenario(payments, scenarioWith(payments, {}), real));
    const lastPull =
      run.events.findLast(({ type, container }) => type === 'pullEnded' && container !== 'app')?.at ?? 0;
    expect(Math.abs(lastPull - 4)).toBeLessThan(0.1);
    expect(run.task.stoppingAt).toBeCloseTo(7, 1);
    expect(run.task.stopCause).toBe('app');
    expect(run.containers.map(({ key, exitCode }) => [key, exitCode])).toEqual(
      real.containers.map(({ name, exitCode }) => [name, exitCode]),
    );
  });

  it('stops when somebody stopped it', () => {
    const stopped = withContainers([{ name: 'app', exitCode: 0 }], { stopCode: 'UserInitiated' });
    expect(fitScenario(payments, scenarioWith(payments, {}), stopped).stopRequestedAt).toBe(7);
  });
});

describe('a reason alone', () => {
  it.each([
    [
      'CannotStartContainerError: dependency graph: container ordering dependency [envoy] for target [app] has timed out.',
      'dependency-timed-out',
      'envoy',
    ],
    [
      'CannotStartContainerError: dependency graph: container ordering dependency [init] for target [app] did not exit successfully.',
      'dependency-failed',
      'init',
    ],
    ['OutOfMemoryError: Container killed due to memory usage', 'out-of-memory', undefined],
    [
      'CannotPullContainerError: ref pull has been retried 5 time(s): dial tcp 3.4.5.6:443: i/o timeout',
      'pull-no-network',
      undefined,
    ],
    ['ResourceInitializationError: unable to pull secrets or registry auth', 'secrets-failed', undefined],
    [
      'CannotStartContainerError: exec: "foo": executable file not found in $PATH',
      'command-not-found',
      undefined,
    ],
    ['Task failed container health checks', 'health-checks', undefined],
    ['Essential container in task exited', 'essential-exited', undefined],
    ['Your Spot Task was interrupted.', 'spot', undefined],
  ])('%s', (text, id, container) => {
    expect(meaningOf(text)).toMatchObject({ id, ...(container !== undefined && { container }) });
  });

  it('is not invented, and every entry is a whole sentence', () => {
    expect(meaningOf('all is well')).toBeUndefined();
    expect(new Set(stoppedReasons.map(({ id }) => id)).size).toBe(stoppedReasons.length);
    for (const { means, todo } of stoppedReasons)
      for (const text of [means, todo]) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});
