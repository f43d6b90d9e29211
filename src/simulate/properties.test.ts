import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, ContainerDefinition } from '../model/containerDefinition.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { holdOf } from './holds.ts';
import type { ContainerRun, GateCondition, Run } from './run.ts';
import type { Behaviour, Exit, Scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import { containerOf } from './stateAt.ts';
import { eventLog } from './testing/vectors.ts';

interface Life {
  readonly task: TaskDefinition;
  readonly scenario: Scenario;
}

const duration = fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10);
const exit: fc.Arbitrary<Exit> = fc.record({ afterSeconds: duration, code: fc.constantFrom(0, 0, 1, 2) });
const conditions: readonly Condition[] = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'];

const behaviour: fc.Arbitrary<Behaviour> = fc.record(
  {
    pullSeconds: duration,
    startSeconds: fc.constantFrom(0, 0, 0.5, 3),
    exitsByRun: fc.array(fc.option(exit), { minLength: 1, maxLength: 3 }),
    readyAfterSeconds: duration,
    healthyAfterSeconds: duration,
    unhealthyAfterSeconds: duration,
    neverHealthy: fc.boolean(),
    pullFails: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    cannotStart: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    sigtermExit: exit,
    ignoresSigterm: fc.boolean(),
  },
  // Said, so that no default comes in that depends on the other containers.
  { requiredKeys: ['pullSeconds', 'readyAfterSeconds', 'exitsByRun', 'sigtermExit'] },
);

const settings: fc.Arbitrary<ContainerDefinition> = fc.record(
  {
    essential: fc.boolean(),
    startTimeout: fc.integer({ min: 1, max: 60 }),
    stopTimeout: fc.integer({ min: 1, max: 60 }),
    restartPolicy: fc.record({
      enabled: fc.boolean(),
      restartAttemptPeriod: fc.integer({ min: 5, max: 40 }),
      ignoredExitCodes: fc.constantFrom([], [0], [1]),
    }),
    healthCheck: fc.record(
      {
        command: fc.constant(['CMD-SHELL', 'true']),
        interval: fc.integer({ min: 1, max: 20 }),
        timeout: fc.integer({ min: 1, max: 10 }),
        retries: fc.integer({ min: 1, max: 4 }),
        startPeriod: fc.integer({ min: 0, max: 30 }),
      },
      { requiredKeys: ['command'] },
    ),
    logConfiguration: fc.constant({ logDriver: 'awsfirelens' as const }),
    firelensConfiguration: fc.constant({ type: 'fluentbit' as const }),
  },
  { requiredKeys: ['essential'] },
);

const edge = fc.record({ to: fc.nat(), from: fc.nat(), condition: fc.constantFrom(...conditions) });

/** Tasks without circles: whoever waits stands after whom it waits for, then the list is shuffled. */
const lives: fc.Arbitrary<Life> = fc
  .record({
    containers: fc.array(fc.record({ settings, behaviour }), { minLength: 1, maxLength: 6 }),
    edges: fc.array(edge, { maxLength: 8 }),
    shuffle: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    environment: fc.record(
      { pullUpfront: fc.boolean(), strictPull: fc.boolean(), serviceConnect: fc.boolean() },
      { requiredKeys: [] },
    ),
    stopRequestedAt: fc.option(duration, { nil: undefined }),
  })
  .map(({ containers, edges, shuffle, environment, stopRequestedAt }) => {
    const names = containers.map((_, place) => `c${place}`);
    const definitions = containers.map(({ settings }, place): ContainerDefinition => {
      const dependsOn = edges.flatMap(({ to, from, condition }) =>
        place > 0 && to % names.length === place ? [{ containerName: `c${from % place}`, condition }] : [],
      );
      return { name: `c${place}`, ...settings, ...(dependsOn.length > 0 && { dependsOn }) };
    });
    const order = names.map((_, place) => [shuffle[place] ?? 0, place] as const);
    order.sort(([one], [other]) => one - other);
    return {
      task: { containerDefinitions: order.map(([, place]) => definitions[place]) },
      scenario: {
        id: 'any',
        name: 'any',
        behaviours: Object.fromEntries(containers.map(({ behaviour }, place) => [`c${place}`, behaviour])),
        environment,
        expectations: [],
        // Room for six starts and stops after one another.
        horizonSeconds: 2000,
        ...(stopRequestedAt !== undefined && { stopRequestedAt }),
      },
    };
  });

function check(property: (life: Life, run: Run) => void) {
  fc.assert(
    fc.property(lives, (life) => property(life, simulate(life.task, life.scenario))),
    { numRuns: 400 },
  );
}

/** When the condition first held, by the other container's own times alone. */
function heldFrom(run: Run, condition: GateCondition, on: ContainerRun): number | undefined {
  switch (condition) {
    case 'START':
      return on.startedAt ?? on.stoppedAt;
    case 'CREATE':
      return (
        run.events.find(({ type, container }) => type === 'created' && container === on.key)?.at ??
        on.stoppedAt
      );
    case 'COMPLETE':
      return on.exitCode === undefined ? undefined : on.stoppedAt;
    case 'SUCCESS':
      return on.exitCode === 0 ? on.stoppedAt : undefined;
    case 'HEALTHY':
      return run.events.find(({ type, container }) => type === 'healthy' && container === on.key)?.at;
  }
}

describe('whatever the task and its containers do', () => {
  it('a container never starts before its gates hold, nor pulls, unless the host pulls up front', () => {
    check(({ scenario }, run) => {
      for (const { key, gates, startedAt, pullStartedAt } of run.containers) {
        for (const { on, condition } of gates) {
          const other = containerOf(run, on);
          const since = (other && heldFrom(run, condition, other)) ?? Number.POSITIVE_INFINITY;
          if (startedAt !== undefined) expect(since, `${key} on ${on}`).toBeLessThanOrEqual(startedAt);
          if (pullStartedAt !== undefined && !scenario.environment.pullUpfront) {
            expect(since, `${key} on ${on}`).toBeLessThanOrEqual(pullStartedAt);
          }
        }
      }
    });
  });

  it('time never runs backwards, in the log, in spans and in probes', () => {
    check((_, run) => {
      const ascending = (times: readonly number[]) =>
        expect(times).toEqual(times.toSorted((one, other) => one - other));
      ascending(run.events.map(({ at }) => at));
      ascending(run.task.spans.flatMap(({ from, to }) => [from, to]));
      for (const { spans, probes } of run.containers) {
        ascending(spans.flatMap(({ from, to }) => [from, to]));
        ascending(probes.map(({ at }) => at));
        expect(spans.map(({ from }) => from)).toEqual([0, ...spans.slice(0, -1).map(({ to }) => to)]);
        expect(spans.at(-1)?.to).toBe(run.endsAt);
      }
    });
  });

  it('once an essential container has ended for good, all are stopped by the horizon', () => {
    check((_, run) => {
      const ended = run.containers.filter(({ essential, stoppedAt }) => essential && stoppedAt !== undefined);
      if (ended.length === 0) return;
      expect(run.task.stoppedAt, eventLog(run)).toBeDefined();
      expect(run.containers.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
    });
  });

  it('nobody stops before those that depend on it, once the task stops', () => {
    check((_, run) => {
      for (const { gates, stoppedAt = Number.POSITIVE_INFINITY, startedAt } of run.containers) {
        for (const { on } of gates) {
          const signalledAt = containerOf(run, on)?.signalledAt;
          if (startedAt === undefined || signalledAt === undefined) continue;
          expect(stoppedAt, eventLog(run)).toBeLessThanOrEqual(signalledAt);
        }
      }
    });
  });

  it('the same input gives the same run', () => {
    check(({ task, scenario }, run) => {
      expect(simulate(structuredClone(task), structuredClone(scenario))).toEqual(run);
    });
  });

  it('a non-essential container without edges that never exits changes nobody else’s times', () => {
    check(({ task, scenario }, run) => {
      const more: TaskDefinition = {
        containerDefinitions: [{ name: 'extra', essential: false }, ...(task.containerDefinitions ?? [])],
      };
      const extra = {
        pullSeconds: 0,
        startSeconds: 0,
        exitsByRun: [null],
        sigtermExit: { afterSeconds: 0, code: 0 },
      };
      const other = simulate(more, { ...scenario, behaviours: { ...scenario.behaviours, extra } });
      for (const { key, startedAt, signalledAt, stoppedAt, exitCode, restarts } of run.containers) {
        expect(containerOf(other, key), eventLog(other)).toMatchObject(
          JSON.parse(JSON.stringify({ startedAt, signalledAt, stoppedAt, exitCode, restarts })),
        );
      }
      if (run.task.stopCause !== undefined) expect(other.task.stoppedAt).toBe(run.task.stoppedAt);
    });
  });

  it('a hold is never longer than the wait', () => {
    check((_, run) => {
      for (const container of run.containers) {
        const hold = holdOf(container);
        if (!hold) continue;
        expect(hold.seconds).toBeGreaterThanOrEqual(0);
        expect(hold.seconds).toBeLessThanOrEqual(hold.at);
      }
    });
  });
});

describe('whatever stands in the list', () => {
  it('a task with circles, unknown names and duplicates gives a run that ends', () => {
    const name = fc.constantFrom('a', 'b', 'c', '__proto__', '', 'a#2');
    const wild = fc.record(
      {
        name,
        essential: fc.boolean(),
        healthCheck: fc.record({ interval: fc.double(), retries: fc.double() }, { requiredKeys: [] }),
        startTimeout: fc.double(),
        stopTimeout: fc.double(),
        links: fc.array(name, { maxLength: 2 }),
        volumesFrom: fc.array(fc.record({ sourceContainer: name }, { requiredKeys: [] }), { maxLength: 2 }),
        dependsOn: fc.array(
          fc.option(
            fc.record(
              { containerName: name, condition: fc.constantFrom(...conditions) },
              { requiredKeys: [] },
            ),
            { nil: undefined },
          ),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    );
    const list = fc.array(fc.option(wild, { nil: undefined }), { maxLength: 6 });
    fc.assert(
      fc.property(
        list,
        fc.double(),
        fc.double({ max: 1e6 }),
        (containerDefinitions, stop, horizonSeconds) => {
          const task = { containerDefinitions } as TaskDefinition;
          const run = simulate(task, {
            id: 'any',
            name: 'any',
            behaviours: {},
            environment: {},
            expectations: [],
            stopRequestedAt: stop,
            horizonSeconds,
          });
          expect(run.containers).toHaveLength(
            containerDefinitions.filter((item) => item !== undefined).length,
          );
          for (const { spans } of run.containers) expect(spans.at(-1)?.to).toBe(run.endsAt);
        },
      ),
      { numRuns: 300 },
    );
  });
});
