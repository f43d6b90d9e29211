import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../model/json.ts';
import { applyToJson } from '../testing/applyToJson.ts';
import { editsBetween } from './editsBetween.ts';

describe('the edits between two values', () => {
  test('lead from the one to the other', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (before, after) => {
        const edits = editsBetween(['at'], before, after as Json);
        expect(JSON.stringify(sorted(applyToJson({ at: before }, edits)))).toBe(
          JSON.stringify(sorted({ at: after })),
        );
      }),
      { examples: [[{}, JSON.parse('{"__proto__": false}')]] },
    );
  });

  test('of equal values there are none', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => editsBetween([], value, value as Json).length === 0));
  });

  test('touch only the item that differs, and keep what only the text knows', () => {
    const before = { command: ['a', 'b', 'c'], interval: 5, timeout: 2 };
    expect(editsBetween(['healthCheck'], before, { command: ['a', 'x', 'c'], interval: 5 })).toEqual([
      { op: 'set', path: ['healthCheck', 'command', 1], value: 'x' },
      { op: 'remove', path: ['healthCheck', 'timeout'] },
    ]);
    expect(editsBetween([], ['a', 'b'], ['a', 'new', 'b'])).toEqual([
      { op: 'insert', path: [1], value: 'new' },
    ]);
    expect(editsBetween([], ['a', 'b', 'c'], ['a', 'c'])).toEqual([{ op: 'remove', path: [1] }]);
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}
