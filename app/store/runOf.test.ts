import { expect, it } from 'vitest';
import { setField } from '../../src/edit/changes/fields.ts';
import { newDesign } from '../../src/edit/design.ts';
import { waitCostsOf } from '../timeline/waitCostsOf.ts';
import { runOf, scenarioOf } from './derived.ts';
import { apply, designStore, openDesign } from './designStore.ts';

const text = JSON.stringify({
  containerDefinitions: [
    { name: 'app', image: 'app:1', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] },
    { name: 'db', image: 'db:1', healthCheck: { command: ['CMD', 'check'] } },
  ],
});

function now() {
  const { shown, design } = designStore.getState();
  const [scenario, run] = [scenarioOf(shown.task, design.parts), runOf(shown.task, design.parts)];
  return { scenario, run, costs: waitCostsOf(shown.task, scenario, run) };
}

it('is the same run, of the same scenario and with the same costs, after an edit that changes nothing of it', () => {
  openDesign(newDesign(text), 'one', 'one');
  const before = now();
  expect(before.costs).not.toEqual([]);
  apply(setField(['containerDefinitions', 1, 'image'], 'db:12'));
  const after = now();
  expect(after.scenario).toBe(before.scenario);
  expect(after.run).toBe(before.run);
  expect(after.costs).toBe(before.costs);
});

it('is another run after an edit that changes it', () => {
  const before = now();
  apply(setField(['containerDefinitions', 0, 'dependsOn'], []));
  expect(now().run).not.toBe(before.run);
  expect(now().costs).toEqual([]);
});
