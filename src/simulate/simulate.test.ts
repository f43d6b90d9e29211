import { describe, expect, it } from 'vitest';
import { criticalPath } from './criticalPath.ts';
import { endlessPending } from './endlessPending.ts';
import { handOffs } from './handOffs.ts';
import { holds } from './holds.ts';
import { stateAt } from './stateAt.ts';
import { container, payments, runOf, taskOf } from './testing/tasks.ts';

describe('the payments task as planned', () => {
  const run = runOf(payments);

  it('runs after envoy is healthy and the image of app is pulled', () => {
    expect(container(run, 'secrets-init')).toMatchObject({ startedAt: 1, stoppedAt: 3, exitCode: 0 });
    expect(container(run, 'envoy').spans.slice(0, 3)).toEqual([
      { from: 0, to: 2, state: 'pulling' },
      { from: 2, to: 12, state: 'notReady' },
      { from: 12, to: 3604, state: 'healthy' },
    ]);
    expect(container(run, 'app')).toMatchObject({ pullStartedAt: 12, startedAt: 14 });
    expect(run.task).toMatchObject({ runningAt: 14, stopCause: 'StopTask', stopCode: 'UserInitiated' });
  });

  it('stops app first, then envoy and log-router together', () => {
    expect(container(run, 'app')).toMatchObject({ signalledAt: 3600, stoppedAt: 3604 });
    expect(container(run, 'envoy').signalledAt).toBe(3604);
    expect(container(run, 'log-router').signalledAt).toBe(3604);
    expect(run.task.spans.map(({ status, from }) => [status, from])).toEqual([
      ['PENDING', 0],
      ['RUNNING', 14],
      ['STOPPING', 3600],
      ['STOPPED', 3606],
    ]);
  });

  it('shows of each container one state at every second, and what it waits for', () => {
    for (const { key, spans } of run.containers) {
      expect(spans[0]?.from, key).toBe(0);
      expect(spans.at(-1)?.to, key).toBe(run.endsAt);
      spans.forEach((span, place) => {
        if (place > 0) expect(span.from, key).toBe(spans[place - 1]?.to);
      });
    }
    expect(stateAt(run, 'app', 2)).toMatchObject({
      state: 'waiting',
      waitsFor: [
        { on: 'secrets-init', condition: 'SUCCESS' },
        { on: 'envoy', condition: 'HEALTHY' },
      ],
    });
    expect(stateAt(run, 'app', 8)?.waitsFor).toEqual([{ on: 'envoy', condition: 'HEALTHY' }]);
    expect(stateAt(run, 'app', 14)?.state).toBe('running');
  });

  it('is held by envoy, 9 s longer than by anything else', () => {
    const [hold] = holds(run);
    expect(hold).toMatchObject({ container: 'app', at: 12, seconds: 9, gate: { on: 'envoy' } });
    expect(criticalPath(run)).toEqual([
      { container: 'envoy', from: 0, to: 12 },
      { container: 'app', from: 12, to: 14, released: { on: 'envoy', condition: 'HEALTHY' } },
    ]);
  });

  it('hands the volume over from secrets-init to app', () => {
    expect(handOffs(payments, run)).toEqual([
      {
        volume: 'shared',
        writer: 'secrets-init',
        reader: 'app',
        writesFrom: 1,
        writtenAt: 3,
        readsFrom: 14,
        inOrder: true,
        assured: true,
      },
    ]);
  });

  it('waits for the Service Connect proxy when there is one, and then starts the router in no order', () => {
    const connected = runOf(payments, {}, { environment: { serviceConnect: true } });
    const proxy = container(connected, 'ecs-service-connect');
    expect(proxy.index).toBe(-1);
    expect(container(connected, 'log-router').pullStartedAt).toBe(4);
    expect(container(connected, 'app').gates.map(({ on }) => on)).toEqual([
      'secrets-init',
      'envoy',
      'ecs-service-connect',
    ]);
    const others = connected.containers.filter((other) => other !== proxy);
    expect(proxy.signalledAt).toBe(Math.max(...others.map(({ stoppedAt = 0 }) => stoppedAt)));
  });

  it('pulls every image at once on a host that pulls up front', () => {
    const upfront = runOf(payments, {}, { environment: { pullUpfront: true } });
    expect(container(upfront, 'app')).toMatchObject({ pullStartedAt: 0, startedAt: 12 });
    expect(criticalPath(upfront)).toEqual([{ container: 'envoy', from: 0, to: 12 }]);
    const nearly = runOf(payments, { app: { pullSeconds: 11 } }, { environment: { pullUpfront: true } });
    expect(holds(nearly)).toMatchObject([{ container: 'app', at: 12, seconds: 1 }]);
    const slow = runOf(payments, { app: { pullSeconds: 30 } }, { environment: { pullUpfront: true } });
    expect(holds(slow)).toMatchObject([{ container: 'app', seconds: 0 }]);
    expect(criticalPath(slow)).toEqual([{ container: 'app', from: 0, to: 30 }]);
  });
});

describe('what a run reports', () => {
  const wait = (condition: 'START' | 'COMPLETE' | 'SUCCESS' | 'HEALTHY', containerName: string) => ({
    dependsOn: [{ containerName, condition }],
  });

  it('kills at the end of stopTimeout what ignores the signal, and the waits of a chain add up', () => {
    const task = taskOf(
      { name: 'a', stopTimeout: 10 },
      { name: 'b', stopTimeout: 20, ...wait('START', 'a') },
    );
    const run = runOf(task, { a: { ignoresSigterm: true }, b: { ignoresSigterm: true } });
    expect(container(run, 'b')).toMatchObject({ signalledAt: 3600, stoppedAt: 3620, exitCode: 137 });
    expect(container(run, 'a')).toMatchObject({ signalledAt: 3620, stoppedAt: 3630, exitCode: 137 });
    expect(stateAt(run, 'b', 3625)?.state).toBe('killed');
  });

  it('awaits a start call in flight before it stops the container', () => {
    const task = taskOf({ name: 'slow' }, { name: 'quick' });
    const run = runOf(task, {
      slow: { pullSeconds: 1, startSeconds: 10 },
      quick: { pullSeconds: 1, exits: { afterSeconds: 2, code: 0 } },
    });
    expect(container(run, 'slow')).toMatchObject({ startedAt: 11, signalledAt: 11 });
    expect(run.task.stopCause).toBe('quick');
    expect(run.task.runningAt).toBeUndefined();
  });

  it('gives no exit code to dependents of an essential container that cannot start', () => {
    for (const turn of [false, true]) {
      const containers = [{ name: 'base' }, { name: 'app', ...wait('START', 'base') }];
      const run = runOf(taskOf(...(turn ? containers.reverse() : containers)), {
        base: { cannotStart: true },
      });
      expect(run.task.stopCause).toBe('base');
      expect(container(run, 'app').exitCode).toBeUndefined();
      expect(run.task.stopCode).toBe('TaskFailedToStart');
    }
  });

  it('says that list order decides when a START dependent of a given-up container starts or not', () => {
    const init = { name: 'init', essential: false };
    const mid = { name: 'mid', essential: false, ...wait('SUCCESS', 'init') };
    const app = { name: 'app', ...wait('START', 'mid') };
    const fails = { init: { exits: { afterSeconds: 2, code: 1 } } };
    const after = runOf(taskOf(init, mid, app), fails);
    const before = runOf(taskOf(init, app, mid), fails);
    expect(container(after, 'app').exitCode).toBe(143);
    expect(container(before, 'app').startedAt).toBeDefined();
    for (const run of [after, before]) {
      expect(run.uncertain.map(({ kind, container }) => [kind, container])).toContainEqual([
        'listOrder',
        'app',
      ]);
    }
  });

  it('restarts what ran long enough, until the horizon, and says that there is no end to it', () => {
    const restartPolicy = { enabled: true, restartAttemptPeriod: 60 };
    const run = runOf(
      taskOf({ name: 'app', restartPolicy }),
      { app: { pullSeconds: 0, startSeconds: 1, exits: { afterSeconds: 99, code: 1 } } },
      { horizonSeconds: 450, stopRequestedAt: Number.NaN },
    );
    expect(container(run, 'app').restarts).toBe(4);
    expect(container(run, 'app').spans.filter(({ state }) => state === 'restarting')).toEqual([
      { from: 100, to: 101, state: 'restarting' },
      { from: 200, to: 201, state: 'restarting' },
      { from: 300, to: 301, state: 'restarting' },
      { from: 400, to: 401, state: 'restarting' },
    ]);
    expect(run.uncertain).toMatchObject([{ kind: 'endlessRestarts', container: 'app' }]);
    expect(run.endsAt).toBe(450);
  });

  it('ends early when a container restarts without end in no time', () => {
    const restartPolicy = { enabled: true, restartAttemptPeriod: 0 };
    const run = runOf(taskOf({ name: 'app', restartPolicy }), {
      app: { exits: { afterSeconds: 0, code: 0 } },
    });
    expect(run.uncertain.map(({ kind }) => kind)).toContain('cutShort');
    expect(run.endsAt).toBe(2);
  });

  it('names a wait that can never end', () => {
    const noCheck = runOf(taskOf({ name: 'a' }, { name: 'b', ...wait('HEALTHY', 'a') }));
    expect(endlessPending(noCheck)).toEqual([
      {
        container: 'b',
        on: 'a',
        condition: 'HEALTHY',
        reason: 'noHealthCheck',
        certain: true,
        seconds: 3600,
      },
    ]);
    const gone = runOf(
      taskOf(
        { name: 'a', essential: false, healthCheck: { command: ['true'] } },
        { name: 'b', ...wait('HEALTHY', 'a') },
      ),
      { a: { exits: { afterSeconds: 5, code: 0 } } },
    );
    expect(endlessPending(gone)).toMatchObject([{ reason: 'stoppedUnhealthy', certain: true }]);
    const runsOn = runOf(taskOf({ name: 'a', essential: false }, { name: 'b', ...wait('COMPLETE', 'a') }), {
      a: { exitsByRun: [null] },
    });
    expect(endlessPending(runsOn)).toMatchObject([{ reason: 'runsOn', certain: false }]);
    expect(endlessPending(runOf(payments))).toEqual([]);
  });

  it('shows a reader that starts before its writer has finished', () => {
    const mount = { sourceVolume: 'shared', containerPath: '/shared' };
    const task = taskOf(
      { name: 'writer', essential: false, mountPoints: [mount] },
      { name: 'reader', mountPoints: [mount] },
    );
    const run = runOf(task, { writer: { exits: { afterSeconds: 5, code: 0 } } });
    expect(handOffs(task, run)).toMatchObject([{ writer: 'writer', reader: 'reader', inOrder: false }]);
  });

  it('knows no hand-over between two that both write until they are stopped', () => {
    const mount = { sourceVolume: 'shared', containerPath: '/shared' };
    const task = taskOf(
      { name: 'one', mountPoints: [mount] },
      { name: 'other', mountPoints: [mount], dependsOn: [{ containerName: 'one', condition: 'START' }] },
    );
    expect(handOffs(task, runOf(task))).toEqual([]);
  });

  it('counts in whole microseconds: sums of tenths that are equal on paper are equal', () => {
    const run = runOf(taskOf({ name: 'a' }, { name: 'b' }), {
      a: { pullSeconds: 0.3, startSeconds: 0 },
      b: { pullSeconds: 0.1, startSeconds: 0.2 },
    });
    expect(container(run, 'b').startedAt).toBe(container(run, 'a').startedAt);
  });

  it('reports the health of the task from its essential containers', () => {
    const run = runOf(payments, { envoy: { unhealthyAfterSeconds: 30 } });
    expect(run.task.health).toEqual([
      { at: 0, health: 'UNKNOWN' },
      { at: 12, health: 'HEALTHY' },
      // Started at 2.0 s: the checks that begin at 32, 39 and 46 s hang for their timeout of 2 s.
      { at: 48, health: 'UNHEALTHY' },
    ]);
    expect(run.task.stopCause).toBe('StopTask');
  });
});

describe('bad input gives a run that says what ECS would refuse', () => {
  it('a circle waits for ever and still stops', () => {
    const task = taskOf(
      { name: 'a', dependsOn: [{ containerName: 'b', condition: 'START' }] },
      { name: 'b', dependsOn: [{ containerName: 'a', condition: 'START' }] },
      { name: 'c', dependsOn: [{ containerName: 'c', condition: 'HEALTHY' }] },
      { name: 'd' },
    );
    const run = runOf(task);
    expect(run.refused.map(({ container, path }) => [container, path])).toEqual([
      ['a', ['containerDefinitions', 0, 'dependsOn', 0]],
      ['b', ['containerDefinitions', 1, 'dependsOn', 0]],
      ['c', ['containerDefinitions', 2, 'dependsOn', 0]],
      ['c', ['containerDefinitions', 2, 'dependsOn', 0]],
    ]);
    expect(container(run, 'd').startedAt).toBeDefined();
    expect(run.task).toMatchObject({ stoppedAt: 3601 });
    expect(endlessPending(run).every(({ reason }) => reason === 'circle')).toBe(true);
  });

  it('an unknown name is left out, and named', () => {
    const run = runOf(
      taskOf({ name: 'a', dependsOn: [{ containerName: 'ghost', condition: 'START' }], links: ['x:y'] }),
    );
    expect(run.refused.map(({ text }) => text)).toEqual([
      'a depends on ghost, which does not exist.',
      'a links x, which does not exist.',
    ]);
    expect(container(run, 'a').startedAt).toBeDefined();
  });

  it('two containers of one name both run, under keys of their own', () => {
    const run = runOf(taskOf({ name: 'app' }, { name: 'app' }, {}), { 'app#2': { pullSeconds: 7 } });
    expect(run.containers.map(({ key, startedAt }) => [key, startedAt])).toEqual([
      ['app', 2],
      ['app#2', 7],
      ['', 2],
    ]);
    expect(run.refused.map(({ text }) => text)).toEqual([
      'Two containers are named app.',
      'A container has no name.',
    ]);
  });

  it('a hole in the list keeps the places of the others', () => {
    const run = runOf({ containerDefinitions: [undefined, { name: 'app', dependsOn: [undefined] }] });
    expect(run.containers.map(({ key, index }) => [key, index])).toEqual([['app', 1]]);
  });

  it('no container, and no essential one, are named', () => {
    expect(runOf({}).refused.map(({ text }) => text)).toEqual(['The task has no container.']);
    expect(runOf({}).task.runningAt).toBeUndefined();
    const optional = runOf(taskOf({ name: 'a', essential: false }));
    expect(optional.refused).toHaveLength(1);
    expect(optional.task.runningAt).toBe(2);
  });

  it('nonsense durations count as not said', () => {
    const run = runOf(
      taskOf({
        name: 'a',
        startTimeout: Number.NaN,
        stopTimeout: -5,
        healthCheck: { interval: -1, retries: 0 },
      }),
      {
        a: {
          pullSeconds: -3,
          startSeconds: Number.POSITIVE_INFINITY,
          sigtermExit: { afterSeconds: -1, code: 0.5 },
        },
      },
    );
    expect(container(run, 'a')).toMatchObject({ startedAt: 2, stoppedAt: 3604, exitCode: 0 });
  });

  it('a name like a member of every object is only a name', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const run = runOf(taskOf(...names.map((name) => ({ name }))));
    expect(run.containers.map(({ key }) => key)).toEqual(names);
    expect(run.containers.every(({ startedAt }) => startedAt === 2)).toBe(true);
  });
});
