/** Mounts: which container sees which volume, where, and whether it may write. */
import type { Refusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { NamedContainer } from '../../model/namedContainers.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Change } from '../change.ts';
import { containerAt, isGone, titleOf, unusedName, volumeAt } from './address.ts';
import { changeOf } from './writer.ts';

export interface MountOptions {
  /** Where the container sees it; else `/` and the volume's name, or the next such path that is free. */
  readonly containerPath?: string;
  /** Default false, as in ECS; then the member is left out. */
  readonly readOnly?: boolean;
}

/** Mounts a volume into a container, once more where it is mounted already under another path. */
export function mount(
  container: NodeKey,
  volume: NodeKey,
  { containerPath, readOnly = false }: MountOptions = {},
): Change {
  return changeOf(`Mount ${titleOf(volume)} in ${titleOf(container)}`, (writer) => {
    const target = containerAt(writer.task, container);
    const source = volumeAt(writer.task, volume);
    if (target === undefined) return isGone(container);
    if (source === undefined) return isGone(volume);
    if (source.name === '') return { refused: 'A volume without a name cannot be mounted. Name it first.' };
    const taken = items(target.definition.mountPoints).map(([point]) => point.containerPath ?? '');
    writer.append(listOf(target), {
      sourceVolume: source.name,
      containerPath: containerPath ?? unusedName(`/${source.name}`, taken),
      ...(readOnly ? { readOnly } : {}),
    });
    return undefined;
  });
}

/** Takes a mount out; `occurrence` (from 1) where the container mounts the volume several times. */
export function unmount(container: NodeKey, volume: NodeKey, occurrence = 1): Change {
  return changeOf(`Unmount ${titleOf(volume)} from ${titleOf(container)}`, (writer) => {
    const found = findMount(writer.task, container, volume, occurrence);
    if ('refused' in found) return found;
    writer.removeItems(found.list, [found.index]);
    return undefined;
  });
}

/** Lets a container only read a volume, or write too; the default, writing, is left out where it was left out before. */
export function setReadOnly(container: NodeKey, volume: NodeKey, readOnly: boolean, occurrence = 1): Change {
  return changeOf(
    `Mount ${titleOf(volume)} ${readOnly ? 'read-only' : 'read-write'} in ${titleOf(container)}`,
    (writer) => {
      const found = findMount(writer.task, container, volume, occurrence);
      if ('refused' in found) return found;
      const path = [...found.list, found.index, 'readOnly'];
      if (found.readOnly === readOnly) return undefined;
      if (readOnly) writer.override(path, true);
      else writer.restore(path, false);
      return undefined;
    },
  );
}

/** Shows the volume under another path in the container. */
export function setContainerPath(
  container: NodeKey,
  volume: NodeKey,
  containerPath: string,
  occurrence = 1,
): Change {
  return changeOf(
    `Mount ${titleOf(volume)} at ${containerPath}`,
    (writer) => {
      const found = findMount(writer.task, container, volume, occurrence);
      if ('refused' in found) return found;
      if (found.containerPath !== containerPath) {
        writer.set([...found.list, found.index, 'containerPath'], containerPath);
      }
      return undefined;
    },
    { mergeKey: `set:${container}>${volume}#${occurrence}` },
  );
}

interface FoundMount {
  readonly list: Path;
  readonly index: number;
  readonly containerPath: string | undefined;
  readonly readOnly: boolean;
}

function findMount(
  task: TaskDefinition,
  container: NodeKey,
  volume: NodeKey,
  occurrence: number,
): FoundMount | Refusal {
  const target = containerAt(task, container);
  const source = volumeAt(task, volume);
  if (target === undefined) return isGone(container);
  if (source === undefined) return isGone(volume);
  const found = items(target.definition.mountPoints).filter(([point]) => point.sourceVolume === source.name)[
    occurrence - 1
  ];
  if (found === undefined) return { refused: `${titleOf(container)} does not mount ${titleOf(volume)}.` };
  const [{ containerPath, readOnly = false }, index] = found;
  return { list: listOf(target), index, containerPath, readOnly };
}

function listOf(container: NamedContainer): Path {
  return ['containerDefinitions', container.index, 'mountPoints'];
}
