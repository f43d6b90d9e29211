/** CPU and memory of the task, and what its containers want of them. */
import type { Edit } from '../model/edit.ts';
import {
  formatMemory,
  hostCpuRange,
  nearestFargateSize,
  parseCpu,
  parseMemory,
} from '../model/fargateSizes.ts';
import type { Reading } from '../model/reading.ts';
import type { Fix, Rule } from './rule.ts';
import { isWindows, requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, guide, reported } from './terms/sources.ts';
import { containersOf, known, wholeList } from './terms/view.ts';
import { quote } from './terms/words.ts';

/** In reading order. */
export const taskSizeRules: readonly Rule[] = [
  {
    id: 'task-cpu-invalid',
    severity: 'error',
    title: 'The CPU of a task is a number of units or of vCPU',
    why: '1024 units are one vCPU. Both ways of writing are understood; outside Fargate 128 to 196608 units are possible.',
    answer: "Invalid 'cpu' setting for task.",
    source: guide('task-cpu-memory-error', 'troubleshooting invalid CPU or memory errors'),
    examples: {
      good: [
        { title: 'In vCPU', task: ec2({ cpu: '.25 vCPU' }) },
        { title: 'The least', task: ec2({ cpu: '128' }) },
      ],
      bad: [
        { title: 'In words', task: ec2({ cpu: 'one vCPU' }) },
        { title: 'Too little', task: ec2({ cpu: '64' }) },
      ],
    },
    *check(reading) {
      const { cpu } = reading.task;
      if (cpu === undefined || !known(reading, ['cpu'])) return;
      const units = parseCpu(cpu);
      if (units === undefined) {
        yield {
          path: ['cpu'],
          message: `The CPU of the task is ${quote(cpu)}, which is not understood: write units ("1024") or vCPU ("1 vCPU").`,
        };
      } else if (!requiresFargate(reading) && (units < hostCpuRange.min || units > hostCpuRange.max)) {
        yield {
          path: ['cpu'],
          message: `The CPU of the task is ${units} units, but ${hostCpuRange.min} to ${hostCpuRange.max} are possible (0.125 to 192 vCPU): change it, or leave it out.`,
        };
      }
    },
  },
  {
    id: 'task-memory-invalid',
    severity: 'error',
    title: 'The memory of a task is a number of MiB or of GB',
    why: 'A plain number means MiB; GB may be written behind it.',
    answer: "Invalid 'memory' setting for task.",
    source: guide('task-cpu-memory-error', 'troubleshooting invalid CPU or memory errors'),
    examples: {
      good: [{ title: 'In GB', task: ec2({ memory: '0.5 GB' }) }],
      bad: [
        { title: 'In words', task: ec2({ memory: 'plenty' }) },
        { title: 'In a unit that ECS does not know', task: ec2({ memory: '512Mi' }) },
      ],
    },
    *check(reading) {
      const { memory } = reading.task;
      if (memory === undefined || !known(reading, ['memory']) || parseMemory(memory) !== undefined) return;
      const mebibytes = /^\s*(\d+)\s*(m|mb|mi|mib)\s*$/i.exec(memory)?.[1];
      yield {
        path: ['memory'],
        message: `The memory of the task is ${quote(memory)}, which is not understood: write MiB ("2048") or GB ("2 GB").`,
        ...(mebibytes && {
          fix: {
            label: `Write ${mebibytes} (MiB)`,
            safe: true,
            edits: [{ op: 'set', path: ['memory'], value: mebibytes }],
          },
        }),
      };
    },
  },
  {
    id: 'container-cpu-sum',
    severity: 'error',
    title: 'The containers must fit into the CPU of the task',
    why: 'The CPU of the containers is taken from that of the task. Containers without a number share what is left.',
    answer: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'.",
    source: deployed('pf-ecs-container-cpu-sum'),
    examples: {
      good: [
        { title: 'Exactly all of it', task: fargate({}, { cpu: 128 }, { cpu: 128 }) },
        { title: 'No CPU at the task', task: ec2({}, { cpu: 4096 }) },
      ],
      bad: [
        { title: 'More than there is', task: fargate({}, { cpu: 256 }, { cpu: 64 }) },
        { title: 'On EC2, in vCPU', task: ec2({ cpu: '1 vCPU' }, { cpu: 512 }, { cpu: 768 }) },
      ],
    },
    *check(reading) {
      const cpu = known(reading, ['cpu']) ? parseCpu(reading.task.cpu ?? '') : undefined;
      if (cpu === undefined) return;
      let sum = 0;
      for (const { definition, at } of containersOf(reading)) {
        if (known(reading, [...at, 'cpu'])) sum += definition.cpu ?? 0;
      }
      if (sum <= cpu) return;
      yield {
        path: ['containerDefinitions'],
        message: `The containers ask for ${sum} CPU units together, but the task has ${cpu}: give the task more, or the containers less.`,
        ...larger(reading, { cpu: sum }),
      };
    },
  },
  {
    id: 'container-memory-over-task',
    severity: 'error',
    title: 'A container must fit into the memory of the task',
    why: 'The memory of the task is the limit of all its containers together.',
    answer: "The 'memory' setting for container 'worker' is greater than for the task.",
    source: reported('pulumi/pulumi-awsx', 188),
    examples: {
      good: [{ title: 'All of it', task: fargate({}, { memory: 512 }) }],
      bad: [{ title: 'Twice as much', task: fargate({}, { memory: 1024 }) }],
    },
    *check(reading) {
      const memory = known(reading, ['memory']) ? parseMemory(reading.task.memory ?? '') : undefined;
      if (memory === undefined) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'memory'];
        if ((definition.memory ?? 0) <= memory || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} may use ${definition.memory} MiB, but the whole task has ${memory} MiB: give the task more, or the container less.`,
          ...larger(reading, { memory: definition.memory ?? 0 }),
        };
      }
    },
  },
  {
    id: 'container-memory-sum',
    severity: 'warning',
    title: 'The reservations of the containers should fit into the task',
    why: 'AWS documents that the total must fit. Without memoryReservation the hard limit counts. More than the task has means that containers are killed when all of them use what they were promised.',
    source: api('RegisterTaskDefinition', 'memory; whether registration refuses it is not known'),
    examples: {
      good: [
        {
          title: 'Hard limits over it, reservations within',
          task: fargate({}, { memory: 512, memoryReservation: 256 }, { memory: 512, memoryReservation: 256 }),
        },
      ],
      bad: [{ title: 'Three quarters each', task: fargate({}, { memory: 384 }, { memory: 384 }) }],
    },
    *check(reading) {
      const memory = known(reading, ['memory']) ? parseMemory(reading.task.memory ?? '') : undefined;
      if (
        memory === undefined ||
        !wholeList(reading, ['containerDefinitions'], reading.task.containerDefinitions)
      )
        return;
      let sum = 0;
      for (const { definition, at } of containersOf(reading)) {
        // The container alone is over the task: another rule says so, and of this sum nothing more can be said.
        if ((definition.memory ?? 0) > memory) return;
        if (!known(reading, [...at, 'memory']) || !known(reading, [...at, 'memoryReservation'])) return;
        sum += definition.memoryReservation ?? definition.memory ?? 0;
      }
      if (sum <= memory) return;
      yield {
        path: ['containerDefinitions'],
        message: `The containers count on ${sum} MiB together, but the task has ${formatMemory(memory)}: give the task more, or reserve less.`,
        ...larger(reading, { memory: sum }),
      };
    },
  },
];

/** A task that has so much; on Fargate in the next size that exists. */
function larger(reading: Reading, wanted: { cpu?: number; memory?: number }): { fix?: Fix } {
  const cpuNow = known(reading, ['cpu']) ? parseCpu(reading.task.cpu ?? '') : undefined;
  const memoryNow = known(reading, ['memory']) ? parseMemory(reading.task.memory ?? '') : undefined;
  const cpu = Math.max(cpuNow ?? 0, wanted.cpu ?? 0);
  const memory = Math.max(memoryNow ?? 0, wanted.memory ?? 0);
  let size = { cpu, memory };
  if (requiresFargate(reading)) {
    if (cpuNow === undefined || memoryNow === undefined) return {};
    size = nearestFargateSize(cpu, memory, { windows: isWindows(reading) });
    if (size.cpu < cpu || size.memory < memory) return {};
  } else if (cpu > hostCpuRange.max) {
    return {};
  }
  const edits: Edit[] = [];
  const words: string[] = [];
  if (cpuNow !== undefined && size.cpu !== cpuNow) {
    edits.push({ op: 'set', path: ['cpu'], value: String(size.cpu) });
    words.push(`${size.cpu} CPU units`);
  }
  if (memoryNow !== undefined && size.memory !== memoryNow) {
    edits.push({ op: 'set', path: ['memory'], value: String(size.memory) });
    words.push(formatMemory(size.memory));
  }
  return edits.length === 0
    ? {}
    : { fix: { label: `Give the task ${words.join(' and ')}`, safe: false, edits } };
}
