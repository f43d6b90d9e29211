import { expect, it } from 'vitest';
import { cpuText, fittingMemory, memoryText } from './taskSize.ts';

it('a size is written as the text writes it', () => {
  expect(cpuText(512, '1024')).toBe('512');
  expect(cpuText(512, '1 vCPU')).toBe('0.5 vCPU');
  expect(cpuText(1024, '1 vcpu')).toBe('1 vcpu');
  expect(cpuText(256, undefined)).toBe('256');
  expect(memoryText(512, '2GB')).toBe('0.5GB');
  expect(memoryText(4096, '2048')).toBe('4096');
});

it('the memory stays where Fargate sells it beside the CPU, else it is the next that fits', () => {
  const linux = { windows: false };
  expect(fittingMemory(1024, 2048, linux)).toBe(2048);
  expect(fittingMemory(2048, 2048, linux)).toBe(4096);
  expect(fittingMemory(256, 8192, linux)).toBe(2048);
  expect(fittingMemory(512, undefined, linux)).toBe(1024);
});
