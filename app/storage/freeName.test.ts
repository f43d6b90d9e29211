import { expect, it } from 'vitest';
import { freeName } from './freeName.ts';

it('keeps a name that is free, and counts on from a number that is there', () => {
  expect(freeName('payments', ['receipts'])).toBe('payments');
  expect(freeName('payments', ['payments'])).toBe('payments (2)');
  expect(freeName('payments (2)', ['payments', 'payments (2)'])).toBe('payments (3)');
  expect(freeName('payments', ['payments', 'payments (3)'])).toBe('payments (2)');
});
