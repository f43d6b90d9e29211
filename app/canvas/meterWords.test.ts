import { describe, expect, it } from 'vitest';
import { cpuWords, memoryWords } from './meterWords.ts';

describe('what the meters of the task say', () => {
  it.each([
    [1536, 2048, '1.5 of 2 GB'],
    [128, 3000, '128 of 3000 MiB'],
    [4480, 3000, 'over by 1480 MiB'],
    [4608, 4096, 'over by 0.5 GB'],
    [0, 512, '0 of 0.5 GB'],
    [10, 0, 'over by 10 MiB'],
  ])('%i of %i MiB of memory', (sum, total, words) => expect(memoryWords(sum, total)).toBe(words));

  it.each([
    [870, 1024, '0.85 of 1 vCPU'],
    [2048, 1000, 'over by 1048 units'],
  ])('%i of %i CPU units', (sum, total, words) => expect(cpuWords(sum, total)).toBe(words));
});
