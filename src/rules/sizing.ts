/** How a task and its containers share what they are given. */
import { fargateSizes, formatCpu, formatMemory, parseCpu, parseMemory } from '../model/fargateSizes.ts';
import type { Rule } from './rule.ts';
import { isWindows, requires, requiresFargate, spares } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, guide } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';
import { listed } from './terms/words.ts';

const WINDOWS = {
  networkMode: undefined,
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
};

/** Below so many MiB hardly anything is gained by sharing. */
const WORTH_SHARING = 512;

/** In reading order. */
export const sizingRules: readonly Rule[] = [
  {
    id: 'no-container-memory',
    severity: 'info',
    title: 'One container can take the memory of all',
    why: 'On Fargate containers without a limit of their own share the memory of the task. When it is used up, the kernel chooses whom to kill, and that may be the app for the leak of a sidecar.',
    source: api('ContainerDefinition', 'memory'),
    examples: {
      good: [
        { title: 'The sidecar has a limit', task: fargate({}, {}, { memory: 128 }) },
        { title: 'One container', task: fargate() },
      ],
      bad: [{ title: 'No limits', task: fargate({}, {}, {}) }],
    },
    *check(reading) {
      const containers = containersOf(reading);
      if (!requiresFargate(reading) || containers.length < 2) return;
      const open = containers.every(
        ({ definition, at }) => definition.memory === undefined && known(reading, [...at, 'memory']),
      );
      if (!open) return;
      yield {
        path: ['containerDefinitions'],
        message: `${listed(containers.map(({ called }) => called))} share the memory of the task without limits, so one of them can take it all: give those beside the app a "memory".`,
      };
    },
  },
  {
    id: 'no-soft-limit',
    severity: 'info',
    title: 'An instance keeps free what is hardly ever used',
    why: 'ECS reserves "memory" on the instance where "memoryReservation" is not set, so a limit that is meant for the worst moment is taken all the time, and fewer tasks fit.',
    source: api('ContainerDefinition', 'memoryReservation'),
    examples: {
      good: [
        { title: 'Both', task: ec2({}, { memory: 1024, memoryReservation: 512 }) },
        { title: 'The size of the task counts', task: ec2({ memory: '1024' }, { memory: 1024 }) },
        { title: 'On Fargate the whole task is paid for', task: fargate({}, { memory: 256 }) },
        { title: 'Little', task: ec2({}, { memory: 256 }) },
      ],
      bad: [{ title: 'Only the limit', task: ec2({}, { memory: 1024 }) }],
    },
    *check(reading) {
      if (!requires(reading, 'EC2') || requiresFargate(reading) || isWindows(reading)) return;
      if (!missing(reading, ['memory'], reading.task.memory)) return;
      const hard = containersOf(reading).filter(
        ({ definition, at }) =>
          (definition.memory ?? 0) >= WORTH_SHARING &&
          known(reading, [...at, 'memory']) &&
          missing(reading, [...at, 'memoryReservation'], definition.memoryReservation),
      );
      const [first] = hard;
      if (!first) return;
      const names = listed(hard.map(({ called }) => called));
      const sum = hard.reduce((total, { definition }) => total + (definition.memory ?? 0), 0);
      yield {
        path: hard.length === 1 ? [...first.at, 'memoryReservation'] : ['containerDefinitions'],
        message: `${names} ${hard.length > 1 ? 'reserve' : 'reserves'} ${formatMemory(sum)} on the instance, used or not: with a "memoryReservation" of what is needed most of the time more tasks fit.`,
      };
    },
  },
  {
    id: 'cpu-unbalanced',
    severity: 'info',
    title: 'A container gets next to no CPU when it is tight',
    why: 'CPU units are shares. A container without any beside others with some has 2, so when all are busy it waits for nearly everything.',
    source: api('ContainerDefinition', 'cpu'),
    examples: {
      good: [
        { title: 'Nobody has units', task: fargate({}, {}, {}) },
        { title: 'All have some', task: fargate({}, { cpu: 192 }, { cpu: 64 }) },
      ],
      bad: [{ title: 'One has none', task: fargate({}, { cpu: 192 }, {}) }],
    },
    *check(reading) {
      if (isWindows(reading)) return;
      const containers = containersOf(reading);
      const given = containers.filter(({ definition }) => (definition.cpu ?? 0) > 0);
      if (given.length === 0) return;
      const without = containers.filter(
        ({ definition, at }) =>
          !definition.cpu && definition.essential !== false && known(reading, [...at, 'cpu']),
      );
      const [first] = without;
      if (!first) return;
      yield {
        path: [...first.at, 'cpu'],
        message: `${listed(without.map(({ called }) => called))} ${without.length > 1 ? 'have' : 'has'} no CPU units beside ${listed(given.map(({ called }) => called))}, which counts as 2 shares: give every container some, or none.`,
      };
    },
  },
  {
    id: 'task-size-round',
    severity: 'info',
    title: 'A task larger than what its containers may use',
    why: 'Fargate charges for the size of the task. What no container may use is paid for and idle.',
    source: guide('fargate-tasks-services', 'Task CPU and memory'),
    examples: {
      good: [
        {
          title: 'The next smaller size is too small',
          task: fargate({ cpu: '512', memory: '2048' }, { cpu: 512, memory: 1500 }),
        },
        {
          title: 'A container without a limit',
          task: fargate({ cpu: '1024', memory: '8192' }, { memory: 512 }, {}),
        },
      ],
      bad: [
        {
          title: 'Six times too large',
          task: fargate({ cpu: '1024', memory: '8192' }, { cpu: 256, memory: 1024 }),
        },
      ],
    },
    *check(reading) {
      const size = { cpu: parseCpu(reading.task.cpu ?? ''), memory: parseMemory(reading.task.memory ?? '') };
      if (!requiresFargate(reading) || isWindows(reading) || !size.cpu || !size.memory) return;
      if (!known(reading, ['cpu']) || !known(reading, ['memory'])) return;
      let cpu = 0;
      let memory = 0;
      for (const { definition, at } of containersOf(reading)) {
        // Without limits of its own a container may use what is there.
        if (!definition.cpu || !definition.memory || !known(reading, at)) return;
        cpu += definition.cpu;
        memory += definition.memory;
      }
      if (memory === 0) return;
      const fits = fargateSizes.find((row) => row.cpu >= cpu && row.memories.some((each) => each >= memory));
      const least = fits?.memories.find((each) => each >= memory);
      if (!fits || least === undefined || least * 2 > size.memory || fits.cpu > size.cpu) return;
      yield {
        path: ['memory'],
        message: `The containers may use ${cpu} CPU units and ${memory} MiB, and the task has ${size.cpu} and ${size.memory}: ${formatCpu(fits.cpu)} with ${formatMemory(least)} would do.`,
      };
    },
  },
  {
    id: 'windows-task-size',
    severity: 'info',
    title: 'Windows ignores the size of the task',
    why: 'On EC2 the CPU and memory of a task are not enforced for Windows containers; those of each container are.',
    source: api('RegisterTaskDefinition', 'cpu and memory'),
    examples: {
      good: [{ title: 'Sizes of the containers', task: ec2(WINDOWS, { cpu: 512 }) }],
      bad: [{ title: 'A size of the task', task: ec2({ ...WINDOWS, cpu: '1024', memory: '2048' }) }],
    },
    *check(reading) {
      const { cpu, memory } = reading.task;
      if (!isWindows(reading) || !spares(reading, 'FARGATE') || (cpu === undefined && memory === undefined))
        return;
      const member = cpu === undefined ? 'memory' : 'cpu';
      if (!known(reading, [member])) return;
      yield {
        path: [member],
        message:
          'Windows containers on EC2 ignore the CPU and memory of the task: set them on each container.',
      };
    },
  },
  {
    id: 'swap-al2023',
    severity: 'info',
    title: 'swappiness does nothing on Amazon Linux 2023',
    why: 'Its control groups (v2) have no such setting, so the value is ignored there.',
    source: api('LinuxParameters', 'swappiness'),
    examples: {
      good: [{ title: 'Only maxSwap', task: ec2({}, { linuxParameters: { maxSwap: 256 } }) }],
      bad: [
        { title: 'With swappiness', task: ec2({}, { linuxParameters: { maxSwap: 256, swappiness: 10 } }) },
      ],
    },
    *check(reading) {
      if (requiresFargate(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'linuxParameters', 'swappiness'];
        if (definition.linuxParameters?.swappiness === undefined || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} sets "swappiness", which instances with Amazon Linux 2023 ignore: do not rely on it there.`,
        };
      }
    },
  },
];
