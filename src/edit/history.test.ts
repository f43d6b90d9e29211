import { describe, expect, test } from 'vitest';
import type { Design } from './design.ts';
import { BURST_MS, type History, newHistory, record, redo, undo } from './history.ts';

const design = (text: string): Design => ({ source: { lens: 'json', root: [] }, text, parts: {} });

function typed(history: History<string>, text: string, at: number, mergeKey?: string): History<string> {
  return record(history, design(text), { label: `type ${text}`, mergeKey, at, view: `before ${text}` });
}

describe('history', () => {
  test('undo brings back the design and the view from before the change, redo those from before the undo', () => {
    const start = newHistory<string>(design('a'));
    const changed = typed(start, 'b', 0);
    const back = undo(changed, 'view of b');
    expect(back?.history.present).toBe(start.present);
    expect(back?.view).toBe('before b');
    const again = back && redo(back.history, 'view of a');
    expect(again?.history.present.text).toBe('b');
    expect(again?.view).toBe('view of b');
    expect(again && undo(again.history, 'x')?.view).toBe('view of a');
  });

  test('the same design is no step', () => {
    const start = newHistory<string>(design('a'));
    expect(record(start, start.present, { label: 'nothing', at: 0, view: '' })).toBe(start);
  });

  test('a burst in one field is one step, each letter measured from the one before', () => {
    let history = newHistory<string>(design(''));
    history = typed(history, 'a', 0, 'name');
    history = typed(history, 'ap', BURST_MS, 'name');
    history = typed(history, 'app', 2 * BURST_MS, 'name');
    expect(history.past).toHaveLength(1);
    const back = undo(history, '');
    expect(back?.history.present.text).toBe('');
    expect(back?.view).toBe('before a');
  });

  test('a pause, another field or a change without a key begins a new step', () => {
    let history = typed(newHistory<string>(design('')), 'a', 0, 'name');
    history = typed(history, 'b', BURST_MS + 1, 'name');
    history = typed(history, 'c', BURST_MS + 2, 'image');
    history = typed(history, 'd', BURST_MS + 3);
    history = typed(history, 'e', BURST_MS + 4);
    expect(history.past).toHaveLength(5);
  });

  test('typing on after undo or redo does not join what was undone or redone', () => {
    const first = typed(newHistory<string>(design('')), 'a', 0, 'name');
    const second = typed(first, 'b', 5, 'other');
    const undone = undo(second, '');
    const after = undone && typed(undone.history, 'c', 10, 'name');
    expect(after?.past.map((step) => step.design.text)).toEqual(['', 'a']);
    const back = undo(first, '');
    const forth = back && redo(back.history, '');
    const more = forth && typed(forth.history, 'x', 10, 'name');
    expect(more?.past).toHaveLength(2);
  });

  test('a new change forgets what could be redone', () => {
    const back = undo(typed(newHistory<string>(design('')), 'a', 0), '');
    const other = back && typed(back.history, 'b', 1);
    expect(other?.future).toEqual([]);
    expect(other && redo(other, '')).toBeUndefined();
  });

  test('there is nothing to undo at the beginning and nothing to redo at the end', () => {
    const start = newHistory<string>(design('a'));
    expect(undo(start, '')).toBeUndefined();
    expect(redo(start, '')).toBeUndefined();
  });
});
