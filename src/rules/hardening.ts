/** Rights that a container has and hardly ever needs. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { isWindows, networkMode, requiresFargate } from './terms/capacity.ts';
import { EXECUTION_ROLE, ec2, fargate, TASK_ROLE } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { listed } from './terms/words.ts';

const CHECKOV = (rule: string) => from(`Checkov, ${rule}`, 'https://github.com/bridgecrewio/checkov');
const STRONG = new Set(['ALL', 'SYS_ADMIN', 'NET_ADMIN', 'SYS_MODULE', 'SYS_RAWIO']);
const add = (...capabilities: string[]) => ({ linuxParameters: { capabilities: { add: capabilities } } });

/** In reading order. */
export const hardeningRules: readonly Rule[] = [
  {
    id: 'cap-admin',
    severity: 'warning',
    title: 'A capability that is nearly root on the host',
    why: 'SYS_ADMIN, NET_ADMIN, SYS_MODULE, SYS_RAWIO and ALL let a container change the kernel or the network of the instance that it shares with others.',
    source: api('KernelCapabilities'),
    examples: {
      good: [{ title: 'A harmless one', task: ec2({}, add('SYS_PTRACE')) }],
      bad: [{ title: 'SYS_ADMIN', task: ec2({}, add('SYS_ADMIN')) }],
    },
    *check(reading) {
      if (requiresFargate(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [capability, index] of items(definition.linuxParameters?.capabilities?.add)) {
          const path = [...at, 'linuxParameters', 'capabilities', 'add', index];
          if (!STRONG.has(capability) || !known(reading, path)) continue;
          yield {
            path,
            message: `${called} gets the capability ${capability}, with which it can change its host: take it out, or add only the smaller one that it needs.`,
          };
        }
      }
    },
  },
  {
    id: 'host-pid',
    severity: 'warning',
    title: 'A container sees the processes of its host',
    why: 'With pidMode host a container sees all processes of the instance, of other tasks too, and with the right user can stop them or read their memory.',
    source: CHECKOV('CKV_AWS_335'),
    examples: {
      good: [{ title: 'Those of the task', task: ec2({ pidMode: 'task' }) }],
      bad: [{ title: 'Those of the host', task: ec2({ pidMode: 'host' }) }],
    },
    *check(reading) {
      if (reading.task.pidMode !== 'host' || requiresFargate(reading) || !known(reading, ['pidMode'])) return;
      yield {
        path: ['pidMode'],
        message:
          'The containers see and reach all processes of their instance: use pidMode "task", unless this is an agent that must.',
        fix: {
          label: 'Share processes in the task only',
          safe: false,
          edits: [{ op: 'set', path: ['pidMode'], value: 'task' }],
        },
      };
    },
  },
  {
    id: 'host-ipc',
    severity: 'warning',
    title: 'A container shares memory with its host',
    why: 'With ipcMode host the shared memory and semaphores of the whole instance are open to the container.',
    source: api('RegisterTaskDefinition', 'ipcMode'),
    examples: {
      good: [{ title: 'Those of the task', task: ec2({ ipcMode: 'task' }) }],
      bad: [{ title: 'Those of the host', task: ec2({ ipcMode: 'host' }) }],
    },
    *check(reading) {
      if (reading.task.ipcMode !== 'host' || requiresFargate(reading) || !known(reading, ['ipcMode'])) return;
      yield {
        path: ['ipcMode'],
        message:
          'The containers share the memory segments of their whole instance: use ipcMode "task" where only they should share.',
        fix: {
          label: 'Share memory in the task only',
          safe: false,
          edits: [{ op: 'set', path: ['ipcMode'], value: 'task' }],
        },
      };
    },
  },
  {
    id: 'host-network',
    severity: 'warning',
    title: 'Containers on the network of their host',
    why: 'With networkMode host there is no wall between containers and instance: every port of theirs is one of the host, and root in a container reaches the credentials of the instance.',
    source: from(
      'AWS Config, ecs-task-definition-network-mode-not-host',
      'https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-network-mode-not-host.html',
    ),
    examples: {
      good: [{ title: 'bridge', task: ec2({}, { user: '1000' }) }],
      bad: [{ title: 'host', task: ec2({ networkMode: 'host' }, { user: '1000' }) }],
    },
    *check(reading) {
      if (networkMode(reading) !== 'host') return;
      const roots = containersOf(reading).filter(
        ({ definition, at }) => isRoot(definition.user) && known(reading, [...at, 'user']),
      );
      const who =
        roots.length > 0 ? ` ${listed(roots.map(({ called }) => called))} may even run as root there.` : '';
      yield {
        path: ['networkMode'],
        message: `The containers share the network of their instance, with all its ports and its metadata.${who} Use awsvpc, unless the host's network is what you need.`,
      };
    },
  },
  {
    id: 'root-user',
    severity: 'info',
    title: 'A container may run as root',
    why: 'Where "user" is not set, the image decides, and many images run as root. An attacker who gets in then has all that the container has.',
    source: api('ContainerDefinition', 'user'),
    examples: {
      good: [{ title: 'A user', task: fargate({}, { user: '1000:1000' }) }],
      bad: [
        { title: 'Not set', task: fargate() },
        { title: 'root', task: fargate({}, { user: '0' }) },
      ],
    },
    *check(reading) {
      if (isWindows(reading)) return;
      const roots = containersOf(reading).filter(
        ({ definition, at }) =>
          isRoot(definition.user) && !definition.firelensConfiguration && known(reading, [...at, 'user']),
      );
      if (roots.length === 0) return;
      const [first] = roots;
      const names = listed(roots.map(({ called }) => called));
      yield {
        path: first && roots.length === 1 ? [...first.at, 'user'] : ['containerDefinitions'],
        message: `${names} ${roots.length > 1 ? 'set' : 'sets'} no "user" other than root: set one that the image knows, for example "1000:1000", unless the image does so itself.`,
      };
    },
  },
  {
    id: 'readonly-root',
    severity: 'info',
    title: 'A container may change its own files',
    why: 'With "readonlyRootFilesystem": true nobody can leave a program behind or change one. What must be written goes to a volume or, since January 2026 on Fargate too, to tmpfs.',
    source: CHECKOV('CKV_AWS_336'),
    examples: {
      good: [{ title: 'Read-only', task: fargate({}, { readonlyRootFilesystem: true }) }],
      bad: [{ title: 'Writable', task: fargate({}, { readonlyRootFilesystem: false }) }],
    },
    *check(reading) {
      if (isWindows(reading)) return;
      const open = containersOf(reading).filter(
        ({ definition, at }) =>
          definition.readonlyRootFilesystem !== true && known(reading, [...at, 'readonlyRootFilesystem']),
      );
      const [first] = open;
      if (!first) return;
      const names = listed(open.map(({ called }) => called));
      yield {
        path: open.length === 1 ? [...first.at, 'readonlyRootFilesystem'] : ['containerDefinitions'],
        message: `${names} may write anywhere in ${open.length > 1 ? 'their' : 'its'} image: set "readonlyRootFilesystem": true, and give what must be written a volume.`,
      };
    },
  },
  {
    id: 'same-roles',
    severity: 'info',
    title: 'The app has the rights of ECS',
    why: 'The execution role may pull images and read the secrets of the task. As task role it hands these rights to the code of the containers.',
    source: CHECKOV('CKV_AWS_249'),
    examples: {
      good: [{ title: 'Two roles', task: fargate({ taskRoleArn: TASK_ROLE }) }],
      bad: [{ title: 'One role', task: fargate({ taskRoleArn: EXECUTION_ROLE }) }],
    },
    *check(reading) {
      const { taskRoleArn, executionRoleArn } = reading.task;
      if (!taskRoleArn || taskRoleArn !== executionRoleArn) return;
      if (!known(reading, ['taskRoleArn']) || !known(reading, ['executionRoleArn'])) return;
      yield {
        path: ['taskRoleArn'],
        message:
          'The task role is the execution role, so the containers may do all that ECS may for them: give them a role of their own, with what they need.',
      };
    },
  },
];

function isRoot(user: string | undefined): boolean {
  return user === undefined || user === '' || /^(0|root)(:|$)/.test(user);
}
