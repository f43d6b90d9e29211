/** The kinds of volume as the inspector offers them. */
import type { VolumeKind } from '../../src/edit/changes/volumes.ts';
import type { Json } from '../../src/model/json.ts';
import type { Volume } from '../../src/model/volume.ts';
import type { IconName } from '../ui/icons.ts';

export interface VolumeKindInfo {
  readonly kind: VolumeKind;
  readonly label: string;
  /** The member of a volume that makes it one of this kind; a task volume has none. */
  readonly member: Exclude<keyof Volume, 'name'> | undefined;
  /** What the member begins with. */
  readonly initial: Json;
  readonly icon: IconName;
}

/** In the order in which they are offered. */
export const volumeKinds: readonly VolumeKindInfo[] = [
  { kind: 'task', label: 'Task volume, empty at first', member: undefined, initial: null, icon: 'volume' },
  {
    kind: 'efs',
    label: 'Amazon EFS',
    member: 'efsVolumeConfiguration',
    initial: { fileSystemId: 'fs-00000000', transitEncryption: 'ENABLED' },
    icon: 'folder',
  },
  {
    kind: 'ebs',
    label: 'EBS, set up at launch',
    member: 'configuredAtLaunch',
    initial: true,
    icon: 'volume',
  },
  {
    kind: 'host',
    label: 'Directory of the host',
    member: 'host',
    initial: { sourcePath: '/var/data' },
    icon: 'folder',
  },
  {
    kind: 'docker',
    label: 'Docker volume',
    member: 'dockerVolumeConfiguration',
    initial: { scope: 'task', driver: 'local' },
    icon: 'volume',
  },
  {
    kind: 's3files',
    label: 'Amazon S3 Files',
    member: 's3filesVolumeConfiguration',
    initial: { fileSystemArn: 'arn:aws:s3files:us-east-1:111122223333:file-system/fs-00000000000000000' },
    icon: 'folder',
  },
  {
    kind: 'fsx',
    label: 'FSx for Windows File Server',
    member: 'fsxWindowsFileServerVolumeConfiguration',
    initial: {
      fileSystemId: 'fs-00000000000000000',
      rootDirectory: 'share',
      authorizationConfig: {
        credentialsParameter: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:fsx',
        domain: 'example.com',
      },
    },
    icon: 'folder',
  },
];

/**
 * The kind that a volume is: by the first member that says so. An empty `host`, one without a path, and
 * `configuredAtLaunch: false` make no kind of their own.
 */
export function kindOf(volume: Volume): VolumeKindInfo {
  const found = volumeKinds.find(({ member }) => {
    if (member === undefined) return false;
    if (member === 'host') return volume.host?.sourcePath !== undefined;
    return member === 'configuredAtLaunch'
      ? volume.configuredAtLaunch === true
      : volume[member] !== undefined;
  });
  return found ?? (volumeKinds[0] as VolumeKindInfo);
}
