import { describe, expect, it } from 'vitest';
import { handOffs } from './handOffs.ts';
import { payments, runOf, scenarioWith, taskOf } from './testing/tasks.ts';
import { waitCosts } from './waitCosts.ts';

describe('what the gates on the critical path cost', () => {
  it('is 9 s of envoy HEALTHY, of which 2 s are spent waiting for the next check', () => {
    const scenario = scenarioWith(payments, {});
    expect(waitCosts(payments, scenario, runOf(payments))).toEqual([
      { container: 'app', on: 'envoy', condition: 'HEALTHY', at: 12, held: 9, gain: 9, idle: 2 },
    ]);
  });

  it('is bounded by what else keeps the task PENDING', () => {
    const behaviours = { 'log-router': { pullSeconds: 10 } };
    const scenario = scenarioWith(payments, behaviours);
    expect(waitCosts(payments, scenario, runOf(payments, behaviours))).toMatchObject([{ held: 2, gain: 2 }]);
    const slow = taskOf(
      { name: 'a' },
      { name: 'b', dependsOn: [{ containerName: 'a', condition: 'START' }] },
      { name: 'c' },
    );
    const times = { a: { pullSeconds: 10 }, b: { pullSeconds: 1 }, c: { pullSeconds: 8 } };
    expect(waitCosts(slow, scenarioWith(slow, times), runOf(slow, times))).toMatchObject([
      { held: 10, gain: 3 },
    ]);
  });
});

describe('a hand-off through a volume', () => {
  const writer = {
    name: 'init',
    essential: false,
    mountPoints: [{ sourceVolume: 'v', containerPath: '/v' }],
  };
  const reader = { name: 'app', mountPoints: [{ sourceVolume: 'v', containerPath: '/v', readOnly: true }] };

  it('that nothing assures is luck, and SUCCESS would assure it', () => {
    const task = taskOf(writer, reader);
    const [lucky] = handOffs(
      task,
      runOf(task, { app: { pullSeconds: 30 }, init: { exits: { afterSeconds: 1, code: 0 } } }),
    );
    expect(lucky).toMatchObject({ inOrder: true, assured: false });
    expect(lucky?.closedBy).toEqual({ waits: 'app', on: 'init', condition: 'SUCCESS' });
    const [early] = handOffs(task, runOf(task, { init: { exits: { afterSeconds: 60, code: 0 } } }));
    expect(early).toMatchObject({ inOrder: false, assured: false });
  });

  it('is assured by an edge, also through somebody else', () => {
    const between = {
      name: 'between',
      dependsOn: [{ containerName: 'init', condition: 'SUCCESS' as const }],
    };
    const last = { ...reader, dependsOn: [{ containerName: 'between', condition: 'START' as const }] };
    const task = taskOf(writer, between, last);
    const [handOff] = handOffs(task, runOf(task));
    expect(handOff).toMatchObject({ inOrder: true, assured: true });
    expect(handOff?.closedBy).toBeUndefined();
  });
});
