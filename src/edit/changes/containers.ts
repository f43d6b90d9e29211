/** Containers: add, duplicate, remove, rename, reorder. What names a container follows it. */
import type { Json } from '../../model/json.ts';
import { placeAmongKin } from '../../model/kin.ts';
import { namedContainers } from '../../model/namedContainers.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Change } from '../change.ts';
import { layout, type Position } from '../parts/layout.ts';
import { getPart, type KeyChanges, setPart } from '../parts/part.ts';
import { rekeyParts } from '../reconcile.ts';
import { containerAt, containerNames, isGone, isMeant, lengthOf, titleOf, unusedName } from './address.ts';
import { logsAsOthers } from './logs.ts';
import { referencesTo } from './references.ts';
import { changeOf } from './writer.ts';

/** A container definition as JSON; members in the order in which they are to be written. */
export type ContainerJson = { readonly [member: string]: Json };

const LIST: Path = ['containerDefinitions'];

/** What a new container is when nothing else is said. */
export const PLAIN_CONTAINER: ContainerJson = {
  name: 'container',
  image: 'public.ecr.aws/docker/library/busybox:stable',
  essential: true,
};

/**
 * Adds a container at the end of the list under an unused name made from its own, its output going where that of most
 * others goes unless it says where; with `at`, its card stands there (canvas pixels).
 */
export function addContainer(definition: ContainerJson = PLAIN_CONTAINER, at?: Position): Change {
  const wanted =
    typeof definition.name === 'string' && definition.name !== '' ? definition.name : 'container';
  return changeOf(
    `Add ${wanted}`,
    (writer) => {
      const name = unusedName(wanted, containerNames(writer.task));
      // The name comes first, as everybody writes it.
      const logs = 'logConfiguration' in definition ? {} : logsAsOthers(writer.task, name);
      writer.append(LIST, withMemory(writer.task, { name, ...without(definition, 'name'), ...logs }));
      return undefined;
    },
    {
      parts(parts, after) {
        const added = namedContainers(after).at(-1);
        if (at === undefined || added === undefined) return parts;
        const { moved } = getPart(parts, layout);
        return setPart(parts, layout, { moved: { ...moved, [added.key]: at } });
      },
    },
  );
}

/**
 * The container with a memory limit of its own (256 MiB) where neither it nor the task has one: RegisterTaskDefinition
 * refuses a container without any.
 */
export function withMemory(task: TaskDefinition, definition: ContainerJson): ContainerJson {
  const limited = task.memory !== undefined || 'memory' in definition || 'memoryReservation' in definition;
  if (limited) return definition;
  const members = Object.entries(definition);
  const names = members.map(([name]) => name);
  const beside = placeAmongKin(names, 'memory');
  const place = beside < names.length ? beside : names.indexOf('image') + 1 || names.length;
  return Object.fromEntries<Json>(members.toSpliced(place, 0, ['memory', 256]));
}

/** Puts a copy of a container after it, under an unused name; what the container waits for, its copy waits for too. */
export function duplicateContainer(key: NodeKey): Change {
  return changeOf(
    `Duplicate ${titleOf(key)}`,
    (writer) => {
      const container = containerAt(writer.task, key);
      if (container === undefined) return isGone(key);
      const copy = [...LIST, container.index + 1];
      writer.edits.push({ op: 'copy', from: [...LIST, container.index], path: copy });
      writer.set([...copy, 'name'], unusedName(container.name || 'container', containerNames(writer.task)));
      return undefined;
    },
    { replaces: true },
  );
}

/**
 * Takes a container out, with all that names it: dependsOn, links, volumesFrom, the proxy configuration, and what is
 * ours. Where another container bears the same name, what names it means that one from now on and stays.
 */
export function removeContainer(key: NodeKey): Change {
  return changeOf(
    `Remove ${titleOf(key)}`,
    (writer) => {
      const container = containerAt(writer.task, key);
      if (container === undefined) return isGone(key);
      const namesakes = namedContainers(writer.task).filter(({ name }) => name === container.name);
      if (namesakes.length === 1) {
        const byList = new Map<string, { list: Path; indexes: number[] }>();
        for (const { entry } of referencesTo(writer.task, container.name)) {
          if (entry === undefined) writer.remove(['proxyConfiguration']);
          else if (entry.list[1] !== container.index) {
            const known = byList.get(entry.list.join('/')) ?? { list: entry.list, indexes: [] };
            known.indexes.push(entry.index);
            byList.set(entry.list.join('/'), known);
          }
        }
        for (const { list, indexes } of byList.values()) writer.removeItems(list, indexes);
      }
      writer.removeItems(LIST, [container.index]);
      return undefined;
    },
    {
      parts: (parts, after, { reading }) => rekeyParts(parts, afterRemoval(reading.task, after, key)),
    },
  );
}

/** Gives a container another name, and all that names it too. A name that another container bears is refused. */
export function renameContainer(key: NodeKey, name: string): Change {
  return changeOf(
    `Rename ${titleOf(key)} to ${name}`,
    (writer) => {
      const { task } = writer;
      const container = containerAt(task, key);
      if (container === undefined) return isGone(key);
      if (container.name === name) return undefined;
      const path = [...LIST, container.index, 'name'];
      if (name === '') return { refused: 'A container needs a name: others refer to it by its name.', path };
      if (namedContainers(task).some((other) => other.name === name)) {
        return { refused: `Another container is called ${name}. Names must differ within a task.`, path };
      }
      writer.set(path, name);
      if (!isMeant(task, container)) return undefined;
      for (const reference of referencesTo(task, container.name)) {
        writer.set(reference.path, reference.renamed(name));
      }
      return undefined;
    },
    // The key changes with every letter typed, so it cannot tell that the letters are one burst.
    { mergeKey: 'rename:container', replaces: true },
  );
}

/** Moves a container to another place in the list; the order there is that of the file, not the start order. */
export function reorderContainer(key: NodeKey, to: number): Change {
  return changeOf(`Move ${titleOf(key)}`, (writer) => {
    const container = containerAt(writer.task, key);
    if (container === undefined) return isGone(key);
    const last = lengthOf(writer.task.containerDefinitions) - 1;
    const place = Math.max(0, Math.min(last, Math.trunc(to)));
    if (place !== container.index) {
      writer.edits.push({ op: 'move', from: [...LIST, container.index], path: [...LIST, place] });
    }
    return undefined;
  });
}

function without(definition: ContainerJson, member: string): ContainerJson {
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== member));
}

/** `undefined` for the removed one; those of the same name after it move up by one. */
function afterRemoval(before: TaskDefinition, after: TaskDefinition, key: NodeKey): KeyChanges {
  const removed = containerAt(before, key);
  const changes = new Map<NodeKey, NodeKey | undefined>();
  if (removed === undefined) return changes;
  const keys = namedContainers(after).map((container) => container.key);
  // `reconcile` has already paired the others: only the key that nobody bears any more is left to drop.
  const last = namedContainers(before).findLast(({ name }) => name === removed.name);
  if (last !== undefined && !keys.includes(last.key)) changes.set(last.key, undefined);
  return changes;
}
