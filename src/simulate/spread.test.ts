import { describe, expect, it } from 'vitest';
import { numbersFrom, triangular } from './chance.ts';
import { sampling } from './spread.ts';
import { payments, scenarioWith } from './testing/tasks.ts';

const scenario = scenarioWith(payments, {});

describe('many runs', () => {
  it('are the same for one seed, in chunks of any size, and others for another', () => {
    const whole = sampling(payments, scenario, 7);
    whole.advance(200);
    const parts = sampling(payments, scenario, 7);
    for (const chunk of [1, 99, 100]) parts.advance(chunk);
    expect(parts.result()).toEqual(whole.result());
    const other = sampling(payments, scenario, 8);
    other.advance(200);
    expect(other.result()).not.toEqual(whole.result());
  });

  it('give rising percentiles, a histogram of all runs, and who holds the task up', () => {
    const sample = sampling(payments, scenario);
    sample.advance(300);
    const { runs, never, p50 = 0, p95 = 0, p99 = 0, histogram, holders } = sample.result();
    expect([runs, never]).toEqual([300, 0]);
    expect(p50).toBeGreaterThan(5);
    expect(p95).toBeGreaterThan(p50);
    expect(p99).toBeGreaterThanOrEqual(p95);
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(300);
    expect(holders[0]?.container).toBe('envoy');
    expect(holders.reduce((sum, { count }) => sum + count, 0)).toBe(300);
  });

  it('follow a minimum and a maximum that are said', () => {
    const fixed = { min: 0, max: 0 };
    const still = {
      ranges: { pullSeconds: fixed, startSeconds: fixed, readyAfterSeconds: fixed, exits: fixed },
    };
    const behaviours = Object.fromEntries(
      ['secrets-init', 'envoy', 'log-router', 'app'].map((name) => [name, still]),
    );
    const sample = sampling(payments, scenarioWith(payments, behaviours));
    sample.advance(20);
    expect(sample.result()).toMatchObject({ p50: 5, p99: 5, histogram: [{ from: 5, to: 5, count: 20 }] });
  });

  it('say how long the task takes to stop, as the times to leave after SIGTERM vary', () => {
    const names = ['secrets-init', 'envoy', 'log-router', 'app'];
    const stopOf = (range: { min: number; max: number }) => {
      const sample = sampling(
        payments,
        scenarioWith(
          payments,
          Object.fromEntries(names.map((name) => [name, { ranges: { sigtermExit: range } }])),
        ),
      );
      sample.advance(100);
      return sample.result().stop;
    };
    // envoy and log-router leave after app, which depends on them.
    expect(stopOf({ min: 3, max: 3 })).toEqual({ p50: 6, p95: 6, p99: 6 });
    const { p50 = 0, p95 = 0, p99 = 0 } = stopOf({ min: 1, max: 20 }) ?? {};
    expect(p50).toBeGreaterThan(6);
    expect(p95).toBeGreaterThan(p50);
    expect(p99).toBeGreaterThanOrEqual(p95);
    expect(p99).toBeLessThanOrEqual(40);
  });

  it('say nothing of a stop where the task ends by itself', () => {
    const sample = sampling(
      payments,
      scenarioWith(payments, { app: { exits: { afterSeconds: 5, code: 0 } } }),
    );
    sample.advance(20);
    expect(sample.result()).toMatchObject({ never: 0 });
    expect(sample.result().stop).toBeUndefined();
  });

  it('count those that never get there', () => {
    const sample = sampling(payments, scenarioWith(payments, { envoy: { neverHealthy: true } }));
    sample.advance(10);
    expect(sample.result()).toEqual({ runs: 10, never: 10, histogram: [], holders: [] });
  });
});

describe('numbers from a seed', () => {
  it('are spread evenly', () => {
    const draw = numbersFrom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let count = 0; count < 10_000; count += 1) {
      const tenth = Math.floor(draw() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('give durations within bounds, most often near the usual one', () => {
    const draw = numbersFrom(2);
    const values = Array.from({ length: 2000 }, () => triangular(draw(), 2, 3, 10));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...values)).toBeLessThanOrEqual(10);
    expect(values.filter((value) => value < 5).length).toBeGreaterThan(
      values.filter((value) => value >= 6).length,
    );
  });
});
