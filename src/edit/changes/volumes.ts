/** Volumes and where they are mounted. */
import type { Json } from '../../model/json.ts';
import { items } from '../../model/list.ts';
import { namedContainers } from '../../model/namedContainers.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Change } from '../change.ts';
import { layout, type Position } from '../parts/layout.ts';
import { getPart, setPart } from '../parts/part.ts';
import { rekeyParts } from '../reconcile.ts';
import { isGone, titleOf, unusedName, volumeAt, volumeNames } from './address.ts';
import { changeOf } from './writer.ts';

/** The kinds of volume: exactly one each. `task` is an empty one that lives as long as the task. */
export type VolumeKind = 'task' | 'host' | 'efs' | 'docker' | 'ebs' | 's3files' | 'fsx';

type Members = { readonly [member: string]: Json };

const NEW_VOLUMES: Readonly<Record<VolumeKind, { readonly name: string; readonly members: Members }>> = {
  task: { name: 'shared', members: {} },
  host: { name: 'host', members: { host: { sourcePath: '/var/data' } } },
  efs: {
    name: 'efs',
    members: { efsVolumeConfiguration: { fileSystemId: 'fs-00000000', transitEncryption: 'ENABLED' } },
  },
  docker: { name: 'docker', members: { dockerVolumeConfiguration: { scope: 'task', driver: 'local' } } },
  ebs: { name: 'ebs', members: { configuredAtLaunch: true } },
  s3files: {
    name: 's3files',
    members: {
      s3filesVolumeConfiguration: {
        fileSystemArn: 'arn:aws:s3files:us-east-1:111122223333:file-system/fs-00000000000000000',
      },
    },
  },
  fsx: {
    name: 'fsx',
    members: {
      fsxWindowsFileServerVolumeConfiguration: {
        fileSystemId: 'fs-00000000000000000',
        rootDirectory: 'share',
        authorizationConfig: {
          credentialsParameter: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:fsx',
          domain: 'example.com',
        },
      },
    },
  },
};

const LIST: Path = ['volumes'];

/** The name that a new volume of a kind gets in this task. */
export function unusedVolumeName(task: TaskDefinition, kind: VolumeKind): string {
  return unusedName(NEW_VOLUMES[kind].name, volumeNames(task));
}

/** Declares a volume of a kind under an unused name made from `name`; with `at`, it stands there on the canvas. */
export function addVolume(kind: VolumeKind = 'task', name = NEW_VOLUMES[kind].name, at?: Position): Change {
  return changeOf(
    `Add volume ${name}`,
    (writer) => {
      writer.append(LIST, { name: unusedName(name, volumeNames(writer.task)), ...NEW_VOLUMES[kind].members });
      return undefined;
    },
    {
      parts(parts, after, { reading }) {
        if (at === undefined) return parts;
        const { moved } = getPart(parts, layout);
        const key = `volume:${unusedName(name, volumeNames(reading.task)).replace(/#/g, '##')}`;
        return volumeAt(after, key) === undefined
          ? parts
          : setPart(parts, layout, { moved: { ...moved, [key]: at } });
      },
    },
  );
}

/** Declares a volume that containers mount and nobody has declared, as an empty volume of the task. */
export function declareVolume(key: NodeKey): Change {
  return changeOf(`Declare volume ${titleOf(key)}`, (writer) => {
    const volume = volumeAt(writer.task, key);
    if (volume === undefined) return isGone(key);
    if (volume.index < 0) writer.append(LIST, { name: volume.name });
    return undefined;
  });
}

/** Gives a volume another name; its mounts follow. A name that another volume bears is refused. */
export function renameVolume(key: NodeKey, name: string): Change {
  return changeOf(
    `Rename volume ${titleOf(key)} to ${name}`,
    (writer) => {
      const { task } = writer;
      const volume = volumeAt(task, key);
      if (volume === undefined) return isGone(key);
      if (volume.name === name) return undefined;
      const path = [...LIST, volume.index, 'name'];
      if (name === '') return { refused: 'A volume needs a name: mounts refer to it by its name.', path };
      if (volumeNames(task).includes(name)) {
        return { refused: `Another volume is called ${name}. Names must differ within a task.`, path };
      }
      if (volume.index >= 0) writer.set(path, name);
      if (volume.index >= 0 && !isFirstOfItsName(task, volume.index, volume.name)) return undefined;
      for (const { list, index } of mountsOf(task, volume.name))
        writer.set([...list, index, 'sourceVolume'], name);
      return undefined;
    },
    { mergeKey: 'rename:volume', replaces: true },
  );
}

/** Takes a volume out with all its mounts. Where another volume bears the same name, the mounts mean that one and stay. */
export function removeVolume(key: NodeKey): Change {
  return changeOf(
    `Remove volume ${titleOf(key)}`,
    (writer) => {
      const { task } = writer;
      const volume = volumeAt(task, key);
      if (volume === undefined) return isGone(key);
      if (items(task.volumes).filter(([{ name }]) => name === volume.name).length <= 1) {
        const byContainer = new Map<Path, number[]>();
        for (const { list, index } of mountsOf(task, volume.name)) {
          byContainer.set(list, [...(byContainer.get(list) ?? []), index]);
        }
        for (const [list, indexes] of byContainer) writer.removeItems(list, indexes);
      }
      if (volume.index >= 0) writer.removeItems(LIST, [volume.index]);
      return undefined;
    },
    {
      parts: (parts, after) =>
        volumeAt(after, key) === undefined ? rekeyParts(parts, new Map([[key, undefined]])) : parts,
    },
  );
}

/** Mount points of a volume; the entries of one container share the same `list` value. */
function mountsOf(task: TaskDefinition, volume: string): { readonly list: Path; readonly index: number }[] {
  if (volume === '') return [];
  return namedContainers(task).flatMap(({ index: place, definition }) => {
    const list = ['containerDefinitions', place, 'mountPoints'];
    return items(definition.mountPoints).flatMap(([{ sourceVolume }, index]) =>
      sourceVolume === volume ? [{ list, index }] : [],
    );
  });
}

function isFirstOfItsName(task: TaskDefinition, index: number, name: string): boolean {
  return items(task.volumes).find(([volume]) => volume.name === name)?.[1] === index;
}
