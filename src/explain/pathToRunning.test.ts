import { expect, it } from 'vitest';
import { payments, runOf, scenarioWith, taskOf } from '../simulate/testing/tasks.ts';
import { waitCosts } from '../simulate/waitCosts.ts';
import { freeToGain, pathToRunning } from './pathToRunning.ts';

function pathOf(behaviours: Parameters<typeof runOf>[1] = {}, task = payments) {
  const run = runOf(task, behaviours);
  const costs = waitCosts(task, scenarioWith(task, behaviours), run);
  return { steps: pathToRunning(run, costs), free: freeToGain(run, costs) };
}

it('names each step, what its gate costs, and what is free to gain', () => {
  const { steps, free } = pathOf();
  expect(steps.map(({ name, when, gate }) => [name, when, gate?.words])).toEqual([
    ['envoy', '0.0 s to 12.0 s', undefined],
    [
      'app',
      '12.0 s to 14.0 s',
      'held 9.0 s by envoy HEALTHY; the task could be RUNNING up to 9.0 s earlier. 2.0 s are free to gain: more frequent checks are enough.',
    ],
  ]);
  expect(free).toBe('2.0 s are free to gain: check envoy more often.');
});

it('says nothing of gains where the end of the task is what counts', () => {
  const { steps, free } = pathOf({ app: { exits: { afterSeconds: 60, code: 1 } } });
  expect(steps.at(-1)?.gate?.words).toContain('free to gain');
  expect(free).toBe('');
});

it('says that nothing is gained where others keep the task PENDING as long', () => {
  const { steps } = pathOf({ 'log-router': { pullSeconds: 13.9, startSeconds: 0 } });
  expect(steps.at(-1)?.gate?.words).toBe(
    'held 1.9 s by log-router START; the task could be RUNNING up to 1.9 s earlier.',
  );
  const task = taskOf(
    { name: 'other' },
    { name: 'db', healthCheck: { command: ['CMD', 'true'], interval: 5 } },
    { name: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] },
  );
  const asLong = pathOf(
    {
      other: { pullSeconds: 7 },
      db: { pullSeconds: 1, readyAfterSeconds: 0 },
      app: { pullSeconds: 1 },
    },
    task,
  );
  expect(asLong.steps.at(-1)?.gate?.words).toBe(
    'held 6.0 s by db HEALTHY; others keep the task PENDING as long. 5.0 s are free to gain: more frequent checks are enough.',
  );
});

it('is empty for a task that is never RUNNING', () => {
  expect(pathOf({ envoy: { neverHealthy: true } })).toEqual({ steps: [], free: '' });
});
