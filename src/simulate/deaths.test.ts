import { describe, expect, it } from 'vitest';
import { type Death, deathOf } from './deaths.ts';
import { payments, scenarioWith, taskOf } from './testing/tasks.ts';

const scenario = scenarioWith(payments, {
  'log-router': { sigtermExit: { afterSeconds: 2.5, code: 0 } },
  app: { ignoresSigterm: true },
});
const order = (death: Death | undefined) =>
  death?.ends.map(({ container, how, after }) => `${container} ${how} ${after}`);

describe('the death of a container', () => {
  it('that is essential takes the others along, dependents first, each after its own time', () => {
    const death = deathOf(payments, scenario, 'envoy', true);
    expect(death).toMatchObject({ at: 74, planned: false, stopCause: 'envoy', takes: 32.5 });
    expect(order(death)).toEqual(['app killed 30', 'log-router signalled 32.5']);
  });

  it('that is not essential takes nobody along', () => {
    const death = deathOf(payments, scenario, 'envoy', false);
    expect(death).toMatchObject({ at: 74, ends: [] });
    expect(death).not.toHaveProperty('takes');
  });

  it('of one that leaves by itself comes when it leaves, with code 0 as well', () => {
    const death = deathOf(payments, scenario, 'secrets-init', true);
    expect(death).toMatchObject({ at: 3, planned: true, stopCause: 'secrets-init' });
    expect(order(death)).toEqual(['app neverRuns 0', 'envoy signalled 1', 'log-router signalled 2.5']);
    expect(deathOf(payments, scenario, 'secrets-init', false)?.ends).toEqual([]);
  });

  it('of one that stops the task in the plan already takes the others along all the same', () => {
    const leaves = scenarioWith(payments, { app: { exits: { afterSeconds: 30, code: 0 } } });
    const death = deathOf(payments, leaves, 'app', true);
    expect(death).toMatchObject({ at: 44, planned: true, stopCause: 'app' });
    expect(order(death)).toEqual(['envoy signalled 1', 'log-router signalled 2']);
  });

  it('comes before its restart policy would bring it back', () => {
    const task = taskOf({ name: 'app', restartPolicy: { enabled: true, restartAttemptPeriod: 60 } });
    expect(deathOf(task, scenarioWith(task, { app: { pullSeconds: 2 } }), 'app', true)).toMatchObject({
      at: 61,
      takes: 0,
    });
  });

  it('is none for one that never runs, and for a name that nobody has', () => {
    const never = scenarioWith(payments, { envoy: { neverHealthy: true } });
    expect(deathOf(payments, never, 'app', true)).toBeUndefined();
    expect(deathOf(payments, never, 'nobody', true)).toBeUndefined();
  });
});
