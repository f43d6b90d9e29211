import { describe, expect, test } from 'vitest';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Parts } from './parts/part.ts';
import { keyChanges, reconcile, rekeyParts } from './reconcile.ts';

function task(...containers: (string | { name?: string; image?: string })[]): TaskDefinition {
  return {
    containerDefinitions: containers.map((one) =>
      typeof one === 'string' ? { name: one, image: one } : one,
    ),
  };
}

const changes = (before: TaskDefinition, after: TaskDefinition) => [...keyChanges(before, after)];

describe('reconcile', () => {
  test('one changed name at the same place is a rename, letter by letter, also through the empty name', () => {
    for (const [from, to] of [
      ['app', 'ap'],
      ['a', ''],
      ['', 'w'],
    ] as const) {
      const before = task('envoy', { name: from, image: 'x' });
      const after = task('envoy', { name: to, image: 'y' });
      expect(changes(before, after)).toEqual([[`container:${from}`, `container:${to}`]]);
    }
  });

  test('typing through the name of another container moves neither card', () => {
    const first = task({ name: 'app2', image: 'x' }, { name: 'app', image: 'y' });
    const through = task({ name: 'app', image: 'x' }, { name: 'app', image: 'y' });
    const after = task({ name: 'ap', image: 'x' }, { name: 'app', image: 'y' });
    const parts: Parts = {
      layout: { v: 1, moved: { 'container:app2': { x: 1, y: 1 }, 'container:app': { x: 2, y: 2 } } },
    };
    const during = reconcile(first, through, parts);
    expect(during.layout?.moved).toEqual({
      'container:app': { x: 1, y: 1 },
      'container:app#2': { x: 2, y: 2 },
    });
    expect(reconcile(through, after, during).layout?.moved).toEqual({
      'container:ap': { x: 1, y: 1 },
      'container:app': { x: 2, y: 2 },
    });
  });

  test('a container that is moved, added or taken out is no rename', () => {
    expect(changes(task('a', 'b', 'c'), task('c', 'a', 'b'))).toEqual([]);
    expect(changes(task('a', 'b'), task('new', 'a', 'b'))).toEqual([]);
    expect(changes(task('a', 'b'), task('b'))).toEqual([]);
  });

  test('another task altogether takes no places over, several renamed containers of the same image do', () => {
    expect(changes(task('a', 'b'), task('x', 'y'))).toEqual([]);
    const before = task({ name: 'a', image: '1' }, { name: 'b', image: '2' });
    const after = task({ name: 'svc-a', image: '1' }, { name: 'svc-b', image: '2' });
    expect(changes(before, after)).toEqual([
      ['container:a', 'container:svc-a'],
      ['container:b', 'container:svc-b'],
    ]);
  });

  test('the first of two namesakes going makes the second one the only one', () => {
    const before = task({ name: 'app', image: '1' }, { name: 'app', image: '2' });
    const after = task({ name: 'app', image: '2' });
    const parts: Parts = {
      layout: { v: 1, moved: { 'container:app': { x: 1, y: 1 }, 'container:app#2': { x: 2, y: 2 } } },
    };
    expect(reconcile(before, after, parts).layout?.moved).toEqual({ 'container:app': { x: 2, y: 2 } });
  });

  test('volumes are followed too', () => {
    const before: TaskDefinition = { volumes: [{ name: 'shared' }, { name: 'tmp' }] };
    const after: TaskDefinition = { volumes: [{ name: 'share' }, { name: 'tmp' }] };
    expect(changes(before, after)).toEqual([['volume:shared', 'volume:share']]);
  });

  test('layout, scenarios and silences follow a rename; unknown and newer parts stay the very same', () => {
    const future = { v: 99, moved: { 'container:app': 'elsewhere' } };
    const parts: Parts = {
      layout: { v: 1, moved: { 'container:app': { x: 1, y: 2 }, 'volume:tmp': { x: 3, y: 4 } } },
      scenarios: {
        v: 1,
        scenarios: [
          { id: 'planned', name: 'As planned', behaviours: { app: { pullSeconds: 1 } }, horizonSeconds: 9 },
        ],
      },
      silenced: { v: 1, silenced: [{ rule: 'r', node: 'container:app', reason: 'why' }] },
      notes: { v: 7, anything: 'container:app' },
      lesson: future,
    };
    const next = rekeyParts(parts, new Map([['container:app', 'container:web']]));
    expect(next.layout?.moved).toEqual({ 'container:web': { x: 1, y: 2 }, 'volume:tmp': { x: 3, y: 4 } });
    expect(JSON.stringify(next.scenarios)).toContain('"behaviours":{"web":{"pullSeconds":1}}');
    expect(next.silenced?.silenced).toEqual([{ rule: 'r', node: 'container:web', reason: 'why' }]);
    expect(next.notes).toBe(parts.notes);
    expect(next.lesson).toBe(future);
  });

  test('what belongs to a container that is gone is kept while the design is open', () => {
    const parts: Parts = { layout: { v: 1, moved: { 'container:gone': { x: 1, y: 1 } } } };
    expect(reconcile(task('gone', 'a'), task('a'), parts)).toBe(parts);
  });
});
