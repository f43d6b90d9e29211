/** The sizes in which Fargate sells tasks. */

import {
  formatCpu,
  formatMemory,
  isFargateSize,
  memoriesFor,
  nearestFargateSize,
  parseCpu,
  parseMemory,
} from '../model/fargateSizes.ts';
import type { Reading } from '../model/reading.ts';
import type { Fix, Rule } from './rule.ts';
import { isWindows, requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { deployed, guide, reported } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';

const SIZES = guide('fargate-tasks-services', 'task CPU and memory on Fargate');
const windows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } };

/** In reading order. */
export const fargateSizeRules: readonly Rule[] = [
  {
    id: 'fargate-cpu-missing',
    severity: 'error',
    title: 'Fargate needs the CPU of the task',
    why: 'On Fargate the size of the task is what you buy. CPU of single containers does not count as the task’s.',
    answer: "Fargate requires that 'cpu' be defined at the task level.",
    source: reported('mongodb/terraform-aws-ecs-task-definition', 38),
    examples: {
      good: [{ title: 'Left out on EC2', task: ec2() }],
      bad: [{ title: 'Only memory', task: fargate({ cpu: undefined, memory: '3072' }) }],
    },
    *check(reading) {
      if (!requiresFargate(reading) || reading.task.cpu !== undefined || !known(reading, ['cpu'])) return;
      yield {
        path: ['cpu'],
        message:
          'The task is for Fargate and has no "cpu" beside its containers: add it, for example "256" for a quarter vCPU.',
        ...sizeFix(reading),
      };
    },
  },
  {
    id: 'fargate-memory-missing',
    severity: 'error',
    title: 'Fargate needs the memory of the task',
    why: 'On Fargate the size of the task is what you buy. Memory of single containers does not count as the task’s.',
    answer: "Fargate requires that 'memory' be defined at the task level.",
    source: deployed('pf-ecs-fargate-task-size'),
    examples: {
      good: [{ title: 'Left out on EC2', task: ec2() }],
      bad: [{ title: 'Only of a container', task: fargate({ memory: undefined }, { memory: 512 }) }],
    },
    *check(reading) {
      if (!requiresFargate(reading) || reading.task.memory !== undefined || !known(reading, ['memory']))
        return;
      yield {
        path: ['memory'],
        message:
          'The task is for Fargate and has no "memory" beside its containers: add it, for example "512" MiB.',
        ...sizeFix(reading),
      };
    },
  },
  {
    id: 'fargate-size',
    severity: 'error',
    title: 'Fargate sells certain pairs of CPU and memory',
    why: 'Each CPU size has its own smallest and largest memory and its own steps between them.',
    answer:
      'No Fargate configuration exists for given values: 1024 CPU, 1024 memory. See the Amazon ECS documentation for the valid values.',
    source: reported('aws-games/cloud-game-development-toolkit', 737),
    examples: {
      good: [
        { title: 'The largest beside 1 vCPU', task: fargate({ cpu: '1024', memory: '8192' }) },
        { title: 'Written with units', task: fargate({ cpu: '.25 vCPU', memory: '0.5 GB' }) },
        { title: 'Any pair on EC2', task: ec2({ cpu: '1024', memory: '1024' }) },
      ],
      bad: [
        { title: 'Too little memory', task: fargate({ cpu: '1024', memory: '1024' }) },
        { title: 'Between two steps', task: fargate({ cpu: '1024', memory: '2560' }) },
        { title: 'No such CPU', task: fargate({ cpu: '300', memory: '1024' }) },
      ],
    },
    *check(reading) {
      const size = writtenSize(reading);
      if (!size || isFargateSize(size.cpu, size.memory)) return;
      const memories = memoriesFor(size.cpu);
      const offer =
        memories.length === 0
          ? `Fargate has no task of ${formatCpu(size.cpu)}; there are 0.25, 0.5, 1, 2, 4, 8, 16 and 32 vCPU`
          : `${formatCpu(size.cpu)} goes with ${memoryWords(memories)}`;
      yield {
        path: [memories.length === 0 ? 'cpu' : 'memory'],
        message: `Fargate has no task of ${size.cpu} CPU units with ${size.memory} MiB: ${offer}.`,
        ...sizeFix(reading),
      };
    },
  },
  {
    id: 'fargate-windows-cpu',
    severity: 'error',
    title: 'Windows on Fargate takes 1, 2 or 4 vCPU',
    why: 'The smaller and the larger Fargate sizes exist for Linux only.',
    answer:
      'No Fargate configuration exists for given values: 512 CPU, 1024 memory. See the Amazon ECS documentation for the valid values.',
    source: deployed('pf-ecs-fargate-windows-size'),
    examples: {
      good: [{ title: 'The smallest', task: fargate({ ...windows, cpu: '1024', memory: '2048' }) }],
      bad: [
        { title: 'Half a vCPU', task: fargate({ ...windows, cpu: '512', memory: '1024' }) },
        { title: '8 vCPU', task: fargate({ ...windows, cpu: '8192', memory: '16384' }) },
      ],
    },
    *check(reading) {
      const size = writtenSize(reading);
      if (!size || !isWindows(reading) || !isFargateSize(size.cpu, size.memory)) return;
      if (isFargateSize(size.cpu, size.memory, { windows: true })) return;
      yield {
        path: ['cpu'],
        message: `The task runs Windows on Fargate with ${formatCpu(size.cpu)}, but Windows takes 1, 2 or 4 vCPU there: change the size.`,
        ...sizeFix(reading),
      };
    },
  },
  {
    id: 'fargate-windows-arm',
    severity: 'error',
    title: 'Windows on Fargate has no ARM64',
    why: 'Windows containers run on X86_64 only.',
    source: deployed('pf-ecs-fargate-windows-arm64'),
    examples: {
      good: [
        { title: 'Linux on ARM64', task: fargate({ runtimePlatform: { cpuArchitecture: 'ARM64' } }) },
        {
          title: 'Windows on X86_64',
          task: fargate({
            cpu: '1024',
            memory: '2048',
            runtimePlatform: { ...windows.runtimePlatform, cpuArchitecture: 'X86_64' },
          }),
        },
      ],
      bad: [
        {
          title: 'Windows on ARM64',
          task: fargate({
            cpu: '1024',
            memory: '2048',
            runtimePlatform: { ...windows.runtimePlatform, cpuArchitecture: 'ARM64' },
          }),
        },
      ],
    },
    *check(reading) {
      const path = ['runtimePlatform', 'cpuArchitecture'];
      if (!requiresFargate(reading) || !isWindows(reading) || !known(reading, path)) return;
      if (reading.task.runtimePlatform?.cpuArchitecture !== 'ARM64') return;
      yield {
        path,
        message: 'The task asks for Windows on ARM64, which Fargate does not have: use X86_64.',
        fix: {
          label: 'Set the architecture X86_64',
          safe: true,
          edits: [{ op: 'set', path, value: 'X86_64' }],
        },
      };
    },
  },
  {
    id: 'fargate-size-newest',
    severity: 'info',
    title: '32 vCPU on Fargate is the newest size',
    why: 'It was documented in 2026, and a month later one Region still refused it.',
    source: SIZES,
    examples: {
      good: [{ title: '16 vCPU', task: fargate({ cpu: '16384', memory: '32768' }) }],
      bad: [{ title: '32 vCPU', task: fargate({ cpu: '32768', memory: '61440' }) }],
    },
    *check(reading) {
      const size = writtenSize(reading);
      if (size?.cpu !== 32768 || !isFargateSize(size.cpu, size.memory)) return;
      yield {
        path: ['cpu'],
        message:
          '32 vCPU is the newest Fargate size and may not exist in every Region yet: try it in yours before you rely on it.',
      };
    },
  },
];

/** CPU units and MiB of a task for Fargate, when both are written and understood. */
function writtenSize(reading: Reading): { cpu: number; memory: number } | undefined {
  if (!requiresFargate(reading) || !known(reading, ['cpu']) || !known(reading, ['memory'])) return undefined;
  const cpu = parseCpu(reading.task.cpu ?? '');
  const memory = parseMemory(reading.task.memory ?? '');
  return cpu === undefined || memory === undefined ? undefined : { cpu, memory };
}

/** The smallest size that has what is written and what the containers ask for. */
function sizeFix(reading: Reading): { fix?: Fix } {
  if (!known(reading, ['cpu']) || !known(reading, ['memory'])) return {};
  let cpuWanted = 0;
  let memoryWanted = 0;
  let largest = 0;
  for (const { definition } of containersOf(reading)) {
    cpuWanted += definition.cpu ?? 0;
    memoryWanted += definition.memoryReservation ?? definition.memory ?? 0;
    largest = Math.max(largest, definition.memory ?? 0);
  }
  memoryWanted = Math.max(memoryWanted, largest);
  const cpu = Math.max(cpuWanted, parseCpu(reading.task.cpu ?? '') ?? 0);
  const memory = Math.max(memoryWanted, parseMemory(reading.task.memory ?? '') ?? 0);
  const size = nearestFargateSize(cpu, memory, { windows: isWindows(reading) });
  if (size.cpu < cpu || size.memory < memory) return {};
  const differs = (member: 'cpu' | 'memory', now: number | undefined) =>
    now === size[member] ? [] : [{ op: 'set' as const, path: [member], value: String(size[member]) }];
  return {
    fix: {
      label: `Make it ${formatCpu(size.cpu)} with ${formatMemory(size.memory)}`,
      safe: false,
      edits: [
        ...differs('cpu', parseCpu(reading.task.cpu ?? '')),
        ...differs('memory', parseMemory(reading.task.memory ?? '')),
      ],
    },
  };
}

/** `512 MiB, 1 GB and 2 GB`, or `2 to 8 GB in steps of 1 GB`. */
function memoryWords(memories: readonly number[]): string {
  const [first = 0, second = 0] = memories;
  const last = memories.at(-1) ?? 0;
  if (memories.length <= 3)
    return memories
      .map(formatMemory)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1');
  return `${formatMemory(first)} to ${formatMemory(last)} in steps of ${formatMemory(second - first)}`;
}
