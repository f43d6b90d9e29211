/** Memory of single containers. */
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, reported } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';

/** Docker 20.10 and later run nothing with less, in MiB. */
const LEAST = 6;

/** In reading order. */
export const containerMemoryRules: readonly Rule[] = [
  {
    id: 'memory-missing',
    severity: 'error',
    title: 'Without memory at the task each container needs its own',
    why: 'ECS must know how much memory of an instance the task takes. "memory" is the limit at which the container is killed, "memoryReservation" what is set aside for it; one of the two is enough.',
    answer:
      "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified.",
    source: reported('aws/aws-cli', 4453),
    examples: {
      good: [
        { title: 'A reservation is enough', task: ec2({}, { memory: undefined, memoryReservation: 64 }) },
        { title: 'Memory at the task', task: ec2({ memory: '512' }, { memory: undefined }) },
      ],
      bad: [{ title: 'One of two has none', task: ec2({}, {}, { memory: undefined }) }],
    },
    *check(reading) {
      if (!missing(reading, ['memory'], reading.task.memory) || requiresFargate(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const reservation = [...at, 'memoryReservation'];
        if (!missing(reading, [...at, 'memory'], definition.memory)) continue;
        if (!missing(reading, reservation, definition.memoryReservation)) continue;
        yield {
          path: [...at, 'memory'],
          message: `${called} has neither "memory" nor "memoryReservation", and the task has no memory either: say how many MiB it needs.`,
          fix: {
            label: `Reserve 128 MiB for ${called}`,
            safe: false,
            edits: [{ op: 'set', path: reservation, value: 128 }],
          },
        };
      }
    },
  },
  {
    id: 'memory-reservation',
    severity: 'error',
    title: 'A container cannot reserve more memory than it may use',
    why: 'memoryReservation is what is set aside, memory the limit at which the container is killed. Both may be equal.',
    answer: "'memory' must be greater than or equal to 'memoryReservation'",
    source: deployed('pf-ecs-memory-reservation'),
    examples: {
      good: [{ title: 'Equal', task: ec2({}, { memory: 256, memoryReservation: 256 }) }],
      bad: [{ title: 'Twice as much', task: fargate({}, { memory: 256, memoryReservation: 512 }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const { memory, memoryReservation } = definition;
        const path = [...at, 'memoryReservation'];
        if (memory === undefined || memoryReservation === undefined || memoryReservation <= memory) continue;
        if (!known(reading, path) || !known(reading, [...at, 'memory'])) continue;
        yield {
          path,
          message: `${called} reserves ${memoryReservation} MiB but may use ${memory} MiB: reserve less, or raise "memory".`,
          fix: { label: `Reserve ${memory} MiB`, safe: true, edits: [{ op: 'set', path, value: memory }] },
        };
      }
    },
  },
  {
    id: 'memory-min',
    severity: 'warning',
    title: 'A container needs at least 6 MiB',
    why: 'Docker 20.10 and later start nothing with less; older ones took 4.',
    source: api('ContainerDefinition', 'memory; whether registration refuses it is not known'),
    examples: {
      good: [{ title: 'Exactly 6', task: ec2({}, { memory: 6 }) }],
      bad: [{ title: 'Four', task: ec2({}, { memory: 4 }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'memory'];
        if (definition.memory === undefined || definition.memory >= LEAST || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} may use ${definition.memory} MiB, but Docker starts nothing with less than ${LEAST} MiB: raise it.`,
          fix: {
            label: `Set memory to ${LEAST} MiB`,
            safe: true,
            edits: [{ op: 'set', path, value: LEAST }],
          },
        };
      }
    },
  },
];
