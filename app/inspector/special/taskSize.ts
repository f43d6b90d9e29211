/** Task sizes written in the way in which the text writes them, and pairs that Fargate sells. */
import { memoriesFor, parseCpu, parseMemory } from '../../../src/model/fargateSizes.ts';

/** CPU units as text: as it stands where it means the same, in vCPU where the text does so, else plain units. */
export function cpuText(units: number, before: string | undefined): string {
  if (before !== undefined && parseCpu(before) === units) return before;
  const written = before === undefined ? null : /(\s*)(vcpu)\s*$/i.exec(before);
  return written ? `${units / 1024}${written[1]}${written[2]}` : String(units);
}

/** MiB as text: as it stands where it means the same, in GB where the text does so, else plain MiB. */
export function memoryText(mebibytes: number, before: string | undefined): string {
  if (before !== undefined && parseMemory(before) === mebibytes) return before;
  const written = before === undefined ? null : /(\s*)(gb)\s*$/i.exec(before);
  return written ? `${mebibytes / 1024}${written[1]}${written[2]}` : String(mebibytes);
}

/** The memory that goes with a CPU: what is there if Fargate sells the pair, else the next larger, else the largest. */
export function fittingMemory(
  cpu: number,
  memory: number | undefined,
  platform: { readonly windows: boolean },
): number {
  const sold = memoriesFor(cpu, platform);
  return sold.find((each) => each >= (memory ?? 0)) ?? sold.at(-1) ?? 512;
}
