/** S3 Files, FSx and EBS volumes, and the task role that some file systems need. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { isLinux, requiresFargate } from './terms/capacity.ts';
import { ec2, fargate, SECRET } from './terms/examples.ts';
import {
  efs,
  encrypted,
  FILE_SYSTEM,
  mounted,
  rootOfAccessPoint,
  s3,
  withVolume,
} from './terms/fileSystems.ts';
import { api, deployed } from './terms/sources.ts';
import type { VolumeAt } from './terms/view.ts';
import { containersOf, known, missing, volumesOf, wholeList } from './terms/view.ts';

const fsx = {
  volumes: [
    {
      name: 'share',
      fsxWindowsFileServerVolumeConfiguration: {
        fileSystemId: FILE_SYSTEM,
        rootDirectory: 'share',
        authorizationConfig: { credentialsParameter: SECRET, domain: 'corp.example.com' },
      },
    },
  ],
};

/** In reading order. */
export const otherVolumeRules: readonly Rule[] = [
  {
    id: 's3files-ap-root',
    severity: 'error',
    title: 'An S3 Files access point fixes the directory',
    why: 'The access point has a root directory of its own, so the volume names none, or "/".',
    source: api('S3FilesVolumeConfiguration', 'the words of the service are not known'),
    examples: {
      good: [{ title: 'A directory without access point', task: s3({ rootDirectory: '/uploads' }) }],
      bad: [
        {
          title: 'A directory',
          task: s3({ rootDirectory: '/uploads', accessPointArn: 'arn:aws:s3files:::ap' }),
        },
      ],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const configuration = volume.s3filesVolumeConfiguration;
        if (configuration?.accessPointArn === undefined) continue;
        const path = [...at, 's3filesVolumeConfiguration', 'rootDirectory'];
        if (known(reading, path)) yield* rootOfAccessPoint(called, configuration.rootDirectory, path);
      }
    },
  },
  needsTaskRole('efs-iam-role', {
    title: 'IAM authorisation on EFS needs a task role',
    why: 'The file system is opened with the rights of the task role.',
    source: api('EFSAuthorizationConfig', 'whether registration refuses it is not known'),
    member: ['efsVolumeConfiguration', 'authorizationConfig', 'iam'],
    applies: ({ volume }) => volume.efsVolumeConfiguration?.authorizationConfig?.iam === 'ENABLED',
    because: 'opens EFS with IAM authorisation',
    good: efs({ ...encrypted }, { taskRoleArn: undefined }),
    bad: efs({ ...encrypted, authorizationConfig: { iam: 'ENABLED' } }, { taskRoleArn: undefined }),
  }),
  needsTaskRole('s3files-role', {
    title: 'An S3 Files volume needs a task role',
    why: 'The file system is opened with the rights of the task role.',
    source: api('S3FilesVolumeConfiguration', 'whether registration refuses it is not known'),
    member: ['s3filesVolumeConfiguration'],
    applies: ({ volume }) => volume.s3filesVolumeConfiguration !== undefined,
    because: 'is an S3 Files volume',
    good: s3({}),
    bad: s3({}, { taskRoleArn: undefined }),
  }),
  {
    id: 'fsx-fargate',
    severity: 'error',
    title: 'FSx for Windows File Server is for Windows on EC2',
    why: 'It is a Windows share, which a Linux container on Fargate cannot mount.',
    source: api('FSxWindowsFileServerVolumeConfiguration', 'the words of the service are not known'),
    examples: {
      good: [
        {
          title: 'Windows on EC2',
          task: ec2({
            networkMode: undefined,
            runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
            ...fsx,
          }),
        },
      ],
      bad: [{ title: 'Linux on Fargate', task: fargate(fsx) }],
    },
    *check(reading) {
      if (!requiresFargate(reading) || !isLinux(reading)) return;
      for (const { volume, at, called } of volumesOf(reading)) {
        const path = [...at, 'fsxWindowsFileServerVolumeConfiguration'];
        if (volume.fsxWindowsFileServerVolumeConfiguration === undefined || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${called} is FSx for Windows File Server, which Linux on Fargate cannot mount: use EFS, or run Windows containers on EC2.`,
          fix: { label: `Make ${called} an empty volume`, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'ebs-max',
    severity: 'error',
    title: 'One volume can be configured at launch',
    why: 'ECS attaches one EBS volume to a task.',
    source: api('Volume', 'configuredAtLaunch; the words of the service are not known'),
    examples: {
      good: [
        {
          title: 'One, and an empty one',
          task: fargate({ volumes: [{ name: 'data', configuredAtLaunch: true }, { name: 'tmp' }] }, mounted),
        },
      ],
      bad: [
        {
          title: 'Two',
          task: fargate(
            { volumes: ['data', 'wal'].map((name) => ({ name, configuredAtLaunch: true })) },
            {
              mountPoints: ['data', 'wal'].map((sourceVolume) => ({
                sourceVolume,
                containerPath: `/${sourceVolume}`,
              })),
            },
          ),
        },
      ],
    },
    *check(reading) {
      const [first, ...more] = volumesOf(reading).filter(({ volume }) => volume.configuredAtLaunch === true);
      for (const { at, called } of more) {
        const path = [...at, 'configuredAtLaunch'];
        if (!first || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${called} is to be configured at launch as ${first.called} is already, but a task has one such volume: make one of them another kind.`,
          fix: { label: `Make ${called} an empty volume`, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'ebs-unmounted',
    severity: 'error',
    title: 'A volume configured at launch must be mounted',
    why: 'An EBS volume that no container uses is refused; other volumes may stand there unused.',
    answer: 'Volumes [v] are not referenced by any of the containers',
    source: deployed('pf-ecs-volume-unreferenced'),
    examples: {
      good: [
        { title: 'Mounted', task: withVolume({ configuredAtLaunch: true }) },
        { title: 'Another kind, unused', task: ec2({ volumes: [{ name: 'data' }] }) },
      ],
      bad: [
        {
          title: 'Nobody mounts it',
          task: fargate({ volumes: [{ name: 'data', configuredAtLaunch: true }] }),
        },
      ],
    },
    *check(reading) {
      const containers = containersOf(reading);
      if (!wholeList(reading, ['containerDefinitions'], reading.task.containerDefinitions)) return;
      const names = new Set<string | undefined>();
      for (const { definition, at } of containers) {
        if (!wholeList(reading, [...at, 'mountPoints'], definition.mountPoints)) return;
        for (const [{ sourceVolume }, index] of items(definition.mountPoints)) {
          if (!known(reading, [...at, 'mountPoints', index, 'sourceVolume'])) return;
          names.add(sourceVolume);
        }
      }
      for (const { volume, at, called } of volumesOf(reading)) {
        if (volume.configuredAtLaunch !== true || names.has(volume.name)) continue;
        if (!known(reading, [...at, 'name']) || !known(reading, [...at, 'configuredAtLaunch'])) continue;
        yield {
          path: [...at, 'name'],
          message: `No container mounts the volume ${called}, which is to be configured at launch: mount it, or take it out.`,
          fix: { label: `Remove the volume ${called}`, safe: false, edits: [{ op: 'remove', path: at }] },
        };
      }
    },
  },
];

interface RoleNeed extends Pick<Rule, 'title' | 'why' | 'source'> {
  readonly member: readonly string[];
  readonly applies: (volume: VolumeAt) => boolean;
  readonly because: string;
  readonly good: unknown;
  readonly bad: unknown;
}

function needsTaskRole(id: string, { member, applies, because, good, bad, ...rest }: RoleNeed): Rule {
  return {
    id,
    severity: 'warning',
    ...rest,
    examples: { good: [{ title: 'Near it', task: good }], bad: [{ title: 'Without task role', task: bad }] },
    *check(reading) {
      if (!missing(reading, ['taskRoleArn'], reading.task.taskRoleArn || undefined)) return;
      for (const volume of volumesOf(reading)) {
        const path = [...volume.at, ...member];
        if (!applies(volume) || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${volume.called} ${because}, which is done with the rights of the task role, but the task has none: add "taskRoleArn".`,
        };
      }
    },
  };
}
