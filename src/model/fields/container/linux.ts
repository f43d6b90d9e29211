/** The Linux parameters of a container. */
import { linuxCapabilities } from '../../linuxCapabilities.ts';
import type { Device, KernelCapabilities, LinuxParameters, Tmpfs } from '../../linuxParameters.ts';
import { fieldsOf, on } from '../field.ts';

const capability = (help: string) =>
  ({
    kind: 'text',
    label: 'Capability',
    help,
    suggestions: linuxCapabilities.map(({ name }) => name),
  }) as const;

const kernelCapabilities = fieldsOf<KernelCapabilities>(
  { type: 'KernelCapabilities' },
  {
    add: {
      kind: 'list',
      label: 'Add',
      help: 'Capabilities beyond those that Docker gives. Fargate takes SYS_PTRACE only.',
      capacities: on('c', 'n', 'y', 'y', 'y'),
      capacityNote: 'On Fargate only SYS_PTRACE, from platform version 1.4.0.',
      item: capability('A capability without CAP_ in front, or ALL.'),
    },
    drop: {
      kind: 'list',
      label: 'Drop',
      help: 'Capabilities to take away from those that Docker gives; ALL takes all.',
      item: capability('A capability without CAP_ in front, or ALL.'),
    },
  },
);

const device = fieldsOf<Device>(
  { type: 'Device' },
  {
    hostPath: {
      kind: 'text',
      format: 'path',
      label: 'On the host',
      required: 'client',
      help: 'The device on the host, such as /dev/fuse.',
    },
    containerPath: {
      kind: 'text',
      format: 'path',
      label: 'In the container',
      help: 'Where it appears in the container; at the same path unless you say otherwise.',
    },
    permissions: {
      kind: 'list',
      label: 'Permissions',
      help: 'What the container may do with it. All three unless you say otherwise.',
      item: {
        kind: 'enum',
        label: 'Permission',
        help: 'One right.',
        values: { read: 'read from it', write: 'write to it', mknod: 'make device files for it' },
      },
    },
  },
);

const tmpfs = fieldsOf<Tmpfs>(
  { type: 'Tmpfs' },
  {
    containerPath: {
      kind: 'text',
      format: 'path',
      label: 'Path',
      required: 'client',
      help: 'Where the file system appears in the container.',
    },
    size: {
      kind: 'mebibytes',
      label: 'Size',
      required: 'client',
      min: 1,
      help: 'The most that it can hold, in MiB. What it holds counts as memory of the container.',
    },
    mountOptions: {
      kind: 'list',
      label: 'Mount options',
      help: 'Options as of the mount command, such as noexec or mode=1777.',
      item: {
        kind: 'text',
        label: 'Option',
        help: 'One option.',
        suggestions: [
          'defaults',
          'ro',
          'rw',
          'suid',
          'nosuid',
          'dev',
          'nodev',
          'exec',
          'noexec',
          'sync',
          'async',
          'dirsync',
          'remount',
          'mand',
          'nomand',
          'atime',
          'noatime',
          'diratime',
          'nodiratime',
          'bind',
          'rbind',
          'unbindable',
          'runbindable',
          'private',
          'rprivate',
          'shared',
          'rshared',
          'slave',
          'rslave',
          'relatime',
          'norelatime',
          'strictatime',
          'nostrictatime',
          'mode',
          'uid',
          'gid',
          'nr_inodes',
          'nr_blocks',
          'mpol',
        ],
      },
    },
  },
);

export const linuxParameters = fieldsOf<LinuxParameters>(
  { type: 'LinuxParameters' },
  {
    capabilities: {
      kind: 'structure',
      label: 'Capabilities',
      help: 'Parts of root’s power that the container gets or loses.',
      fields: kernelCapabilities,
    },
    devices: {
      kind: 'list',
      label: 'Devices',
      table: true,
      help: 'Devices of the host that the container may use.',
      capacities: on('n', 'n', 'y', 'y', 'y'),
      item: { kind: 'structure', label: 'Device', help: 'One device of the host.', fields: device },
    },
    initProcessEnabled: {
      kind: 'boolean',
      label: 'Init process',
      default: false,
      help: 'Puts a small init before the process: it passes signals on and reaps orphans. Good with ECS Exec and with shells as process 1.',
    },
    sharedMemorySize: {
      kind: 'mebibytes',
      label: 'Shared memory',
      min: 0,
      help: 'The size of /dev/shm in MiB. Fargate refuses it; a tmpfs at another path may serve.',
      capacities: on('n', 'n', 'y', 'y', 'c'),
      capacityNote: 'Documented as not valid for Managed Instances.',
    },
    tmpfs: {
      kind: 'list',
      label: 'tmpfs',
      table: true,
      help: 'File systems in memory, gone when the container stops.',
      capacities: on('y', 'n', 'y', 'y', 'c'),
      capacityNote:
        'On Fargate since January 2026, from platform version 1.4.0. Documented as not valid for Managed Instances.',
      item: { kind: 'structure', label: 'tmpfs', help: 'A path and a size.', fields: tmpfs },
    },
    maxSwap: {
      kind: 'mebibytes',
      label: 'Swap',
      min: 0,
      help: 'Swap space in MiB that the container may use beside its memory; 0 means none. The host must have swap set up.',
      capacities: on('n', 'n', 'y', 'y', '?'),
    },
    swappiness: {
      kind: 'percent',
      label: 'Swappiness',
      default: 60,
      min: 0,
      max: 100,
      help: 'How readily pages are swapped out: 0 only if it must be, 100 eagerly; 60 unless you say otherwise. Without a swap size nothing comes of it, nor on Amazon Linux 2023.',
      capacities: on('n', 'n', 'y', 'y', '?'),
    },
  },
);
