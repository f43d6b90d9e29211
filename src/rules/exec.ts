/** What ECS Exec needs of a task in whose containers somebody will open a shell. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { isWindows } from './terms/capacity.ts';
import { ec2, fargate, TASK_ROLE } from './terms/examples.ts';
import { wantsExec } from './terms/exec.ts';
import { api, from, guide } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';
import { listed } from './terms/words.ts';

const EXEC = guide('ecs-exec', 'Monitor Amazon ECS containers with Amazon ECS Exec');
const ROLE = { taskRoleArn: TASK_ROLE };
const INIT = { linuxParameters: { initProcessEnabled: true } };
/** Where the agent of ECS Exec writes; with volumes there the rest of the image may be read-only. */
const WRITTEN = ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'];
const mounts = (paths: readonly string[]) => ({
  volumes: paths.map((_, index) => ({ name: `ssm-${index + 1}` })),
  mountPoints: paths.map((containerPath, index) => ({ sourceVolume: `ssm-${index + 1}`, containerPath })),
});
const { volumes, mountPoints } = mounts(WRITTEN);

/** In reading order. */
export const execRules: readonly Rule[] = [
  {
    id: 'exec-role',
    severity: 'warning',
    title: 'ECS Exec needs a task role',
    why: 'The agent in the container opens its channel with the task role, which must allow the four actions ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel. Without one the shell cannot be reached.',
    source: EXEC,
    examples: {
      good: [
        { title: 'A task role', task: fargate(ROLE, INIT), exec: true },
        { title: 'ECS Exec is not wanted', task: fargate() },
      ],
      bad: [{ title: 'None', task: fargate({}, INIT), exec: true }],
    },
    *check(reading) {
      if (!wantsExec(reading) || !missing(reading, ['taskRoleArn'], reading.task.taskRoleArn)) return;
      yield {
        path: ['taskRoleArn'],
        message:
          'ECS Exec is wanted, and the task has no task role with which its agent could open a channel: add "taskRoleArn" with a role that allows what the roles panel lists for ECS Exec.',
      };
    },
  },
  {
    id: 'exec-readonly-root',
    severity: 'warning',
    title: 'ECS Exec must write into the container',
    why: 'Its agent writes files. In a container with a read-only root file system it cannot start, unless the directories that it writes to are volumes.',
    source: from(
      'aws-containers/amazon-ecs-exec-checker #21',
      'https://github.com/aws-containers/amazon-ecs-exec-checker/issues/21',
    ),
    examples: {
      good: [
        {
          title: 'Volumes where it writes',
          task: fargate({ ...ROLE, volumes }, { ...INIT, readonlyRootFilesystem: true, mountPoints }),
          exec: true,
        },
        { title: 'Writable', task: fargate(ROLE, INIT), exec: true },
        {
          title: 'ECS Exec is not wanted',
          task: fargate(ROLE, { ...INIT, readonlyRootFilesystem: true }),
        },
      ],
      bad: [
        {
          title: 'Read-only',
          task: fargate(ROLE, { ...INIT, readonlyRootFilesystem: true }),
          exec: true,
        },
        {
          title: 'One directory is not a volume',
          task: fargate(
            { ...ROLE, volumes: volumes.slice(1) },
            { ...INIT, readonlyRootFilesystem: true, mountPoints: mountPoints.slice(1) },
          ),
          exec: true,
        },
      ],
    },
    *check(reading) {
      if (!wantsExec(reading) || isWindows(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'readonlyRootFilesystem'];
        if (definition.readonlyRootFilesystem !== true || !known(reading, path)) continue;
        if (!known(reading, [...at, 'mountPoints'])) continue;
        const writable = items(definition.mountPoints).flatMap(([{ containerPath, readOnly }]) =>
          readOnly || containerPath === undefined ? [] : [containerPath.replace(/\/+$/, '')],
        );
        const lacking = WRITTEN.filter(
          (directory) => !writable.some((root) => `${directory}/`.startsWith(`${root}/`)),
        );
        if (lacking.length === 0) continue;
        yield {
          path,
          message: `${called} has a read-only root file system, in which the agent of ECS Exec cannot write: mount a volume at ${listed(lacking)}, or let it be writable while a shell is needed.`,
        };
      }
    },
  },
  {
    id: 'exec-init',
    severity: 'info',
    title: 'Processes of a shell that nobody clears away',
    why: 'What a shell of ECS Exec leaves behind becomes a child of the first process of the container, and few programs wait for children that they did not start. With initProcessEnabled a small init process does.',
    source: api('LinuxParameters', 'initProcessEnabled'),
    examples: {
      good: [
        { title: 'An init process', task: fargate(ROLE, INIT), exec: true },
        { title: 'ECS Exec is not wanted', task: fargate(ROLE) },
      ],
      bad: [{ title: 'None', task: fargate(ROLE), exec: true }],
    },
    *check(reading) {
      if (!wantsExec(reading) || isWindows(reading)) return;
      const without = containersOf(reading).filter(
        ({ definition, at }) =>
          definition.essential !== false &&
          definition.linuxParameters?.initProcessEnabled !== true &&
          known(reading, [...at, 'linuxParameters', 'initProcessEnabled']),
      );
      const [first] = without;
      if (!first) return;
      const names = listed(without.map(({ called }) => called));
      yield {
        path: without.length === 1 ? [...first.at, 'linuxParameters'] : ['containerDefinitions'],
        message: `${names} ${without.length > 1 ? 'have' : 'has'} no init process, so what a shell of ECS Exec leaves behind stays as zombie processes: set "initProcessEnabled": true in linuxParameters.`,
        fix: {
          label: `Give ${names} an init process`,
          safe: false,
          edits: without.map(({ at, definition }) => ({
            op: 'set' as const,
            path: [...at, 'linuxParameters', ...(definition.linuxParameters ? ['initProcessEnabled'] : [])],
            value: definition.linuxParameters ? true : { initProcessEnabled: true },
          })),
        },
      };
    },
  },
  {
    id: 'exec-pid-task',
    severity: 'info',
    title: 'With pidMode task only one container can be entered',
    why: 'The containers of such a task share one process space, in which the agent of ECS Exec runs once.',
    source: EXEC,
    examples: {
      good: [
        { title: 'One container', task: ec2({ ...ROLE, pidMode: 'task' }, INIT), exec: true },
        { title: 'Process spaces of their own', task: ec2(ROLE, INIT, INIT), exec: true },
      ],
      bad: [{ title: 'Two containers', task: ec2({ ...ROLE, pidMode: 'task' }, INIT, INIT), exec: true }],
    },
    *check(reading) {
      if (!wantsExec(reading) || reading.task.pidMode !== 'task' || !known(reading, ['pidMode'])) return;
      if (containersOf(reading).length < 2) return;
      yield {
        path: ['pidMode'],
        message:
          'With pidMode "task" ECS Exec reaches one container of the task only: take pidMode out, unless the containers must see each other’s processes.',
        fix: {
          label: 'Remove pidMode',
          safe: false,
          edits: [{ op: 'remove', path: ['pidMode'] }],
        },
      };
    },
  },
];
