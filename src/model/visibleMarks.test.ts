import { expect, it } from 'vitest';
import { visibleMarks } from './visibleMarks.ts';

it('marks that turn what follows are spelt, letters from right to left stay as they are', () => {
  expect(visibleMarks('pay\u202Etnem')).toBe('pay\\u202etnem');
  expect(visibleMarks('\u2066שלום\u2069')).toBe('\\u2066שלום\\u2069');
  expect(visibleMarks('שלום')).toBe('שלום');
});
