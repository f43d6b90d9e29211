/** The sizes in which Fargate sells tasks, and how sizes are written. */

export interface FargateSize {
  /** In CPU units, 1024 to a vCPU. */
  readonly cpu: number;
  /** What may stand beside it, in MiB, ascending. */
  readonly memories: readonly number[];
  readonly windows: boolean;
  /** What should be known about the whole row. */
  readonly note?: string;
}

const gib = 1024;

function steps(from: number, to: number, step: number): number[] {
  const values: number[] = [];
  for (let value = from; value <= to; value += step) values.push(value);
  return values;
}

/**
 * By CPU, ascending. Source: API reference of `cpu` and `memory` in RegisterTaskDefinition; the row of 32 vCPU: ECS
 * developer guide, documented by July 2026. Read 2026-11-23.
 */
export const fargateSizes: readonly FargateSize[] = [
  { cpu: 256, memories: [512, 1 * gib, 2 * gib], windows: false },
  { cpu: 512, memories: steps(1 * gib, 4 * gib, gib), windows: false },
  { cpu: 1024, memories: steps(2 * gib, 8 * gib, gib), windows: true },
  { cpu: 2048, memories: steps(4 * gib, 16 * gib, gib), windows: true },
  { cpu: 4096, memories: steps(8 * gib, 30 * gib, gib), windows: true },
  {
    cpu: 8192,
    memories: steps(16 * gib, 60 * gib, 4 * gib),
    windows: false,
    note: 'Linux, platform version 1.4.0 or later.',
  },
  {
    cpu: 16384,
    memories: steps(32 * gib, 120 * gib, 8 * gib),
    windows: false,
    note: 'Linux, platform version 1.4.0 or later.',
  },
  {
    cpu: 32768,
    memories: [60 * gib, 120 * gib, 244 * gib],
    windows: false,
    note: 'Linux, platform version 1.4.0 or later. The newest size: some Regions may not have it yet.',
  },
];

/** What a task may have on EC2 and ECS Anywhere, in CPU units: 0.125 to 192 vCPU. */
export const hostCpuRange = { min: 128, max: 196_608 } as const;

/** CPU units from `1024`, `1 vCPU`, `.25 vcpu`; nothing from anything else, or where it is no whole number of units. */
export function parseCpu(text: string): number | undefined {
  const match = /^\s*(\d+|\d*\.\d+)\s*(vcpu)?\s*$/i.exec(text);
  return match ? whole(Number(match[1]), match[2] ? 1024 : 1) : undefined;
}

/** MiB from `2048`, `2 GB`, `0.5gb`; nothing from anything else, or where it is no whole number of MiB. */
export function parseMemory(text: string): number | undefined {
  const match = /^\s*(\d+|\d*\.\d+)\s*(gb)?\s*$/i.exec(text);
  return match ? whole(Number(match[1]), match[2] ? gib : 1) : undefined;
}

function whole(amount: number, factor: number): number | undefined {
  const units = amount * factor;
  return Number.isSafeInteger(units) ? units : undefined;
}

/** CPU units for people: `1 vCPU`, `0.25 vCPU`, and `100 units` where it is no round part of a vCPU. */
export function formatCpu(units: number): string {
  const vcpu = units / 1024;
  return Number.isInteger(vcpu * 8) ? `${vcpu} vCPU` : `${units} units`;
}

/** MiB for people: `2 GB`, `0.5 GB`, and `700 MiB` where it is no half GB. */
export function formatMemory(mebibytes: number): string {
  const gigabytes = mebibytes / gib;
  return Number.isInteger(gigabytes * 2) && mebibytes > 0 ? `${gigabytes} GB` : `${mebibytes} MiB`;
}

/** What memory, in MiB, Fargate sells beside a CPU; empty when it does not sell that CPU. */
export function memoriesFor(cpu: number, platform: { readonly windows?: boolean } = {}): readonly number[] {
  const size = fargateSizes.find((row) => row.cpu === cpu);
  return size && (size.windows || !platform.windows) ? size.memories : [];
}

/** Whether Fargate sells this pair of CPU units and MiB. */
export function isFargateSize(
  cpu: number,
  memory: number,
  platform: { readonly windows?: boolean } = {},
): boolean {
  return memoriesFor(cpu, platform).includes(memory);
}

/** The smallest size that has at least so much of both, CPU first; the largest there is when none has. */
export function nearestFargateSize(
  cpu: number,
  memory: number,
  platform: { readonly windows?: boolean } = {},
): { readonly cpu: number; readonly memory: number } {
  let largest = { cpu: 256, memory: 512 };
  for (const row of fargateSizes) {
    if (platform.windows && !row.windows) continue;
    const enough = row.memories.find((value) => value >= memory);
    if (row.cpu >= cpu && enough !== undefined) return { cpu: row.cpu, memory: enough };
    largest = { cpu: row.cpu, memory: row.memories.at(-1) ?? largest.memory };
  }
  return largest;
}
