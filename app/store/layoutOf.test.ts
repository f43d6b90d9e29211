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

it('is the same layout for a card that is selected, when one without a selection was made meanwhile', () => {
  const many = Array.from({ length: 10 }, (_, index) => ({ name: `c${index}`, image: 'a:1' }));
  openDesign(newDesign(JSON.stringify({ containerDefinitions: many })), 'three', 'three');
  const selected = drawn('container:c1');
  const calm = drawn();
  apply(toggleEssential('container:c2'));
  expect(drawn('container:c1')).toBe(selected);
  expect(drawn()).toBe(calm);
  expect(drawn('container:c3')).not.toBe(selected);
});
