import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, keepSame } from './keepSame.ts';

describe('keepSame', () => {
  it('gives back what was before when all is equal', () => {
    const before = { a: [1, { b: 2 }], c: null };
    expect(keepSame(before, { a: [1, { b: 2 }], c: null })).toBe(before);
  });

  it('keeps what did not change around what did', () => {
    const before = { containers: [{ name: 'app' }, { name: 'envoy', ports: [80] }], tags: [{ x: 1 }] };
    const after = keepSame(before, {
      containers: [{ name: 'application' }, { name: 'envoy', ports: [80] }],
      tags: [{ x: 1 }],
    });
    expect(after.containers[0]).not.toBe(before.containers[0]);
    expect(after.containers[1]).toBe(before.containers[1]);
    expect(after.tags).toBe(before.tags);
  });

  it('finds items with a key again wherever they stand', () => {
    const before = [
      { key: 'a', of: [1] },
      { key: 'b', of: [2] },
    ];
    const after = keepSame(before, [
      { key: 'new', of: [0] },
      { key: 'b', of: [2] },
      { key: 'a', of: [3] },
    ]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toEqual({ key: 'a', of: [3] });
    const turned = keepSame(before, [
      { key: 'b', of: [2] },
      { key: 'a', of: [1] },
    ]);
    expect(turned).not.toBe(before);
    expect([turned[0] === before[1], turned[1] === before[0]]).toEqual([true, true]);
  });

  it('gives back what is new when nothing of it was there', () => {
    const after = { containers: [{ name: 'app' }], size: { cpu: 1 } };
    expect(keepSame({ containers: [{ name: 'envoy' }], size: { cpu: 2 } }, after)).toBe(after);
  });

  it('takes a hole, a shorter list, another order of members and another kind for a change', () => {
    const sparse: unknown[] = [1];
    sparse[2] = 3;
    const read = keepSame([1, 2, 3], sparse);
    expect(1 in read).toBe(false);
    expect(1 in keepSame(sparse, [1, undefined, 3])).toBe(true);
    expect(isSame([1, 2, 3], sparse)).toBe(false);
    expect(isSame([1, undefined, 3], sparse)).toBe(false);
    expect(isSame({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
    expect(isSame({ 0: 1 }, [1])).toBe(false);
    expect(keepSame([1, 2], [1])).toEqual([1]);
    expect(keepSame({ 0: 1 }, [1])).toEqual([1]);
    expect(Object.keys(keepSame({ a: 1, b: 2 }, { b: 2, a: 1 }))).toEqual(['b', 'a']);
  });

  it('never changes what is said, nor either side', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, value, (before, after) => {
        const [one, other] = [JSON.stringify(before), JSON.stringify(after)];
        const kept = keepSame(before, after);
        expect(JSON.stringify(kept)).toBe(other);
        expect(JSON.stringify(before)).toBe(one);
        expect(JSON.stringify(after)).toBe(other);
        expect(isSame(before, after)).toBe(one === other);
        expect(isSame(after, JSON.parse(other))).toBe(true);
        if (typeof before === 'object' && before !== null && one === other) expect(kept).toBe(before);
      }),
    );
  });
});
