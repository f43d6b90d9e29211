/** The disk of a Fargate task. */
import type { Rule } from './rule.ts';
import { requires, requiresFargate, spares } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { deployed } from './terms/sources.ts';
import { known } from './terms/view.ts';

const PATH = ['ephemeralStorage', 'sizeInGiB'];
const size = (sizeInGiB: number) => ({ ephemeralStorage: { sizeInGiB } });

/** In reading order. */
export const ephemeralStorageRules: readonly Rule[] = [
  {
    id: 'ephemeral-low',
    severity: 'error',
    title: 'Ephemeral storage begins at 21 GiB',
    why: 'A Fargate task has 20 GiB anyway; who wants just these leaves the member out.',
    answer: 'EphemeralStorage size should be at least 21',
    source: deployed('pf-ecs-ephemeral-storage-size'),
    examples: {
      good: [{ title: 'The least', task: fargate(size(21)) }],
      bad: [{ title: 'What there is anyway', task: fargate(size(20)) }],
    },
    *check(reading) {
      const wanted = reading.task.ephemeralStorage?.sizeInGiB;
      if (!requiresFargate(reading) || wanted === undefined || wanted >= 21 || !known(reading, PATH)) return;
      yield {
        path: PATH,
        message: `The task asks for ${wanted} GiB of ephemeral storage, but the least is 21: leave it out to get 20 GiB.`,
        fix: {
          label: 'Remove ephemeralStorage (20 GiB)',
          safe: true,
          edits: [{ op: 'remove', path: ['ephemeralStorage'] }],
        },
      };
    },
  },
  {
    id: 'ephemeral-high',
    severity: 'error',
    title: 'Ephemeral storage ends at 200 GiB',
    why: 'More room is had from an EFS file system or an EBS volume that is configured at launch.',
    answer: 'EphemeralStorage size should be at most 200',
    source: deployed('pf-ecs-ephemeral-storage-size'),
    examples: {
      good: [{ title: 'The most', task: fargate(size(200)) }],
      bad: [{ title: 'One more', task: fargate(size(201)) }],
    },
    *check(reading) {
      const wanted = reading.task.ephemeralStorage?.sizeInGiB;
      if (!requiresFargate(reading) || wanted === undefined || wanted <= 200 || !known(reading, PATH)) return;
      yield {
        path: PATH,
        message: `The task asks for ${wanted} GiB of ephemeral storage, but the most is 200: ask for less, or mount EFS or an EBS volume.`,
        fix: { label: 'Set it to 200 GiB', safe: false, edits: [{ op: 'set', path: PATH, value: 200 }] },
      };
    },
  },
  {
    id: 'ephemeral-ec2',
    severity: 'error',
    title: 'Ephemeral storage is for Fargate',
    why: 'On an instance the task uses the disk of the instance.',
    answer: 'Tasks using the EC2 launch type do not support EphemeralStorage.',
    source: deployed('pf-ecs-ephemeral-storage-ec2'),
    examples: {
      good: [{ title: 'On Fargate', task: fargate(size(50)) }],
      bad: [
        { title: 'On EC2', task: ec2(size(50)) },
        { title: 'No capacity named', task: ec2({ requiresCompatibilities: undefined, ...size(50) }) },
      ],
    },
    *check(reading) {
      const path = ['ephemeralStorage'];
      if (reading.task.ephemeralStorage === undefined || !spares(reading, 'FARGATE') || !known(reading, path))
        return;
      // Managed Instances have a rule of their own.
      if (requires(reading, 'MANAGED_INSTANCES')) return;
      yield {
        path,
        message:
          'The task sets ephemeralStorage and does not require Fargate, where alone it exists: take it out, or add FARGATE to requiresCompatibilities.',
        fix: { label: 'Remove ephemeralStorage', safe: true, edits: [{ op: 'remove', path }] },
      };
    },
  },
];
