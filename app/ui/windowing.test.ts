import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetsOf, windowOf } from './windowing.ts';

describe('the window of a long list', () => {
  it('draws what is in sight, four around it, and what is pinned', () => {
    const offsets = offsetsOf(Array.from({ length: 1000 }, () => 10));
    expect(windowOf(offsets, { top: 500, height: 20 })).toEqual([46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56]);
    expect(windowOf(offsets, { top: 500, height: 20 }, 3)[0]).toBe(3);
    expect(windowOf(offsets, { top: 500, height: 20 }, 900).at(-1)).toBe(900);
    expect(windowOf(offsets, { top: 500, height: 20 }, 50)).toHaveLength(11);
    expect(windowOf(offsetsOf([]), { top: 0, height: 100 }, 0)).toEqual([]);
  });

  it('covers every pixel in sight, whatever the heights', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.nat(8000), fc.nat(900), (each, top, height) => {
        const offsets = offsetsOf(each);
        const drawn = new Set(windowOf(offsets, { top, height }));
        for (const [index, start] of offsets.slice(0, -1).entries()) {
          const inSight = start < top + height && (offsets[index + 1] ?? 0) > top;
          if (inSight) expect(drawn.has(index)).toBe(true);
        }
      }),
    );
  });
});
