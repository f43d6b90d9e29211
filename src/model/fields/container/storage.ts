/** Members of a container definition about what it mounts. */
import type { ContainerDefinition, MountPoint, VolumeFrom } from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';

const mountPoint = fieldsOf<MountPoint>(
  { type: 'MountPoint' },
  {
    sourceVolume: {
      kind: 'text',
      format: 'volumeName',
      label: 'Volume',
      required: 'service',
      help: 'The name of a volume of this task.',
    },
    containerPath: {
      kind: 'text',
      format: 'path',
      label: 'Path',
      required: 'service',
      help: 'Where the volume appears inside the container. What the image has at that path is hidden, or copied into a volume that is new and empty.',
    },
    readOnly: {
      kind: 'boolean',
      label: 'Read-only',
      default: false,
      help: 'Whether the container may only read. It may write unless you say otherwise.',
    },
  },
);

const volumeFrom = fieldsOf<VolumeFrom>(
  { type: 'VolumeFrom' },
  {
    sourceContainer: {
      kind: 'text',
      format: 'containerName',
      label: 'Container',
      required: 'service',
      help: 'The container of this task whose mounts are taken over. ECS creates it first.',
    },
    readOnly: {
      kind: 'boolean',
      label: 'Read-only',
      default: false,
      help: 'Whether these mounts may only be read here.',
    },
  },
);

export const storage = fieldsOf<
  Pick<ContainerDefinition, 'mountPoints' | 'volumesFrom' | 'readonlyRootFilesystem'>
>(
  { type: 'ContainerDefinition', group: 'Storage' },
  {
    mountPoints: {
      kind: 'list',
      label: 'Mounts',
      table: true,
      help: 'Which volumes of the task this container sees, where, and whether it may write.',
      item: { kind: 'structure', label: 'Mount', help: 'A volume and a path.', fields: mountPoint },
    },
    volumesFrom: {
      kind: 'list',
      label: 'Mounts of other containers',
      table: true,
      rare: true,
      help: 'Takes over all mounts of another container, at the same paths.',
      capacities: on('y', '?', 'y', 'y', 'y'),
      item: { kind: 'structure', label: 'Source', help: 'The container to take from.', fields: volumeFrom },
    },
    readonlyRootFilesystem: {
      kind: 'boolean',
      label: 'Read-only root file system',
      default: false,
      linuxOnly: true,
      help: 'Makes everything outside the mounts read-only. Give the process a volume or a tmpfs for what it must write; ECS Exec needs some places writable too.',
      capacities: on('y', 'n', 'y', 'y', 'y'),
    },
  },
);
