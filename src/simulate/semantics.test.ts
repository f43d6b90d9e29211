/** What the agent does, statement by statement, where no vector and no other test says it. */
import { describe, expect, it } from 'vitest';
import { testCondition } from './condition.ts';
import { container, runOf, taskOf } from './testing/tasks.ts';
import { KNOWN } from './world.ts';

const healthCheck = { command: ['CMD', 'true'] };
const at0 = { pullSeconds: 0 };
const waits = (containerName: string, condition: 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY') => ({
  containerName,
  condition,
});
const typesOf = (run: ReturnType<typeof runOf>, key: string) =>
  run.events.flatMap(({ container: of, type }) => (of === key ? [type] : []));

describe('states', () => {
  it('come one after the other, never back', () => {
    const run = runOf(taskOf({ name: 'app' }), { app: { startSeconds: 1 } }, { stopRequestedAt: 10 });
    expect(typesOf(run, 'app')).toEqual([
      'pullStarted',
      'pullEnded',
      'created',
      'started',
      'signalled',
      'exited',
    ]);
  });

  it('of a container that still pulls when the task stops: STOPPED at once, no signal, no code', () => {
    const run = runOf(taskOf({ name: 'app' }), { app: { pullSeconds: 50 } }, { stopRequestedAt: 10 });
    expect(container(run, 'app')).toMatchObject({ stoppedAt: 10 });
    expect(container(run, 'app').signalledAt).toBeUndefined();
    expect(container(run, 'app').exitCode).toBeUndefined();
  });

  it('of the task: RUNNING with the last container that starts or has already stopped; one that waits holds it', () => {
    const task = taskOf(
      { name: 'init', essential: false },
      { name: 'slow' },
      { name: 'never', essential: false, dependsOn: [waits('slow', 'COMPLETE')] },
    );
    const behaviours = {
      init: { exits: { afterSeconds: 1, code: 3 } },
      slow: { pullSeconds: 30, exitsByRun: [null] },
    };
    expect(runOf(task, behaviours).task.spans[0]).toMatchObject({ status: 'PENDING', to: 3600 });
    const without = taskOf({ name: 'init', essential: false }, { name: 'slow' });
    expect(runOf(without, behaviours).task.runningAt).toBe(30);
  });

  it('of the task go from PENDING to STOPPED when an essential container ends before all run', () => {
    const run = runOf(taskOf({ name: 'app' }, { name: 'slow' }), {
      app: { pullSeconds: 1, exits: { afterSeconds: 1, code: 0 } },
      slow: { pullSeconds: 30 },
    });
    expect(run.task.spans.map(({ status }) => status)).toEqual(['PENDING', 'STOPPED']);
  });
});

describe('dependsOn', () => {
  it('is all of its entries: one that can never hold decides, though others only wait', () => {
    const run = runOf(
      taskOf(
        { name: 'bad', essential: false },
        { name: 'good', essential: false, healthCheck },
        { name: 'app', dependsOn: [waits('good', 'HEALTHY'), waits('bad', 'SUCCESS')] },
      ),
      { bad: { ...at0, exits: { afterSeconds: 5, code: 1 } }, good: { ...at0, neverHealthy: true } },
    );
    expect(container(run, 'app')).toMatchObject({ exitCode: 143, stoppedAt: 5 });
  });

  it('tests both of two entries for one container', () => {
    const run = runOf(
      taskOf(
        { name: 'db', essential: false, healthCheck: { ...healthCheck, interval: 5 } },
        { name: 'app', dependsOn: [waits('db', 'START'), waits('db', 'HEALTHY')] },
      ),
      { db: { pullSeconds: 1, readyAfterSeconds: 0 } },
    );
    expect(container(run, 'app').pullStartedAt).toBe(6);
  });

  it('on a container that the task does not have can never hold', () => {
    for (const condition of ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'] as const)
      expect(testCondition(condition, undefined, KNOWN.NONE)).toBe('missing');
  });
});

describe('App Mesh', () => {
  it('orders nothing: whoever needs Envoy must say so', () => {
    const task = {
      ...taskOf({ name: 'envoy', healthCheck }, { name: 'app' }),
      proxyConfiguration: { type: 'APPMESH' as const, containerName: 'envoy' },
    };
    const run = runOf(task, { envoy: { pullSeconds: 30 }, app: { pullSeconds: 1 } });
    expect(container(run, 'app')).toMatchObject({ startedAt: 1, gates: [] });
  });
});

describe('a health check', () => {
  const life = (check: object, behaviour: object) =>
    container(
      runOf(
        taskOf({ name: 'db', healthCheck: { ...healthCheck, ...check } }),
        { db: { ...at0, ...behaviour } },
        {
          stopRequestedAt: 200,
        },
      ),
      'db',
    );

  it('without numbers: every 30 s, 5 s at most, unhealthy after 3 failures', () => {
    const hung = life({}, { readyAfterSeconds: 0, unhealthyAfterSeconds: 31 });
    expect(hung.probes.slice(0, 4).map(({ at }) => at)).toEqual([30, 60, 95, 130]);
    expect(hung.spans.find(({ state }) => state === 'unhealthy')?.from).toBe(135);
  });

  it('waits its 5 s out beyond the end of the start period, as Docker 25 does', () => {
    const { probes } = life({ interval: 30, startPeriod: 12 }, { readyAfterSeconds: 11 });
    expect(probes.slice(0, 4).map(({ at }) => at)).toEqual([5, 10, 15, 45]);
  });

  it('that fails restarts nothing, and stops nothing', () => {
    const run = runOf(
      taskOf({
        name: 'db',
        healthCheck: { ...healthCheck, interval: 5 },
        restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
      }),
      { db: { neverHealthy: true } },
    );
    expect(container(run, 'db')).toMatchObject({ restarts: 0, signalledAt: 3600 });
  });
});

describe('startTimeout', () => {
  it('of 0 is none, and it means nothing to a container that nobody waits for', () => {
    const db = { name: 'db', essential: false, healthCheck: { ...healthCheck, interval: 5 } };
    const app = { name: 'app', dependsOn: [waits('db', 'HEALTHY')] };
    const slow = { db: { ...at0, readyAfterSeconds: 100 } };
    expect(container(runOf(taskOf({ ...db, startTimeout: 0 }, app), slow), 'app').startedAt).toBeGreaterThan(
      100,
    );
    const alone = runOf(taskOf({ ...db, startTimeout: 10 }, { name: 'app' }), slow);
    expect(typesOf(alone, 'db')).not.toContain('startTimeoutPassed');
  });
});

describe('essential', () => {
  it('is what a container is when nothing is said', () => {
    const ends = { app: { exits: { afterSeconds: 5, code: 0 } } };
    expect(runOf(taskOf({ name: 'app' }, { name: 'other' }), ends).task.stopCause).toBe('app');
    const said = runOf(taskOf({ name: 'app', essential: false }, { name: 'other' }), ends);
    expect(said.task.stopCause).toBe('StopTask');
  });

  it('nobody: the task lives until the last container has stopped', () => {
    const run = runOf(taskOf({ name: 'a', essential: false }, { name: 'b', essential: false }), {
      a: { ...at0, exits: { afterSeconds: 5, code: 1 } },
      b: { ...at0, exits: { afterSeconds: 9, code: 0 } },
    });
    expect(run.task).toMatchObject({ runningAt: 0, stoppedAt: 9 });
    expect(run.task.stopCause).toBeUndefined();
  });
});

describe('stopping', () => {
  it('starts nobody who waits, pulls for nobody, and restarts nobody', () => {
    const run = runOf(
      taskOf(
        { name: 'init', essential: false },
        { name: 'app', dependsOn: [waits('init', 'SUCCESS')] },
        { name: 'loop', restartPolicy: { enabled: true, restartAttemptPeriod: 5 } },
      ),
      {
        init: { ...at0, exitsByRun: [null], sigtermExit: { afterSeconds: 1, code: 0 } },
        loop: { ...at0, exits: { afterSeconds: 12, code: 1 }, sigtermExit: { afterSeconds: 8, code: 1 } },
      },
      { stopRequestedAt: 10 },
    );
    expect(container(run, 'app')).toMatchObject({ stoppedAt: 10 });
    expect(container(run, 'app').pullStartedAt).toBeUndefined();
    expect(container(run, 'loop')).toMatchObject({ restarts: 0, stoppedAt: 12, exitCode: 1 });
  });

  it('takes no host timeout of less than a second', () => {
    const stoppedAt = (hostStopTimeout: number) =>
      runOf(taskOf({ name: 'app' }), { app: { ignoresSigterm: true } }, { environment: { hostStopTimeout } })
        .task.stoppedAt;
    expect([stoppedAt(0.5), stoppedAt(1), stoppedAt(0)]).toEqual([3630, 3601, 3630]);
  });
});

describe('a restart', () => {
  const loop = { name: 'loop', dependsOn: [waits('init', 'SUCCESS')] };
  const init = { name: 'init', essential: false };

  it('comes after 300 s of running when no period is said, for code 0 too', () => {
    const restarts = (afterSeconds: number) =>
      container(
        runOf(taskOf({ name: 'app', restartPolicy: { enabled: true } }), {
          app: { ...at0, exitsByRun: [{ afterSeconds, code: 0 }, null] },
        }),
        'app',
      ).restarts;
    expect([restarts(299.9), restarts(300)]).toEqual([0, 1]);
  });

  it('pulls nothing, looks at no dependency, keeps the container RUNNING and the task too', () => {
    const run = runOf(taskOf(init, { ...loop, restartPolicy: { enabled: true, restartAttemptPeriod: 60 } }), {
      init: at0,
      loop: { ...at0, exitsByRun: [{ afterSeconds: 70, code: 9 }, null] },
    });
    expect(typesOf(run, 'loop').filter((type) => type === 'pullStarted')).toHaveLength(1);
    expect(container(run, 'loop')).toMatchObject({ restarts: 1, signalledAt: 3600 });
    expect(run.task.stopCause).toBe('StopTask');
  });

  it('keeps START met, and HEALTHY comes again with the next check', () => {
    const db = {
      name: 'db',
      essential: false,
      healthCheck: { ...healthCheck, interval: 5 },
      restartPolicy: { enabled: true, restartAttemptPeriod: 0 },
    };
    const app = (condition: 'START' | 'HEALTHY') => ({ name: 'app', dependsOn: [waits('db', condition)] });
    const behaviours = {
      db: { ...at0, startSeconds: 2, readyAfterSeconds: 0, exitsByRun: [{ afterSeconds: 3, code: 1 }, null] },
    };
    expect(container(runOf(taskOf(db, app('START')), behaviours), 'app').pullStartedAt).toBe(2);
    // Started at 2, left at 5, started again at 7, checked at 12.
    expect(container(runOf(taskOf(db, app('HEALTHY')), behaviours), 'app').pullStartedAt).toBe(12);
  });
});

describe('the words of ECS', () => {
  const app = { name: 'app', image: 'acme/app:1' };
  it.each([
    [
      'an essential exit',
      { exits: { afterSeconds: 30, code: 1 } },
      'EssentialContainerExited',
      'Essential container in task exited',
      undefined,
    ],
    [
      'no memory',
      { exits: { afterSeconds: 30, code: 137 } },
      'EssentialContainerExited',
      'Essential container in task exited',
      'OutOfMemoryError: Container killed due to memory usage',
    ],
    [
      'a refused start',
      { cannotStart: true },
      'TaskFailedToStart',
      'Task failed to start',
      'CannotStartContainerError: the runtime refused to start the container',
    ],
    [
      'a failed pull',
      { pullFails: true },
      'TaskFailedToStart',
      'CannotPullContainerError: failed to resolve ref acme/app:1',
      'CannotPullContainerError: failed to resolve ref acme/app:1',
    ],
    ['StopTask', {}, 'UserInitiated', 'Task stopped by user', undefined],
    ['StopTask on the deaf', { ignoresSigterm: true }, 'UserInitiated', 'Task stopped by user', undefined],
  ])('for %s', (_, behaviour, stopCode, stoppedReason, reason) => {
    const run = runOf(taskOf(app), { app: behaviour });
    expect(run.task).toMatchObject({ stopCode, stoppedReason });
    expect(container(run, 'app').reason).toBe(reason);
  });

  it('for one that is given up name the dependency and what became of it', () => {
    const run = runOf(
      taskOf({ name: 'init', essential: false }, { ...app, dependsOn: [waits('init', 'SUCCESS')] }),
      {
        init: { exits: { afterSeconds: 1, code: 1 } },
      },
    );
    expect(container(run, 'app').reason).toBe(
      'CannotStartContainerError: dependency graph: container ordering dependency [init] for target [app] did not exit successfully.',
    );
    expect(run.uncertain.map(({ kind }) => kind)).toContain('stopCode');
  });
});
