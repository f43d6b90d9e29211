import { describe, expect, it } from 'vitest';
import { defaultScenario } from './defaults.ts';
import type { ContainerRun, Run, RunEventType } from './run.ts';
import { simulate } from './simulate.ts';
import { containerOf } from './stateAt.ts';
import { payments } from './testing/tasks.ts';
import { endedAt, endedWith, type WhatIfId, whatIfs, withBehaviour } from './whatIf.ts';

const receipts = {
  family: 'receipts',
  containerDefinitions: [
    { name: 'init', image: 'acme/secrets-init:1', essential: false },
    {
      name: 'proxy',
      image: 'envoyproxy/envoy:v1',
      essential: true,
      healthCheck: { command: ['CMD-SHELL', 'true'], interval: 5, retries: 3 },
    },
    {
      name: 'app',
      image: 'acme/app:1',
      essential: true,
      dependsOn: [
        { containerName: 'init', condition: 'SUCCESS' as const },
        { containerName: 'proxy', condition: 'HEALTHY' as const },
      ],
    },
  ],
};
const task = receipts;
const scenario = defaultScenario(task);
const plan = simulate(task, scenario);

function of(run: Run, key: string): ContainerRun {
  const found = containerOf(run, key);
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
}

/** The run in which one control of a container's menu was chosen at a second. */
function played(key: string, id: WhatIfId, at: number): Run {
  const asked = whatIfs(task, scenario, plan, of(plan, key), at).find((each) => each.id === id);
  if (asked?.behaviour === undefined) throw new Error(`${id}: ${asked?.refused}`);
  return simulate(task, withBehaviour(scenario, key, asked.behaviour));
}

describe('each control of the menu of a lane', () => {
  it.each([
    ['exits1', 1],
    ['killed', 137],
    ['exits0', 0],
  ] as const)('%s ends the container in that second, and with it the task', (id, code) => {
    const run = played('proxy', id, 30);
    expect(of(run, 'proxy')).toMatchObject({ stoppedAt: 30, exitCode: code });
    expect(run.task.stopCause).toBe('proxy');
    expect(plan.task.stopCause).toBe('StopTask');
  });

  it('never healthy: the check never passes, and app never starts', () => {
    const run = played('proxy', 'neverHealthy', 0);
    expect(run.events.some(({ type }) => type === 'healthy')).toBe(false);
    expect(of(run, 'app').startedAt).toBeUndefined();
  });

  it('unhealthy: it was HEALTHY, and is UNHEALTHY after the second', () => {
    const run = played('proxy', 'turnsUnhealthy', 60);
    const unhealthy = run.events.find(({ type }) => type === 'unhealthy');
    expect(unhealthy?.container).toBe('proxy');
    expect(unhealthy?.at).toBeGreaterThan(60);
  });

  it('cannot start: the runtime refuses it', () => {
    expect(played('app', 'cannotStart', 0).events.some(({ type }) => type === 'startFailed')).toBe(true);
  });

  it('pull fails: it takes its time, never runs, and says so in ECS’s own words', () => {
    const run = played('proxy', 'pullFails', 0);
    expect(of(run, 'proxy')).toMatchObject({
      stoppedAt: of(plan, 'proxy').startedAt,
      reason: 'CannotPullContainerError: failed to resolve ref envoyproxy/envoy:v1',
    });
    expect(of(run, 'proxy')).not.toHaveProperty('exitCode');
    expect(run.task).toMatchObject({
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'CannotPullContainerError: failed to resolve ref envoyproxy/envoy:v1',
    });
    expect(played('proxy', 'cannotStart', 0).events).not.toEqual(run.events);
  });

  it('ignores SIGTERM: it is killed at the end of its stop timeout', () => {
    const run = played('app', 'ignoresSigterm', 30);
    expect(run.events.find(({ type }) => type === 'killed')?.container).toBe('app');
    expect(run.task.stoppedAt).toBeGreaterThan(plan.task.stoppedAt ?? 0);
  });

  it('says why it is not possible', () => {
    const refused = (key: string, at: number) =>
      Object.fromEntries(
        whatIfs(task, scenario, plan, of(plan, key), at).map(({ id, refused: why }) => [id, why]),
      );
    expect(refused('app', 60)).toMatchObject({
      neverHealthy: 'It has no health check',
      exits1: undefined,
    });
    expect(refused('init', 60)).toMatchObject({
      exits1: 'It does not run any more at 60.0 s',
      ignoresSigterm: 'It gets no SIGTERM in this run',
    });
    expect(refused('app', 0.5)).toMatchObject({ killed: 'It does not run yet at 0.5 s' });
    expect(refused('proxy', 0.5)).toMatchObject({ turnsUnhealthy: 'It is not HEALTHY at 0.5 s' });
    expect(refused('proxy', 60)).toMatchObject({ turnsUnhealthy: undefined });
  });
});

describe('no control of the menu', () => {
  /** What must be in the run, and not in the plan, if the control does what it says. */
  const REASONS: Readonly<Record<WhatIfId, (run: Run, key: string, at: number) => unknown>> = {
    exits0: (run, key, at) => happens(run, key, 'exited', at, 0),
    exits1: (run, key, at) => happens(run, key, 'exited', at, 1),
    killed: (run, key, at) =>
      happens(run, key, 'exited', at, 137) && /^OutOfMemory/.test(of(run, key).reason ?? ''),
    neverHealthy: (run, key) => happens(run, key, 'started') && !happens(run, key, 'healthy'),
    turnsUnhealthy: (run, key) => happens(run, key, 'unhealthy'),
    pullFails: (run, key) => happens(run, key, 'pullFailed'),
    cannotStart: (run, key) => happens(run, key, 'startFailed'),
    ignoresSigterm: (run, key) => happens(run, key, 'killed'),
  };

  function happens({ events }: Run, key: string, type: RunEventType, at?: number, code?: number): boolean {
    return events.some(
      (event) =>
        event.container === key &&
        event.type === type &&
        (at === undefined || event.at === at) &&
        (code === undefined || event.code === code),
    );
  }

  it('is offered whose run does not differ from the plan for the reason that it shows', () => {
    const offered = new Set<WhatIfId>();
    const misses: string[] = [];
    for (const [task, at] of [receipts, payments].flatMap((each) =>
      [0.5, 2.5, 13, 60].map((second) => [each, second] as const),
    )) {
      const scenario = defaultScenario(task);
      const plan = simulate(task, scenario);
      for (const container of plan.containers) {
        for (const { id, behaviour } of whatIfs(task, scenario, plan, container, at)) {
          if (behaviour === undefined) continue;
          offered.add(id);
          const run = simulate(task, withBehaviour(scenario, container.key, behaviour));
          const shows = REASONS[id];
          const earlier = (events: Run['events']) => events.filter((event) => event.at < at);
          const early =
            id.startsWith('exits') &&
            JSON.stringify(earlier(run.events)) !== JSON.stringify(earlier(plan.events));
          if (!shows(run, container.key, at) || shows(plan, container.key, at) || early)
            misses.push(`${container.key} ${id} at ${at}`);
        }
      }
    }
    expect(misses).toEqual([]);
    expect([...offered].sort()).toEqual(Object.keys(REASONS).sort());
  });
});

describe('the end of a bar', () => {
  it.each([
    ['proxy', 'pulling', 7],
    ['init', 'running', 9],
    ['app', 'stopping', (plan.task.stoppingAt ?? 0) + 11],
  ] as const)('of %s while %s is moved to another second', (key, state, second) => {
    const container = of(plan, key);
    const span = container.spans.find((each) => each.state === state);
    if (span === undefined) throw new Error(`${key} is never ${state}`);
    const behaviour = endedAt(task, scenario, container, span, second);
    const run = simulate(task, withBehaviour(scenario, key, behaviour ?? {}));
    const moved = of(run, key).spans.find((each) => each.state === state);
    expect(moved?.to).toBeCloseTo(second, 6);
    expect(span.to).not.toBeCloseTo(second, 3);
  });

  it('of a container that is not ready moves its readiness, and app waits for the check after it', () => {
    const container = of(plan, 'proxy');
    const span = container.spans.find(({ state }) => state === 'notReady');
    const behaviour = span && endedAt(task, scenario, container, span, 40);
    expect(behaviour?.readyAfterSeconds).toBeCloseTo(40 - (container.startedAt ?? 0), 6);
    const run = simulate(task, withBehaviour(scenario, 'proxy', behaviour ?? {}));
    expect(of(run, 'app').startedAt).toBeGreaterThan(40);
  });

  it('cannot be moved before the bar begins, nor where a stop ends it', () => {
    const proxy = of(plan, 'proxy');
    const [pull] = proxy.spans;
    if (pull === undefined) throw new Error('proxy has no stretch');
    expect(endedAt(task, scenario, proxy, pull, -5)).toEqual({ pullSeconds: 0 });
    const healthy = proxy.spans.find(({ state }) => state === 'healthy');
    expect(healthy && endedAt(task, scenario, proxy, healthy, 99)).toBeUndefined();
  });
});

describe('the code of an exit', () => {
  it('of a container that leaves by itself is another one, in the same second', () => {
    const behaviour = endedWith(task, scenario, of(plan, 'init'), 1) ?? {};
    const run = simulate(task, withBehaviour(scenario, 'init', behaviour));
    expect(of(run, 'init')).toMatchObject({ exitCode: 1, stoppedAt: of(plan, 'init').stoppedAt });
    expect(of(run, 'app').spans.at(-1)?.state).toBe('givenUp');
  });

  it('of a container that is stopped is that with which it leaves on SIGTERM', () => {
    const run = simulate(
      task,
      withBehaviour(scenario, 'app', endedWith(task, scenario, of(plan, 'app'), 3) ?? {}),
    );
    expect(of(run, 'app').exitCode).toBe(3);
  });
});

describe('what a new behaviour makes void', () => {
  it('an exit takes the place of exits run by run, readiness that of never healthy', () => {
    const never = withBehaviour(scenario, 'proxy', { neverHealthy: true, exitsByRun: [null] });
    const ready = withBehaviour(never, 'proxy', { readyAfterSeconds: 3 });
    const exits = withBehaviour(ready, 'proxy', { exits: { afterSeconds: 1, code: 0 } });
    expect(exits.behaviours.proxy).toEqual({ readyAfterSeconds: 3, exits: { afterSeconds: 1, code: 0 } });
    expect(scenario.behaviours.proxy).toBeUndefined();
  });
});
