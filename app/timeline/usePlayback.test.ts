import { expect, it } from 'vitest';
import { advanced } from './usePlayback.ts';

const pieces = [
  { from: 0, to: 20, x: 0, width: 200 },
  { from: 3596, to: 3610, x: 226, width: 140 },
];

it('goes on within a stretch, over what is left out, and comes to an end', () => {
  expect(advanced({ pieces }, 3, 0.5)).toBe(3.5);
  expect(advanced({ pieces }, 19.5, 1)).toBe(3596.5);
  expect(advanced({ pieces }, 100, 1)).toBe(3597);
  expect(advanced({ pieces }, 3609.5, 1)).toBeUndefined();
});
