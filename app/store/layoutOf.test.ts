import { expect, it } from 'vitest';
import { setField, toggleEssential } from '../../src/edit/changes/fields.ts';
import { newDesign } from '../../src/edit/design.ts';
import { forgetRows, graphOf, layoutOf } from './derived.ts';
import { apply, designStore, openDesign } from './designStore.ts';

const text = JSON.stringify({
  containerDefinitions: [
    { name: 'app', image: 'app:1', dependsOn: [{ containerName: 'db', condition: 'START' }] },
    { name: 'db', image: 'db:1' },
  ],
});

function drawn(selected?: string) {
  const { shown, design, opened } = designStore.getState();
  return layoutOf(shown, design.parts, { selected, opened });
}

it('is the same layout after an edit that moves nothing, and another one after an edit that does', () => {
  openDesign(newDesign(text), 'one', 'one');
  const before = drawn();
  apply(toggleEssential('container:app'));
  expect(graphOf(designStore.getState().shown).containers[0]?.definition.essential).toBe(false);
  expect(drawn()).toBe(before);
  apply(setField(['containerDefinitions', 0, 'dependsOn'], []));
  expect(drawn()).not.toBe(before);
  expect(drawn().edges).toEqual([]);
});

it('is made anew for a tidy', () => {
  openDesign(newDesign(text.replaceAll('app', 'web')), 'two', 'two');
  const before = drawn();
  forgetRows();
  apply(toggleEssential('container:web'));
  expect(drawn()).not.toBe(before);
});
