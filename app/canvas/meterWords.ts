/** What the meters of the task say. */
import { formatCpu, formatMemory } from '../../src/model/fargateSizes.ts';

/** "1.5 of 2 GB", "over by 1480 MiB": in the unit of the whole. MiB in. */
export function memoryWords(sum: number, total: number): string {
  return words(sum, formatMemory(total), total);
}

/** "0.85 of 1 vCPU", "over by 1048 units". CPU units in. */
export function cpuWords(sum: number, total: number): string {
  return words(sum, formatCpu(total), total);
}

function words(sum: number, whole: string, total: number): string {
  const shown = Number.parseFloat(whole);
  const unit = whole.slice(whole.indexOf(' '));
  const scale = shown > 0 ? total / shown : 1;
  const rounded = (value: number) => Math.round((value / scale) * 100) / 100;
  return sum > total ? `over by ${rounded(sum - total)}${unit}` : `${rounded(sum)} of ${whole}`;
}
