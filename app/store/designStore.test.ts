import { expect, it } from 'vitest';
import { toggleEssential } from '../../src/edit/changes/fields.ts';
import { newDesign } from '../../src/edit/design.ts';
import { apply, designStore, openDesign, redo, renameDesign, replaceDocument, undo } from './designStore.ts';
import { select, viewStore } from './viewStore.ts';

const text = JSON.stringify({ containerDefinitions: [{ name: 'app' }, { name: 'db' }] });
const card = (name: string) => ({ kind: 'nodes', keys: [`container:${name}`] }) as const;

it('brings back the selection with the step that is taken back, and again with the step forward', () => {
  openDesign(newDesign(text), 'one', 'one');
  select(card('app'));
  apply(toggleEssential('container:app'));
  select(card('db'));
  apply(toggleEssential('container:db'));
  select({ kind: 'none' });
  undo();
  expect(viewStore.getState().selection).toEqual(card('db'));
  undo();
  expect(viewStore.getState().selection).toEqual(card('app'));
  expect(designStore.getState().design.text).toBe(text);
  redo();
  expect(viewStore.getState().selection).toEqual(card('db'));
});

it('takes the name of what replaces the document, and back, unless somebody chose its name', () => {
  const named = (family: string) => newDesign(JSON.stringify({ family, containerDefinitions: [] }));
  const name = () => designStore.getState().name;
  openDesign(named('receipts'), 'receipts', 'one');
  replaceDocument(named('orders'), 'Open the example', 'orders');
  expect(name()).toBe('orders');
  replaceDocument(named('bakery'), 'Open the example', 'bakery');
  undo();
  expect(name()).toBe('orders');
  undo();
  expect(name()).toBe('receipts');
  redo();
  expect(name()).toBe('orders');

  renameDesign('Ours');
  replaceDocument(named('bakery'), 'Open the example', 'bakery');
  expect(name()).toBe('Ours');
  replaceDocument(named('orders'), 'Go back to a former state');
  undo();
  expect(name()).toBe('Ours');
});
