import { expect, it } from 'vitest';
import { limitsText, outside, parseNumber } from './numberText.ts';

const value = (text: string, fractions = false) => {
  const parsed = parseNumber(text, { fractions });
  return parsed.ok ? parsed.value : parsed.why;
};

it('an empty field means that the member is absent, not that it is 0', () => {
  expect(value('')).toBeUndefined();
  expect(value('  ')).toBeUndefined();
  expect(value('0')).toBe(0);
});

it('what JavaScript would read as a number but people do not write is refused', () => {
  for (const text of ['0x10', '1e3', 'Infinity', '1_000', '1,5', '12s', '--1', '.']) {
    expect(value(text)).toBe('Not a number');
  }
});

it('fractions are taken only where they are allowed', () => {
  expect(value('1.5')).toBe('A whole number is needed');
  expect(value('1.5', true)).toBe(1.5);
  expect(value('2.0')).toBe(2);
});

it('an integer that a double cannot hold is refused instead of rounded', () => {
  expect(value('9007199254740993')).toBe('Too large');
});

it('the limits themselves are inside', () => {
  expect(outside(5, { min: 5, max: 300 })).toBe(false);
  expect(outside(300, { min: 5, max: 300 })).toBe(false);
  expect(outside(301, { min: 5, max: 300 })).toBe(true);
  expect(outside(4, { min: 5 })).toBe(true);
});

it('limits are said in words, and not at all when there are none', () => {
  expect(limitsText({ min: 5, max: 300 })).toBe('5 to 300');
  expect(limitsText({ min: 4 })).toBe('4 or more');
  expect(limitsText({ max: 10 })).toBe('at most 10');
  expect(limitsText({})).toBeUndefined();
});
