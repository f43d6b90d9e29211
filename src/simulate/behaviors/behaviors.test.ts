import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { container, runOf, taskOf } from '../testing/tasks.ts';
import { behaviors } from './index.ts';

describe('the list of behaviours', () => {
  it('has every file of the folder, by its name', () => {
    const files = readdirSync(new URL('.', import.meta.url))
      .filter((file) => !file.endsWith('.test.ts') && file !== 'index.ts' && file !== 'behavior.ts')
      .map((file) => file.replace('.ts', ''));
    expect(behaviors.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('gives for each a sentence and a source', () => {
    for (const { id, title, source } of behaviors) {
      expect(title, id).toMatch(/^[A-Z].*\.$|^startTimeout .*\.$/s);
      expect(source.length, id).toBeGreaterThan(20);
    }
  });
});

describe('limits', () => {
  const init = { name: 'init', essential: false, startTimeout: 10 };
  const app = { name: 'app', dependsOn: [{ containerName: 'init', condition: 'SUCCESS' as const }] };
  const leaves = (afterSeconds: number) => ({ init: { pullSeconds: 0, exits: { afterSeconds, code: 0 } } });

  it('an exit in the very second of startTimeout is in time', () => {
    for (const task of [taskOf(init, app), taskOf(app, init)]) {
      expect(container(runOf(task, leaves(10)), 'app').startedAt).toBe(12);
      expect(container(runOf(task, leaves(10.1)), 'app').exitCode).toBe(143);
    }
  });

  it('a process that leaves in the very second of stopTimeout is not killed', () => {
    const task = taskOf({ name: 'app', stopTimeout: 5 });
    const drains = (afterSeconds: number) => ({ app: { sigtermExit: { afterSeconds, code: 0 } } });
    expect(container(runOf(task, drains(5)), 'app').exitCode).toBe(0);
    expect(container(runOf(task, drains(5.1)), 'app').exitCode).toBe(137);
  });

  it('a stop timeout of 0 is the host’s', () => {
    const stubborn = { app: { ignoresSigterm: true } };
    const stoppedAt = (stopTimeout: number, hostStopTimeout?: number) =>
      container(
        runOf(taskOf({ name: 'app', stopTimeout }), stubborn, {
          environment: hostStopTimeout === undefined ? {} : { hostStopTimeout },
        }),
        'app',
      ).stoppedAt;
    expect(stoppedAt(0)).toBe(3630);
    expect(stoppedAt(0, 12)).toBe(3612);
    expect(stoppedAt(7, 12)).toBe(3607);
  });

  it('a run of exactly restartAttemptPeriod is long enough, and a restart does not reset startTimeout', () => {
    const task = taskOf({ ...init, restartPolicy: { enabled: true, restartAttemptPeriod: 6 } }, app);
    const run = runOf(task, leaves(6));
    expect(container(run, 'init').restarts).toBeGreaterThan(0);
    expect(container(run, 'app')).toMatchObject({ exitCode: 143, stoppedAt: 10 });
  });

  it('a restart that fails leaves the exit as it is, and an essential one ends the task', () => {
    const task = taskOf(
      { name: 'side', essential: false },
      { name: 'app', restartPolicy: { enabled: true, restartAttemptPeriod: 60 } },
    );
    const exits = { pullSeconds: 0, exits: { afterSeconds: 90, code: 3 } };
    const restarted = container(runOf(task, { app: exits }, { horizonSeconds: 200 }), 'app');
    expect(restarted).toMatchObject({ restarts: 2 });
    expect(restarted.stoppedAt).toBeUndefined();
    const run = runOf(task, { app: { ...exits, cannotRestart: true } }, { horizonSeconds: 200 });
    expect(container(run, 'app')).toMatchObject({ restarts: 0, stoppedAt: 90, exitCode: 3 });
    expect(run.task).toMatchObject({ stopCause: 'app', stopCode: 'EssentialContainerExited' });
    expect(run.events.filter(({ type }) => type === 'restartFailed')).toEqual([
      {
        at: 90,
        type: 'restartFailed',
        container: 'app',
        code: 3,
        because: { kind: 'restartPolicy', ranFor: 90, period: 60 },
      },
    ]);
  });

  it('a container that is stopped while it restarts does not run again', () => {
    const task = taskOf({ name: 'app', restartPolicy: { enabled: true, restartAttemptPeriod: 5 } });
    const run = runOf(
      task,
      {
        app: {
          pullSeconds: 0,
          startSeconds: 4,
          exits: { afterSeconds: 10, code: 1 },
          sigtermExit: { afterSeconds: 6, code: 143 },
        },
      },
      { stopRequestedAt: 15, horizonSeconds: 60 },
    );
    expect(run.events.map(({ type }) => type)).not.toContain('restarted');
    expect(container(run, 'app')).toMatchObject({
      restarts: 1,
      signalledAt: 15,
      stoppedAt: 21,
      exitCode: 143,
    });
  });

  it('a startTimeout that passes while the dependent pulls gives it up, and is marked as known for EC2 only', () => {
    const task = taskOf(
      {
        name: 'db',
        essential: false,
        startTimeout: 10,
        healthCheck: { command: ['CMD', 'true'], interval: 5 },
      },
      { name: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] },
    );
    const run = runOf(task, { db: { pullSeconds: 0, readyAfterSeconds: 0 }, app: { pullSeconds: 30 } });
    expect(container(run, 'app')).toMatchObject({ pullStartedAt: 5, stoppedAt: 35, exitCode: 143 });
    expect(run.uncertain.map(({ kind }) => kind)).toContain('agentOnly');
  });
});

describe('an image that cannot be pulled', () => {
  const side = { name: 'side', essential: false };
  const fails = { side: { pullSeconds: 3, pullFails: true }, app: { pullSeconds: 2 } };

  it('ends that container only, when it is not essential, and the run says that this is the agent on EC2', () => {
    const run = runOf(taskOf(side, { name: 'app' }), fails);
    expect(container(run, 'side')).toMatchObject({
      stoppedAt: 3,
      reason: expect.stringMatching(/^CannotPull/),
    });
    expect(run.task).toMatchObject({ runningAt: 3, stopCause: 'StopTask' });
    expect(run.uncertain.map(({ kind }) => kind)).toEqual(['agentOnly']);
  });

  it('has its dependents given up, wherever they stand in the list', () => {
    const app = { name: 'app', dependsOn: [{ containerName: 'side', condition: 'START' as const }] };
    for (const task of [taskOf(side, app), taskOf(app, side)]) {
      expect(container(runOf(task, fails), 'app')).toMatchObject({ stoppedAt: 3, exitCode: 143 });
    }
  });

  it('stops the whole task on a host that is strict about pulls, for one that is not essential too', () => {
    const run = runOf(taskOf(side, { name: 'app' }), fails, { environment: { strictPull: true } });
    expect(run.task).toMatchObject({ stoppingAt: 3, stopCause: 'side', stopCode: 'TaskFailedToStart' });
    expect(container(run, 'app').signalledAt).toBe(3);
  });
});

describe('implicit dependencies', () => {
  const router = { name: 'router', firelensConfiguration: { type: 'fluentbit' as const } };
  const app = { name: 'app', logConfiguration: { logDriver: 'awsfirelens' as const } };
  const gatesOfApp = (...containers: Parameters<typeof taskOf>) =>
    container(runOf(taskOf(...containers)), 'app').gates.map(
      ({ on, condition, origin }) => `${origin} ${on} ${condition}`,
    );

  it('START on the router for whoever logs through it', () => {
    expect(gatesOfApp(app, router)).toEqual(['firelens router START']);
  });

  it('none when it is written already, or when the router waits for something itself', () => {
    const written = { ...app, dependsOn: [{ containerName: 'router', condition: 'HEALTHY' as const }] };
    expect(gatesOfApp(written, router)).toEqual(['dependsOn router HEALTHY']);
    const waits = { ...router, dependsOn: [{ containerName: 'base', condition: 'START' as const }] };
    expect(gatesOfApp(app, waits, { name: 'base' })).toEqual([]);
  });

  it('START on the last of two routers, though ECS refuses two', () => {
    expect(gatesOfApp(router, app, { ...router, name: 'second' })).toEqual(['firelens second START']);
  });

  it('CREATE for volumesFrom and START for links, by the name before the alias', () => {
    const linked = { name: 'app', links: ['base:b'], volumesFrom: [{ sourceContainer: 'base' }] };
    expect(gatesOfApp(linked, { name: 'base' })).toEqual(['volumesFrom base CREATE', 'links base START']);
  });
});
