/** Volumes that several containers share, and what goes wrong with them. */
import { items } from '../model/list.ts';
import type { Path } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';
import { inferRole } from '../model/role.ts';
import type { Rule } from './rule.ts';
import { isWindows } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import type { ContainerAt, VolumeAt } from './terms/view.ts';
import { containersOf, known, volumesOf, wholeList } from './terms/view.ts';
import { listed, quote } from './terms/words.ts';

const DATA = { volumes: [{ name: 'data' }] };
const mount = (readOnly?: boolean) => ({
  mountPoints: [
    { sourceVolume: 'data', containerPath: '/data', ...(readOnly !== undefined && { readOnly }) },
  ],
});
const INIT = { name: 'data-init', essential: false, startTimeout: 60 };
const AFTER_INIT = { dependsOn: [{ containerName: 'data-init', condition: 'SUCCESS' }] };
const EFS = { fileSystemId: 'fs-0123456789abcdef0' };

/** In reading order. */
export const sharedVolumeRules: readonly Rule[] = [
  {
    id: 'producer-ro',
    severity: 'warning',
    title: 'A volume that nobody can fill',
    why: 'A volume without a source begins empty. If all mount it read-only, it stays so.',
    source: api('MountPoint', 'readOnly'),
    examples: {
      good: [
        { title: 'One may write', task: fargate(DATA, mount(true), mount()) },
        {
          title: 'It has files of its own',
          task: fargate(
            { volumes: [{ name: 'data', efsVolumeConfiguration: { ...EFS, transitEncryption: 'ENABLED' } }] },
            mount(true),
          ),
        },
      ],
      bad: [
        {
          title: 'All read-only',
          task: fargate(DATA, { ...mount(true), ...AFTER_INIT }, { ...INIT, ...mount(true) }),
        },
      ],
    },
    *check(reading) {
      for (const { volume, called } of emptyVolumes(reading)) {
        const found = mountsOf(reading, volume.name);
        const [first] = found;
        if (!first || found.some(({ readOnly }) => !readOnly)) continue;
        yield {
          path: [...first.path, 'readOnly'],
          message: `The volume ${called} begins empty, and ${found.length > 1 ? 'all mount' : `${first.container.called} mounts`} it read-only, so nobody can ever write to it: let the one that fills it write.`,
        };
      }
    },
  },
  {
    id: 'consumer-rw',
    severity: 'info',
    title: 'A reader that may write',
    why: 'What an init container prepares, the others only read. Mounted read-only, nothing can overwrite or add to it afterwards.',
    source: api('MountPoint', 'readOnly'),
    examples: {
      good: [
        {
          title: 'Read-only',
          task: fargate(DATA, { ...mount(true), ...AFTER_INIT }, { ...INIT, ...mount() }),
        },
        { title: 'Both work on it', task: fargate(DATA, mount(), mount()) },
      ],
      bad: [
        { title: 'Writable', task: fargate(DATA, { ...mount(), ...AFTER_INIT }, { ...INIT, ...mount() }) },
      ],
    },
    *check(reading) {
      for (const { volume, called } of emptyVolumes(reading)) {
        const found = mountsOf(reading, volume.name);
        const writers = found.filter(({ container, readOnly }) => !readOnly && isInit(reading, container));
        if (writers.length === 0) continue;
        for (const { container, readOnly, path } of found) {
          const place = [...path, 'readOnly'];
          if (readOnly || isInit(reading, container) || !known(reading, place)) continue;
          yield {
            path: place,
            message: `${container.called} may write to ${called}, which ${listed(writers.map((one) => one.container.called))} prepares: mount it read-only there, if it only reads.`,
            fix: {
              label: `Mount ${called} read-only in ${container.called}`,
              safe: false,
              edits: [{ op: 'set', path: place, value: true }],
            },
          };
        }
      }
    },
  },
  {
    id: 'uid-mismatch',
    severity: 'info',
    title: 'Files of another user',
    why: 'What one user writes into a shared volume another one may not be allowed to read; and a volume of the task belongs to root until its mount path in the image says otherwise.',
    source: api('ContainerDefinition', 'user'),
    examples: {
      good: [
        {
          title: 'The same user',
          task: fargate(
            DATA,
            { ...mount(true), ...AFTER_INIT, user: '1000' },
            { ...INIT, ...mount(), user: '1000' },
          ),
        },
        {
          title: 'A reader that is root',
          task: fargate(
            DATA,
            { ...mount(true), ...AFTER_INIT, user: '0' },
            { ...INIT, ...mount(), user: '1000' },
          ),
        },
      ],
      bad: [
        {
          title: 'Two users',
          task: fargate(
            DATA,
            { ...mount(true), ...AFTER_INIT, user: '1000' },
            { ...INIT, ...mount(), user: '2000' },
          ),
        },
      ],
    },
    *check(reading) {
      for (const { volume, called } of emptyVolumes(reading)) {
        const found = mountsOf(reading, volume.name);
        const writer = found.find(({ container, readOnly }) => !readOnly && isInit(reading, container));
        const wrote = writer && userOf(reading, writer.container);
        if (!writer || wrote === undefined) continue;
        for (const { container } of found) {
          const reads = userOf(reading, container);
          if (container === writer.container || reads === undefined || reads === wrote || reads === '0')
            continue;
          yield {
            path: [...container.at, 'user'],
            message: `${writer.container.called} writes to ${called} as user ${wrote}, and ${container.called} reads it as user ${reads}: see that it may, or let both run as the same user.`,
          };
        }
      }
    },
  },
  {
    id: 'shared-empty-volume',
    severity: 'info',
    title: 'A volume for one container alone',
    why: 'A volume without a source is gone when the task stops. Mounted by one container only, it does what a directory of that container does, unless its root is read-only.',
    source: api('Volume'),
    examples: {
      good: [
        { title: 'Two containers', task: fargate(DATA, mount(true), mount()) },
        {
          title: 'A place to write beside a read-only root',
          task: fargate(DATA, { ...mount(), readonlyRootFilesystem: true }),
        },
      ],
      bad: [{ title: 'One container', task: fargate(DATA, mount()) }],
    },
    *check(reading) {
      for (const { volume, at, called } of emptyVolumes(reading)) {
        const found = mountsOf(reading, volume.name);
        const [only] = found;
        if (!only || found.some(({ container }) => container !== only.container) || only.readOnly) continue;
        const { readonlyRootFilesystem, name } = only.container.definition;
        const lent = containersOf(reading).some(({ definition }) =>
          items(definition.volumesFrom).some(([{ sourceContainer }]) => sourceContainer === name),
        );
        if (readonlyRootFilesystem || lent) continue;
        yield {
          path: at,
          message: `Only ${only.container.called} mounts the volume ${called}, and what it holds is lost when the task stops: if it should last, use EFS or EBS; if not, a directory of the container does as well.`,
        };
      }
    },
  },
  {
    id: 'efs-plain',
    severity: 'warning',
    title: 'Files travel in plain text',
    why: 'Without encryption in transit everything that is read from or written to the file system crosses the network readable.',
    source: from('Checkov, CKV_AWS_97', 'https://github.com/bridgecrewio/checkov'),
    examples: {
      good: [
        {
          title: 'Encrypted',
          task: fargate(
            { volumes: [{ name: 'data', efsVolumeConfiguration: { ...EFS, transitEncryption: 'ENABLED' } }] },
            mount(),
          ),
        },
      ],
      bad: [
        {
          title: 'Left out',
          task: fargate({ volumes: [{ name: 'data', efsVolumeConfiguration: EFS }] }, mount()),
        },
      ],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const efs = volume.efsVolumeConfiguration;
        const path = [...at, 'efsVolumeConfiguration', 'transitEncryption'];
        if (!efs || efs.transitEncryption === 'ENABLED' || !known(reading, path)) continue;
        // Where ECS itself demands encryption, that is told as an error.
        if (
          efs.authorizationConfig?.accessPointId ||
          efs.authorizationConfig?.iam === 'ENABLED' ||
          efs.transitEncryptionPort !== undefined
        )
          continue;
        yield {
          path,
          message: `The files of ${called} cross the network unencrypted: set "transitEncryption": "ENABLED".`,
          fix: {
            label: `Encrypt ${called} in transit`,
            safe: true,
            edits: [{ op: 'set', path, value: 'ENABLED' }],
          },
        };
      }
    },
  },
  {
    id: 'windows-path',
    severity: 'info',
    title: 'A path that Windows cannot mount',
    why: 'Windows containers have paths like C:\\data. Of a path without a drive the agent makes one on C:, which may not be what the image uses. A directory is mounted on its own drive only.',
    source: api('MountPoint', 'containerPath: mount points cannot go across drives'),
    examples: {
      good: [
        {
          title: 'A drive',
          task: ec2(
            {
              ...DATA,
              runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
              networkMode: undefined,
            },
            { mountPoints: [{ sourceVolume: 'data', containerPath: 'C:\\data' }] },
          ),
        },
      ],
      bad: [
        {
          title: 'From one drive to another',
          task: ec2(
            {
              volumes: [{ name: 'data', host: { sourcePath: 'D:\\data' } }],
              runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
              networkMode: undefined,
            },
            { mountPoints: [{ sourceVolume: 'data', containerPath: 'C:\\data' }] },
          ),
        },
        {
          title: 'A path of Linux',
          task: ec2(
            {
              ...DATA,
              runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
              networkMode: undefined,
            },
            mount(),
          ),
        },
      ],
    },
    *check(reading) {
      if (!isWindows(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ containerPath, sourceVolume }, index] of items(definition.mountPoints)) {
          const path = [...at, 'mountPoints', index, 'containerPath'];
          if (!containerPath || !known(reading, path)) continue;
          const from = volumesOf(reading).find(({ volume }) => volume.name === sourceVolume)?.volume.host;
          const drives = [from?.sourcePath, containerPath].map((one) => /^([a-z]):/i.exec(one ?? '')?.[1]);
          const [source, target] = drives.map((drive) => drive?.toUpperCase());
          if (source !== undefined && target !== undefined && source !== target) {
            yield {
              path,
              message: `${called} mounts a directory of drive ${source}: at ${quote(containerPath)}, but Windows containers mount nothing across drives: use a path on ${source}:.`,
            };
          }
          if (!containerPath.startsWith('/')) continue;
          yield {
            path,
            message: `${called} runs on Windows and mounts a volume at ${quote(containerPath)}, a path of Linux: write it as C:\\… instead.`,
          };
        }
      }
    },
  },
];

interface MountAt {
  readonly container: ContainerAt;
  readonly path: Path;
  readonly readOnly: boolean;
}

/** Volumes that begin empty with every task. */
function emptyVolumes(reading: Reading): VolumeAt[] {
  return volumesOf(reading).filter(({ volume, at }) => {
    const { name, host, configuredAtLaunch, ...kinds } = volume;
    const sourced =
      host?.sourcePath !== undefined || configuredAtLaunch || Object.values(kinds).some(Boolean);
    return (
      name &&
      !sourced &&
      known(reading, at) &&
      known(reading, [...at, 'host', 'sourcePath']) &&
      allKnown(reading)
    );
  });
}

function allKnown(reading: Reading): boolean {
  return (
    wholeList(reading, ['containerDefinitions'], reading.task.containerDefinitions) &&
    containersOf(reading).every(({ definition, at }) =>
      wholeList(reading, [...at, 'mountPoints'], definition.mountPoints),
    )
  );
}

function mountsOf(reading: Reading, volume: string | undefined): MountAt[] {
  return containersOf(reading).flatMap((container) =>
    items(container.definition.mountPoints).flatMap(([{ sourceVolume, readOnly }, index]) =>
      sourceVolume === volume
        ? [{ container, path: [...container.at, 'mountPoints', index], readOnly: readOnly === true }]
        : [],
    ),
  );
}

function isInit(reading: Reading, { definition }: ContainerAt): boolean {
  return inferRole(definition, reading.task) === 'init';
}

/** The user by number, as far as it is written so. */
function userOf(reading: Reading, { definition, at }: ContainerAt): string | undefined {
  const user = definition.user?.split(':', 1)[0];
  return user !== undefined && /^\d+$/.test(user) && known(reading, [...at, 'user']) ? user : undefined;
}
