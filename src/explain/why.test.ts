import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, ContainerDefinition } from '../model/containerDefinition.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Behaviour, Scenario } from '../simulate/scenario.ts';
import { payments, runOf, taskOf } from '../simulate/testing/tasks.ts';
import { headline } from './headline.ts';
import { whyAt } from './why.ts';

function told(
  task: TaskDefinition,
  behaviours: Readonly<Record<string, Behaviour>> = {},
  more: Partial<Scenario> = {},
) {
  const run = runOf(task, behaviours, more);
  return { headline: headline(run), why: (key: string, second: number) => whyAt(run, task, key, second) };
}

const waits = (on: string, condition: Condition): ContainerDefinition => ({
  name: 'app',
  dependsOn: [{ containerName: on, condition }],
});

describe('the payments task as planned', () => {
  const plan = told(payments);

  it('is told in two sentences', () => {
    expect(plan.headline).toBe(
      'Task runs at 14.0 s. envoy HEALTHY holds app 9.0 s longer than anything else does.',
    );
  });

  it('has a sentence for each state', () => {
    const sentences: readonly (readonly [string, number, string])[] = [
      [
        'app',
        0,
        'app waits for secrets-init to exit with code 0, for envoy to be HEALTHY and for log-router to start; envoy starts at 2.0 s.',
      ],
      ['app', 4, 'app waits for envoy to be HEALTHY; its first check runs at 7.0 s.'],
      [
        'app',
        2.5,
        'app waits for secrets-init to exit with code 0 and for envoy to be HEALTHY; the first check of envoy runs at 7.0 s.',
      ],
      ['app', 8, 'app waits for envoy to be HEALTHY; its next check runs at 12.0 s and passes.'],
      [
        'app',
        13,
        'app pulls its image until 14.0 s; it waited for envoy to be HEALTHY, which held at 12.0 s.',
      ],
      ['app', 20, 'app runs since 14.0 s; it has no health check.'],
      ['app', 3601, 'app got the stop signal at 3600.0 s and leaves at 3604.0 s with code 0.'],
      ['app', 3605, 'app exited with code 0 at 3604.0 s, as the task stops.'],
      ['envoy', 1, 'envoy pulls its image until 2.0 s; nothing holds it.'],
      ['envoy', 8, 'envoy runs, but no check has passed yet; its next check runs at 12.0 s and passes.'],
      ['envoy', 12, 'envoy is HEALTHY since 12.0 s.'],
      ['envoy', 3602, 'envoy is HEALTHY since 12.0 s; the task stops, and it may stop only after app.'],
      [
        'envoy',
        3604,
        'envoy got the stop signal at 3604.0 s, since app is gone, and leaves at 3605.0 s with code 143.',
      ],
      [
        'secrets-init',
        100,
        'secrets-init exited with code 0 at 3.0 s; it is not essential, so the task goes on without it.',
      ],
    ];
    for (const [key, second, sentence] of sentences) expect(plan.why(key, second)).toBe(sentence);
  });

  it('has none for a container that it does not have', () => {
    expect(plan.why('ghost', 5)).toBe('');
  });
});

describe('when something goes wrong', () => {
  it('a failed init container takes the app down before it starts', () => {
    const { headline, why } = told(payments, { 'secrets-init': { exits: { afterSeconds: 2, code: 1 } } });
    const end =
      'will never start: secrets-init exited with code 1 and SUCCESS needs 0, so ECS gives app up with exit code 143 and, as it is essential, stops the task.';
    expect(headline).toBe(`Task stops at 3.0 s, before it was RUNNING: app ${end}`);
    expect(why('app', 2)).toBe(
      `app waits for secrets-init to exit with code 0 and for envoy to be HEALTHY; it ${end}`,
    );
    expect(why('app', 4)).toBe(`app ${end}`);
    expect(why('envoy', 500)).toMatch(/^envoy exited with code 143 at .* as the task stops\.$/);
  });

  it('a startTimeout is named with its seconds', () => {
    const { why } = told(
      taskOf({ name: 'db', essential: false, startTimeout: 20, healthCheck: {} }, waits('db', 'HEALTHY')),
      { db: { neverHealthy: true } },
    );
    expect(why('app', 10)).toContain('the startTimeout of 20.0 s of db is over at');
  });

  it('a health that can never come is named', () => {
    const { headline, why } = told(taskOf({ name: 'db' }, waits('db', 'HEALTHY')));
    expect(headline).toBe('Task stays PENDING: app waits for db to be HEALTHY, but db has no health check.');
    expect(why('app', 10)).toBe('app waits for db to be HEALTHY, without end: db has no health check.');
    expect(why('app', 3700)).toBe(
      'app never ran: the task was stopped at 3600.0 s while it waited or pulled its image.',
    );
  });

  it('a stop before the task runs is told as what it is', () => {
    const { headline } = told(payments, {}, { stopRequestedAt: 5 });
    expect(headline).toBe(
      'Task is still PENDING at 5.0 s, when it is stopped: app waits for envoy to be HEALTHY, but no check of envoy passes in this run, and only a startTimeout of envoy would end the wait.',
    );
  });

  it('a dependency that never exits is named, and so is a circle', () => {
    const runsOn = told(taskOf({ name: 'job', essential: false }, waits('job', 'COMPLETE')), {
      job: { exitsByRun: [null] },
    });
    expect(runsOn.headline).toContain('job does not exit in this run');
    const circle = told(
      taskOf({ name: 'a', dependsOn: [{ containerName: 'app', condition: 'START' }] }, waits('a', 'START')),
    );
    expect(circle.headline).toBe(
      'Task stays PENDING: a waits for app to start, but app waits, directly or not, for a.',
    );
  });

  it('an essential exit says what it does', () => {
    const { headline, why } = told(payments, { 'log-router': { exits: { afterSeconds: 88.4, code: 137 } } });
    expect(headline).toBe(
      'Task runs at 14.0 s. It stops at 90.0 s: log-router is essential and exited with code 137.',
    );
    expect(why('log-router', 91)).toBe(
      'log-router exited with code 137 at 90.0 s; it is essential, so the task stops.',
    );
  });

  it('a restart that fails is told apart from one that is not due', () => {
    const task = taskOf({ name: 'app', restartPolicy: { enabled: true, restartAttemptPeriod: 60 } });
    const ended = (afterSeconds: number, cannotRestart: boolean) =>
      whyAt(runOf(task, { app: { exits: { afterSeconds, code: 3 }, cannotRestart } }), task, 'app', 300);
    expect(ended(90, true)).toBe(
      'app exited with code 3 at 92.0 s, and its restart failed; it is essential, so the task stops.',
    );
    expect(ended(20, true)).toContain('and its restart policy does not restart that');
  });

  it('a kill and a refused start are told', () => {
    const killed = told(taskOf({ name: 'app', stopTimeout: 10 }), { app: { ignoresSigterm: true } });
    expect(killed.why('app', 3605)).toBe(
      'app got the stop signal at 3600.0 s and is killed at 3610.0 s, when its stop timeout of 10.0 s is over.',
    );
    const refused = told(taskOf({ name: 'app' }), { app: { cannotStart: true } });
    expect(refused.why('app', 5)).toBe(
      'app cannot be started: the runtime refused it at 2.0 s; it is essential, so the task stops.',
    );
    expect(refused.headline).toBe(
      'Task stops at 2.0 s, before it was RUNNING: app is essential and cannot be started.',
    );
  });

  it('a task without containers has a headline too', () => {
    expect(told({}).headline).toBe('The task has no container.');
  });
});

it('at every second of any run there is a sentence, with a full stop and without a hole', () => {
  const condition = fc.constantFrom<Condition>('START', 'COMPLETE', 'SUCCESS', 'HEALTHY');
  const one = fc.record({
    essential: fc.boolean(),
    checked: fc.boolean(),
    startTimeout: fc.nat({ max: 30 }),
    dependsOn: fc.array(fc.record({ containerName: fc.constantFrom('c0', 'c1', 'c2'), condition }), {
      maxLength: 2,
    }),
    behaviour: fc.record({
      exits: fc.record({ afterSeconds: fc.nat({ max: 50 }), code: fc.nat({ max: 2 }) }),
      neverHealthy: fc.boolean(),
      ignoresSigterm: fc.boolean(),
      cannotStart: fc.boolean(),
    }),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), fc.nat({ max: 150 }), (all, second) => {
      const task = taskOf(
        ...all.map(({ essential, checked, startTimeout, dependsOn }, place) => ({
          name: `c${place}`,
          essential,
          startTimeout,
          dependsOn,
          ...(checked && { healthCheck: { interval: 5 } }),
        })),
      );
      const behaviours = Object.fromEntries(all.map(({ behaviour }, place) => [`c${place}`, behaviour]));
      const { headline, why } = told(task, behaviours, { stopRequestedAt: 90, horizonSeconds: 150 });
      for (const sentence of [headline, ...all.map((_, place) => why(`c${place}`, second))]) {
        expect(sentence).toMatch(/^[^.].*[^.]\.$/);
        expect(sentence).not.toMatch(/undefined|NaN|Infinity| {2}/);
      }
    }),
  );
});

it('no mark in a name turns the words behind it', () => {
  const { headline, why } = told(taskOf({ name: 'd\u202Eb' }, waits('d\u202Eb', 'HEALTHY')));
  expect(headline).toContain('app waits for d\\u202eb to be HEALTHY');
  expect(`${headline}${why('app', 1)}`).not.toContain('\u202E');
});
