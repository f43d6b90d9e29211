/** Members of a container definition about rights, limits and the kernel. */
import type { ContainerDefinition, SystemControl, Ulimit } from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';
import { linuxParameters } from './linux.ts';

const ulimit = fieldsOf<Ulimit>(
  { type: 'Ulimit' },
  {
    name: {
      kind: 'enum',
      label: 'Limit',
      required: 'client',
      help: 'What is limited, as in setrlimit.',
      values: {
        core: 'size of a core dump',
        cpu: 'CPU time, in seconds',
        data: 'size of the data segment',
        fsize: 'size of a file',
        locks: 'file locks',
        memlock: 'locked memory',
        msgqueue: 'bytes in message queues',
        nice: 'highest niceness',
        nofile: 'open files',
        nproc: 'processes',
        rss: 'resident memory',
        rtprio: 'real-time priority',
        rttime: 'real-time CPU time, in microseconds',
        sigpending: 'pending signals',
        stack: 'size of the stack',
      },
    },
    softLimit: {
      kind: 'count',
      label: 'Soft limit',
      required: 'client',
      min: -1,
      help: 'What holds at first; a process may raise it up to the hard limit.',
    },
    hardLimit: {
      kind: 'count',
      label: 'Hard limit',
      required: 'client',
      min: -1,
      help: 'The most a process may set; not less than the soft limit.',
    },
  },
);

const systemControl = fieldsOf<SystemControl>(
  { type: 'SystemControl' },
  {
    namespace: {
      kind: 'text',
      label: 'Parameter',
      help: 'A kernel parameter: net.* (not with network mode host), fs.mqueue.*, or one of the kernel.* for IPC such as kernel.shmmax.',
      suggestions: [
        'net.core.somaxconn',
        'net.ipv4.tcp_keepalive_time',
        'net.ipv4.ip_local_port_range',
        'kernel.msgmax',
        'kernel.msgmnb',
        'kernel.msgmni',
        'kernel.sem',
        'kernel.shmall',
        'kernel.shmmax',
        'kernel.shmmni',
        'kernel.shm_rmid_forced',
        'fs.mqueue.msg_max',
      ],
    },
    value: { kind: 'text', label: 'Value', help: 'The value, as text.' },
  },
);

export const security = fieldsOf<
  Pick<
    ContainerDefinition,
    | 'user'
    | 'privileged'
    | 'linuxParameters'
    | 'ulimits'
    | 'systemControls'
    | 'dockerSecurityOptions'
    | 'credentialSpecs'
  >
>(
  { type: 'ContainerDefinition', group: 'Security and Linux' },
  {
    user: {
      kind: 'text',
      label: 'User',
      linuxOnly: true,
      help: 'As whom the process runs: user, user:group, uid, uid:gid, user:gid or uid:group. Without it the USER of the image holds, which is often root.',
      capacities: on('y', 'n', 'y', 'y', 'y'),
    },
    privileged: {
      kind: 'boolean',
      label: 'Privileged',
      default: false,
      linuxOnly: true,
      help: 'Gives the container root’s power over the host. Fargate takes false only.',
      capacities: on('n', 'n', 'y', 'y', 'y'),
      capacityNote: 'On Fargate only false is accepted.',
    },
    linuxParameters: {
      kind: 'structure',
      label: 'Linux parameters',
      linuxOnly: true,
      help: 'Capabilities, devices, init process, shared memory, tmpfs and swap.',
      capacities: on('c', 'n', 'y', 'y', 'y'),
      capacityNote: 'On Fargate some of them.',
      fields: linuxParameters,
    },
    ulimits: {
      kind: 'list',
      label: 'Ulimits',
      table: true,
      rare: true,
      linuxOnly: true,
      help: 'Limits of the operating system for the processes of this container. On Fargate nofile is 65535, soft and hard, unless you say otherwise.',
      capacities: on('y', 'n', 'y', 'y', 'y'),
      item: { kind: 'structure', label: 'Limit', help: 'A limit, soft and hard.', fields: ulimit },
    },
    systemControls: {
      kind: 'list',
      label: 'Kernel parameters',
      table: true,
      rare: true,
      linuxOnly: true,
      help: 'Kernel parameters (sysctl) to set. With awsvpc or host networking those of net.* hold for all containers of the task, and the container that starts last decides.',
      capacities: on('y', 'n', 'y', 'y', '?'),
      capacityNote: 'On Fargate from platform version 1.4.0.',
      item: {
        kind: 'structure',
        label: 'Parameter',
        help: 'A parameter and its value.',
        fields: systemControl,
      },
    },
    dockerSecurityOptions: {
      kind: 'list',
      label: 'Docker security options',
      rare: true,
      help: 'Labels for SELinux or AppArmor, no-new-privileges, or on Windows a credential spec. The agent of the host must allow them.',
      capacities: on('n', 'n', 'y', 'y', '?'),
      item: {
        kind: 'text',
        label: 'Option',
        help: 'no-new-privileges, apparmor:PROFILE, label:VALUE or credentialspec:PATH.',
        suggestions: ['no-new-privileges'],
      },
    },
    credentialSpecs: {
      kind: 'list',
      label: 'Credential specs',
      maxItems: 1,
      rare: true,
      help: 'The credential spec for a group Managed Service Account of Active Directory; one at most.',
      capacities: on('?', 'n', 'y', '?', '?'),
      capacityNote: 'On Linux the domainless kind.',
      item: {
        kind: 'text',
        label: 'Credential spec',
        help: 'credentialspec:ARN or credentialspecdomainless:ARN, of an SSM parameter or an S3 object.',
      },
    },
  },
);
