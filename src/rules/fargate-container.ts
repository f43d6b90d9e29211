/** What a container on Fargate may not have. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { refusedMember } from './terms/member.ts';
import { api, deployed } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const when = requiresFargate;
const DEVICE = { hostPath: '/dev/fuse' };

/** In reading order. */
export const fargateContainerRules: readonly Rule[] = [
  refusedMember({
    id: 'privileged-fargate',
    title: 'Fargate runs no privileged containers',
    why: 'A privileged container has the rights of root on its host; the host of a Fargate task belongs to AWS.',
    answer: "Fargate requires that the 'privileged' setting be 'false'",
    source: deployed('pf-ecs-fargate-privileged'),
    member: ['privileged'],
    value: (container) => container.privileged,
    when,
    because:
      'which Fargate refuses: take it out. Building images works without it in kaniko or BuildKit rootless; anything else that needs it must run on EC2.',
    examples: {
      good: [
        { title: 'false may stand there', task: fargate({}, { privileged: false }) },
        { title: 'On EC2', task: ec2({}, { privileged: true }) },
      ],
      bad: [{ title: 'Privileged on Fargate', task: fargate({}, { privileged: true }) }],
    },
  }),
  refusedMember({
    id: 'security-options-fargate',
    title: 'Fargate takes no dockerSecurityOptions',
    why: 'Security options configure the container runtime of the host, which Fargate does not open, not even for harmless ones.',
    answer: 'Fargate compatible task definitions do not support dockerSecurityOptions',
    source: deployed('pf-ecs-fargate-docker-security-options'),
    member: ['dockerSecurityOptions'],
    value: (container) => container.dockerSecurityOptions,
    when,
    because: 'which Fargate refuses: take it out, or run the task on EC2.',
    examples: {
      good: [{ title: 'An empty list', task: fargate({}, { dockerSecurityOptions: [] }) }],
      bad: [{ title: 'One option', task: fargate({}, { dockerSecurityOptions: ['no-new-privileges'] }) }],
    },
  }),
  refusedMember({
    id: 'devices-fargate',
    title: 'Fargate maps no devices',
    why: 'Devices are those of the host, which belongs to AWS.',
    answer: 'Fargate compatible task definitions do not support devices',
    source: deployed('pf-ecs-fargate-linux-parameters'),
    member: ['linuxParameters', 'devices'],
    value: (container) => container.linuxParameters?.devices,
    when,
    because: 'which Fargate refuses: take them out, or run the task on EC2.',
    examples: {
      good: [{ title: 'On EC2', task: ec2({}, { linuxParameters: { devices: [DEVICE] } }) }],
      bad: [{ title: 'A device', task: fargate({}, { linuxParameters: { devices: [DEVICE] } }) }],
    },
  }),
  refusedMember({
    id: 'shm-fargate',
    title: 'Fargate takes no sharedMemorySize',
    why: '/dev/shm has a fixed size on Fargate. A headless browser can be told to do without (--disable-dev-shm-usage), and a tmpfs mount can stand in for it.',
    answer: 'Fargate compatible task definitions do not support sharedMemorySize',
    source: deployed('pf-ecs-fargate-linux-parameters'),
    member: ['linuxParameters', 'sharedMemorySize'],
    value: (container) => container.linuxParameters?.sharedMemorySize,
    when,
    because:
      'which Fargate refuses: take it out. A tmpfs mount is allowed instead (platform version 1.4.0 or later).',
    examples: {
      good: [
        {
          title: 'A tmpfs mount on Fargate',
          task: fargate({}, { linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }] } }),
        },
        { title: 'On EC2', task: ec2({}, { linuxParameters: { sharedMemorySize: 512 } }) },
      ],
      bad: [{ title: 'Shared memory', task: fargate({}, { linuxParameters: { sharedMemorySize: 512 } }) }],
    },
  }),
  ...swap('maxSwap', 'swappiness'),
  {
    id: 'caps-fargate',
    severity: 'error',
    title: 'On Fargate only SYS_PTRACE may be added',
    why: 'Kernel capabilities beyond the usual ones would reach the host. Any of them may be dropped.',
    answer: 'NET_ADMIN is not allowed on Fargate.',
    source: deployed('pf-ecs-fargate-linux-capabilities'),
    examples: {
      good: [
        {
          title: 'The one that may be added; dropping is free',
          task: fargate({}, { linuxParameters: { capabilities: { add: ['SYS_PTRACE'], drop: ['ALL'] } } }),
        },
        { title: 'On EC2', task: ec2({}, { linuxParameters: { capabilities: { add: ['NET_ADMIN'] } } }) },
      ],
      bad: [
        {
          title: 'NET_ADMIN',
          task: fargate({}, { linuxParameters: { capabilities: { add: ['SYS_PTRACE', 'NET_ADMIN'] } } }),
        },
      ],
    },
    *check(reading) {
      if (!when(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [capability, index] of items(definition.linuxParameters?.capabilities?.add)) {
          const path = [...at, 'linuxParameters', 'capabilities', 'add', index];
          if (capability === 'SYS_PTRACE' || !known(reading, path)) continue;
          yield {
            path,
            message: `${called} adds the capability ${quote(capability)}: on Fargate only SYS_PTRACE may be added. Take it out, or run the task on EC2.`,
            fix: {
              label: `Remove ${quote(capability)} from ${called}`,
              safe: false,
              edits: [{ op: 'remove', path }],
            },
          };
        }
      }
    },
  },
  refusedMember({
    id: 'gpu-fargate',
    title: 'Fargate has no GPUs',
    why: 'GPUs are a matter of the instance type: EC2 or ECS Managed Instances.',
    answer: 'Tasks using the Fargate launch type do not support GPU resource requirements',
    source: deployed('pf-ecs-fargate-gpu'),
    member: ['resourceRequirements'],
    value: (container) => container.resourceRequirements?.some((need) => need?.type === 'GPU'),
    when,
    because: 'asking for a GPU, which Fargate does not have: take it out, or run the task on EC2.',
    examples: {
      good: [{ title: 'On EC2', task: ec2({}, { resourceRequirements: [{ type: 'GPU', value: '1' }] }) }],
      bad: [{ title: 'A GPU', task: fargate({}, { resourceRequirements: [{ type: 'GPU', value: '1' }] }) }],
    },
  }),
  {
    id: 'ulimits-fargate',
    severity: 'warning',
    title: 'Fargate may ignore limits other than nofile',
    why: 'Fargate sets the limits of its operating system. AWS documents that nofile can be changed; about the others its pages differ.',
    source: api('Ulimit'),
    examples: {
      good: [
        {
          title: 'nofile',
          task: fargate({}, { ulimits: [{ name: 'nofile', softLimit: 1024, hardLimit: 4096 }] }),
        },
        { title: 'On EC2', task: ec2({}, { ulimits: [{ name: 'core', softLimit: 0, hardLimit: 0 }] }) },
      ],
      bad: [
        { title: 'core', task: fargate({}, { ulimits: [{ name: 'core', softLimit: 0, hardLimit: 0 }] }) },
      ],
    },
    *check(reading) {
      if (!when(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [limit, index] of items(definition.ulimits)) {
          const path = [...at, 'ulimits', index, 'name'];
          if (limit.name === undefined || limit.name === 'nofile' || !known(reading, path)) continue;
          yield {
            path,
            message: `${called} sets the limit ${limit.name}: on Fargate only nofile is documented to take effect. Check in the running container (ulimit -a) that it arrives.`,
          };
        }
      }
    },
  },
];

/** Both belong to one fact: Fargate hosts have no swap that a task could use. */
function swap(...members: readonly ('maxSwap' | 'swappiness')[]): Rule[] {
  const parts = members.map((member) =>
    refusedMember({
      id: 'swap-fargate',
      title: 'Fargate has no swap',
      why: 'A Fargate task has its memory and nothing beyond it.',
      answer: 'Fargate compatible task definitions do not support maxSwap',
      source: deployed('pf-ecs-fargate-linux-parameters'),
      member: ['linuxParameters', member],
      value: (container) => container.linuxParameters?.[member],
      when,
      because: 'but Fargate has no swap and refuses it: take it out.',
      examples: {
        good: [{ title: 'On EC2', task: ec2({}, { linuxParameters: { maxSwap: 256, swappiness: 60 } }) }],
        bad: [
          { title: 'Swap space', task: fargate({}, { linuxParameters: { maxSwap: 256 } }) },
          { title: 'Swappiness', task: fargate({}, { linuxParameters: { swappiness: 10 } }) },
        ],
      },
    }),
  );
  const [first] = parts;
  if (!first) return [];
  return [
    {
      ...first,
      *check(reading) {
        for (const part of parts) yield* part.check(reading);
      },
    },
  ];
}
