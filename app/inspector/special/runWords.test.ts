import { expect, it } from 'vitest';
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import { defaultScenario } from '../../../src/simulate/defaults.ts';
import type { Behaviour } from '../../../src/simulate/scenario.ts';
import { simulate } from '../../../src/simulate/simulate.ts';
import { gateWords } from './runWords.ts';

const task: TaskDefinition = {
  containerDefinitions: [
    { name: 'init', image: 'i', essential: false },
    { name: 'proxy', image: 'p', healthCheck: { command: ['CMD', 'x'], interval: 5 } },
    {
      name: 'app',
      image: 'a',
      dependsOn: [
        { containerName: 'init', condition: 'SUCCESS' },
        { containerName: 'proxy', condition: 'HEALTHY' },
        { containerName: 'proxy', condition: 'START' },
        { containerName: 'ghost', condition: 'START' },
      ],
    },
  ],
};

function words(entry: number, behaviours: Readonly<Record<string, Behaviour>> = {}) {
  const given = {
    init: { pullSeconds: 1, startSeconds: 0, exits: { afterSeconds: 2, code: 0 } },
    proxy: { pullSeconds: 2, startSeconds: 0, readyAfterSeconds: 8 },
    ...behaviours,
  };
  const run = simulate(task, { ...defaultScenario(task), behaviours: given });
  return gateWords(run, ['containerDefinitions', 2, 'dependsOn', entry]);
}

it('a wait that ends says how and when', () => {
  expect(words(0)).toBe('exits 0 at 3.0 s');
  expect(words(1)).toBe('healthy at 12.0 s');
  expect(words(2)).toBe('runs at 2.0 s');
});

it('a wait that never ends says so', () => {
  expect(words(0, { init: { exits: { afterSeconds: 1, code: 1 } } })).toBe('never exits with 0 in this run');
  expect(words(1, { proxy: { neverHealthy: true } })).toBe('never healthy in this run');
});

it('a place without a wait says nothing', () => {
  expect(words(9)).toBeUndefined();
});
