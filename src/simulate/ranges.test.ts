import { describe, expect, it } from 'vitest';
import { behaviourOf } from './defaults.ts';
import { rangesOf, rangeWith } from './ranges.ts';
import { payments, scenarioWith } from './testing/tasks.ts';

const full = behaviourOf(payments, scenarioWith(payments, {}), 'envoy');
if (full === undefined) throw new Error('no envoy');
const spanOf = (sparse: Parameters<typeof rangesOf>[0]) => {
  const span = rangesOf(sparse, full).pullSeconds;
  if (span === undefined) throw new Error('no pull');
  return span;
};

describe('the range of a duration', () => {
  it('is guessed from half to the double, and taken as it is said', () => {
    expect(spanOf({})).toEqual({ min: 1, usual: 2, max: 4 });
    expect(spanOf({ ranges: { pullSeconds: { min: 3, max: 9 } } })).toEqual({ min: 3, usual: 2, max: 9 });
  });

  it('of an exit is that of the only one: where runs end differently, there is none', () => {
    const [once, twice] = [[{ afterSeconds: 4, code: 0 }], [{ afterSeconds: 4, code: 0 }, null]];
    expect(rangesOf({}, { ...full, exitsByRun: once }).exits).toEqual({ min: 2, usual: 4, max: 8 });
    expect(rangesOf({}, { ...full, exitsByRun: twice }).exits).toBeUndefined();
  });

  it('that is none counts as not said', () => {
    for (const range of [
      { min: 5, max: 4 },
      { min: -1, max: 4 },
      { min: Number.NaN, max: 4 },
      { min: 0, max: Number.POSITIVE_INFINITY },
    ]) {
      expect(spanOf({ ranges: { pullSeconds: range } })).toEqual({ min: 1, usual: 2, max: 4 });
    }
  });

  it('is said end by end; the other end follows where it must', () => {
    const said = (end: 'min' | 'max', value: number | undefined, sparse = {}) =>
      rangeWith(sparse, 'pullSeconds', spanOf(sparse), end, value)?.pullSeconds;
    expect(said('min', 0.5)).toEqual({ min: 0.5, max: 4 });
    expect(said('max', 30)).toEqual({ min: 1, max: 30 });
    expect(said('min', 40)).toEqual({ min: 40, max: 40 });
    expect(said('max', 0.2)).toEqual({ min: 0.2, max: 0.2 });
    expect(said('max', 60, { ranges: { pullSeconds: { min: 40, max: 40 } } })).toEqual({ min: 40, max: 60 });
  });

  it('is forgotten when both ends are', () => {
    const sparse = { ranges: { pullSeconds: { min: 0.5, max: 4 }, exits: { min: 1, max: 2 } } };
    expect(rangeWith(sparse, 'pullSeconds', spanOf(sparse), 'min', undefined)).toEqual({
      exits: { min: 1, max: 2 },
    });
    const alone = { ranges: { pullSeconds: { min: 0.5, max: 9 } } };
    const first = rangeWith(alone, 'pullSeconds', spanOf(alone), 'max', undefined);
    expect(first).toEqual({ pullSeconds: { min: 0.5, max: 4 } });
    const then = { ...(first && { ranges: first }) };
    expect(rangeWith(then, 'pullSeconds', spanOf(then), 'min', undefined)).toBeUndefined();
  });
});
