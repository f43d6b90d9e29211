import { expect, it } from 'vitest';
import { defaultScenario } from '../simulate/defaults.ts';
import { simulate } from '../simulate/simulate.ts';
import { changed } from './changed.ts';

const task = {
  containerDefinitions: [
    { name: 'init', image: 'a/init:1', essential: false },
    { name: 'app', image: 'a/app:1', dependsOn: [{ containerName: 'init', condition: 'SUCCESS' as const }] },
  ],
};
const scenario = defaultScenario(task);
const plan = simulate(task, scenario);

it('says nothing of a run that is as planned', () => {
  expect(changed(plan, simulate(task, scenario))).toBe('');
});

it('says who starts later, and when the task is RUNNING', () => {
  const slow = { ...scenario, behaviours: { init: { exits: { afterSeconds: 20, code: 0 } } } };
  expect(changed(plan, simulate(task, slow))).toBe(
    'The task is RUNNING at 23.0 s instead of 5.0 s. app starts at 23.0 s instead of 5.0 s. init exits with 0 at 21.0 s.',
  );
});

it('says who never starts and when all is gone', () => {
  const fails = { ...scenario, behaviours: { init: { exits: { afterSeconds: 2, code: 1 } } } };
  expect(changed(plan, simulate(task, fails))).toMatch(
    /^The task never is RUNNING\. app never starts\. init exits with 1 at 3\.0 s\. The task is STOPPED at/,
  );
});
