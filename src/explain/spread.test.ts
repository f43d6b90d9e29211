import { describe, expect, it } from 'vitest';
import { counted, shareOf, spreadInWords } from './spread.ts';

const NONE = { runs: 0, never: 0, histogram: [], holders: [] };

describe('many runs in words', () => {
  it('say within which time the task is RUNNING, and who holds it up', () => {
    const holders = [
      { container: 'envoy', count: 9104 },
      { container: 'app', count: 896 },
    ];
    expect(spreadInWords({ ...NONE, runs: 10_000, p50: 15, p95: 20.12, p99: 21.9, holders })).toBe(
      'Half of 10,000 runs are RUNNING within 15.0 s, 95 % within 20.1 s and 99 % within 21.9 s. envoy holds the task up in 91 % of them.',
    );
  });

  it('say how many never get there', () => {
    expect(spreadInWords({ ...NONE, runs: 500, never: 500 })).toBe(
      'The task is RUNNING in none of 500 runs.',
    );
    const holders = [{ container: 'app', count: 450 }];
    expect(spreadInWords({ ...NONE, runs: 500, never: 50, p50: 4, holders })).toBe(
      'Half of 500 runs are RUNNING within 4.0 s. In 10 % of 500 runs the task never is RUNNING. app holds the task up in 100 % of the others.',
    );
    expect(spreadInWords(NONE)).toBe('');
  });
});

describe('numbers', () => {
  it('have a comma between thousands', () => {
    expect([7, 999, 1000, 10_000, 1_234_567].map(counted)).toEqual([
      '7',
      '999',
      '1,000',
      '10,000',
      '1,234,567',
    ]);
  });

  it('are never rounded to none or all', () => {
    expect([shareOf(1, 1000), shareOf(999, 1000), shareOf(0, 10), shareOf(10, 10), shareOf(1, 3)]).toEqual([
      'less than 1 %',
      'more than 99 %',
      '0 %',
      '100 %',
      '33 %',
    ]);
  });
});
