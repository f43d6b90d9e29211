import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Align, placeBeside, type Side } from './placement.ts';

const view = { width: 1000, height: 800 };
const anchor = { left: 400, top: 300, width: 100, height: 28 };

it('a panel that fits stands at its wished side, aligned with its anchor', () => {
  const panel = { width: 200, height: 150 };
  expect(placeBeside(anchor, panel, view, 'bottom', 'start')).toMatchObject({ left: 400, top: 332 });
  expect(placeBeside(anchor, panel, view, 'top', 'end')).toMatchObject({ left: 300, top: 146 });
  expect(placeBeside(anchor, panel, view, 'right', 'center')).toMatchObject({ left: 504, top: 239 });
  expect(placeBeside(anchor, panel, view, 'left', 'start')).toMatchObject({ left: 196, top: 300 });
});

it('without room it turns to the other side, but only if there is more', () => {
  const low = { ...anchor, top: 700 };
  expect(placeBeside(low, { width: 200, height: 200 }, view).side).toBe('top');
  const high = { ...anchor, top: 100 };
  expect(placeBeside(high, { width: 200, height: 2000 }, view).side).toBe('bottom');
});

it('a panel too tall for both sides is cut to the room there is', () => {
  const place = placeBeside(anchor, { width: 200, height: 2000 }, view);
  expect(place.top).toBe(332);
  expect(place.top + place.maxHeight).toBe(792);
});

it('a panel no larger than the window lies inside it, wherever its anchor is', () => {
  const number = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.record({ left: number(1000), top: number(800), width: number(300), height: number(60) }),
      fc.record({ width: number(984), height: number(700) }),
      fc.constantFrom<Side>('top', 'bottom', 'left', 'right'),
      fc.constantFrom<Align>('start', 'center', 'end'),
      (at, panel, side, align) => {
        const place = placeBeside(at, panel, view, side, align);
        expect(place.left).toBeGreaterThanOrEqual(8);
        expect(place.left + panel.width).toBeLessThanOrEqual(992);
        expect(place.top).toBeGreaterThanOrEqual(8);
        expect(place.top + Math.min(panel.height, place.maxHeight)).toBeLessThanOrEqual(792);
      },
    ),
  );
});
