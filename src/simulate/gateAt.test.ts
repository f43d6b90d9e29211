import { describe, expect, it } from 'vitest';
import { gateAt } from './gateAt.ts';
import { payments, runOf, taskOf } from './testing/tasks.ts';

describe('a gate at one second', () => {
  it('waits until it is released, and stays so', () => {
    const run = runOf(payments);
    const healthy = (second: number) => gateAt(run, 'app', 'envoy', 'HEALTHY', second);
    expect(healthy(0)).toEqual({ state: 'waiting' });
    expect(healthy(11.9)).toEqual({ state: 'waiting' });
    expect(healthy(12)).toEqual({ state: 'released', at: 12 });
    expect(healthy(4000)).toEqual({ state: 'released', at: 12 });
    expect(gateAt(run, 'app', 'log-router', 'START', 2)).toMatchObject({ state: 'released' });
  });

  it('can never hold once the exit had another code; nobody waits for the other one then', () => {
    const run = runOf(payments, { 'secrets-init': { exits: { afterSeconds: 2, code: 1 } } });
    const success = (second: number) => gateAt(run, 'app', 'secrets-init', 'SUCCESS', second);
    expect(success(2.9)).toEqual({ state: 'waiting' });
    expect(success(3)).toEqual({ state: 'never', at: 3 });
    expect(gateAt(run, 'app', 'envoy', 'HEALTHY', 2.9)).toEqual({ state: 'waiting' });
    expect(gateAt(run, 'app', 'envoy', 'HEALTHY', 20)).toEqual({ state: 'over' });
  });

  it('is over, not hopeless, where another gate of the same condition never held', () => {
    const waits = ['a', 'b'].map((containerName) => ({ containerName, condition: 'SUCCESS' as const }));
    const task = taskOf(
      { name: 'a', essential: false },
      { name: 'b', essential: false },
      { name: 'app', dependsOn: waits },
    );
    const run = runOf(task, {
      a: { pullSeconds: 1, exits: { afterSeconds: 1, code: 1 } },
      b: { pullSeconds: 9 },
    });
    expect(gateAt(run, 'app', 'a', 'SUCCESS', 5)).toEqual({ state: 'never', at: 2 });
    expect(gateAt(run, 'app', 'b', 'SUCCESS', 5)).toEqual({ state: 'over' });
  });

  it('is hopeless from the start without a health check and in a circle', () => {
    const unchecked = runOf(
      taskOf({ name: 'a' }, { name: 'b', dependsOn: [{ containerName: 'a', condition: 'HEALTHY' }] }),
    );
    expect(gateAt(unchecked, 'b', 'a', 'HEALTHY', 0)).toEqual({ state: 'never', at: 0 });
    const circle = runOf(
      taskOf(
        { name: 'a', dependsOn: [{ containerName: 'b', condition: 'START' }] },
        { name: 'b', dependsOn: [{ containerName: 'a', condition: 'START' }] },
      ),
    );
    expect(gateAt(circle, 'b', 'a', 'START', 0)).toEqual({ state: 'never', at: 0 });
  });

  it('only waits where a longer run could release it, and is nothing where there is no gate', () => {
    const run = runOf(payments, { envoy: { neverHealthy: true } });
    expect(gateAt(run, 'app', 'envoy', 'HEALTHY', 100)).toEqual({ state: 'waiting' });
    expect(gateAt(run, 'app', 'envoy', 'HEALTHY', 4000)).toEqual({ state: 'over' });
    const gone = runOf(
      taskOf(
        { name: 'db', essential: false, healthCheck: { command: ['CMD', 'true'] } },
        { name: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] },
      ),
      { db: { pullSeconds: 1, exits: { afterSeconds: 4, code: 0 } } },
    );
    expect(gateAt(gone, 'app', 'db', 'HEALTHY', 4)).toEqual({ state: 'waiting' });
    expect(gateAt(gone, 'app', 'db', 'HEALTHY', 5)).toEqual({ state: 'never', at: 5 });
    expect(gateAt(run, 'app', 'envoy', 'START', 100)).toBeUndefined();
    expect(gateAt(run, 'nobody', 'envoy', 'HEALTHY', 100)).toBeUndefined();
  });
});
