import { describe, expect, it } from 'vitest';
import {
  fargateSizes,
  formatCpu,
  formatMemory,
  isFargateSize,
  memoriesFor,
  nearestFargateSize,
  parseCpu,
  parseMemory,
} from './fargateSizes.ts';

it('each CPU has as many memories as AWS documents', () => {
  expect(fargateSizes.map(({ cpu, memories }) => [cpu, memories.length])).toEqual([
    [256, 3],
    [512, 4],
    [1024, 7],
    [2048, 13],
    [4096, 23],
    [8192, 12],
    [16384, 12],
    [32768, 3],
  ]);
});

it.each([
  [1024, 9216],
  [2048, 17408],
  [4096, 31744],
  [8192, 62464],
  [16384, 131072],
  [1024, 2560],
  [8192, 17408],
  [8192, 18432],
  [16384, 33792],
  [16384, 36864],
  [1024, 1024],
  [300, 512],
])('ECS refused %i CPU with %i MiB, and so do we', (cpu, memory) => {
  expect(isFargateSize(cpu, memory)).toBe(false);
});

it.each([
  [256, 512],
  [256, 2048],
  [4096, 30720],
  [8192, 61440],
  [16384, 122880],
  [32768, 249856],
])('%i CPU with %i MiB is sold', (cpu, memory) => {
  expect(isFargateSize(cpu, memory)).toBe(true);
});

it('Windows has 1 to 4 vCPU only', () => {
  expect(
    fargateSizes.filter(({ cpu }) => memoriesFor(cpu, { windows: true }).length > 0).map(({ cpu }) => cpu),
  ).toEqual([1024, 2048, 4096]);
});

describe('sizes as text', () => {
  it.each([
    ['1024', 1024],
    ['1 vCPU', 1024],
    ['1vcpu', 1024],
    ['.25 vCPU', 256],
    ['0.5 VCPU', 512],
    ['1.5', undefined],
    ['one', undefined],
    ['', undefined],
    ['-1', undefined],
    ['1 GB', undefined],
    ['0.0001 vCPU', undefined],
    ['{{CPU}}', undefined],
    [`9${'9'.repeat(400)}`, undefined],
  ])('CPU %j is %s units', (text, units) => {
    expect(parseCpu(text)).toBe(units);
  });

  it.each([
    ['2048', 2048],
    ['2GB', 2048],
    ['2 gb', 2048],
    ['0.5 GB', 512],
    ['2 GiB', undefined],
    ['2048 MB', undefined],
    ['1.', undefined],
  ])('memory %j is %s MiB', (text, mebibytes) => {
    expect(parseMemory(text)).toBe(mebibytes);
  });

  it('are read back as what was written', () => {
    for (const { cpu, memories } of fargateSizes) {
      expect(parseCpu(formatCpu(cpu))).toBe(cpu);
      for (const memory of memories) expect(parseMemory(formatMemory(memory))).toBe(memory);
    }
    expect(formatCpu(100)).toBe('100 units');
    expect(formatMemory(700)).toBe('700 MiB');
  });
});

describe('the nearest size', () => {
  it.each([
    [1024, 1024, { cpu: 1024, memory: 2048 }],
    [256, 4096, { cpu: 512, memory: 4096 }],
    [300, 700, { cpu: 512, memory: 1024 }],
    [8192, 17408, { cpu: 8192, memory: 20480 }],
    [99999, 1, { cpu: 32768, memory: 249856 }],
    [0, 0, { cpu: 256, memory: 512 }],
  ])('to %i CPU and %i MiB has enough of both', (cpu, memory, size) => {
    expect(nearestFargateSize(cpu, memory)).toEqual(size);
  });

  it('for Windows is one that Windows has', () => {
    expect(nearestFargateSize(256, 512, { windows: true })).toEqual({ cpu: 1024, memory: 2048 });
  });
});
