/** Finds what a node key means in a task, and names for what is new. */
import type { Refusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { VolumeNode } from '../../model/mounts.ts';
import { mounts } from '../../model/mounts.ts';
import { type NamedContainer, namedContainers } from '../../model/namedContainers.ts';
import { type NodeKey, parseNodeKey } from '../../model/nodeKey.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';

/** The container of a key; nothing when the task has none such. */
export function containerAt(task: TaskDefinition, key: NodeKey): NamedContainer | undefined {
  return namedContainers(task).find((container) => container.key === key);
}

/** The volume of a key, also one that is only mounted and nowhere declared (index -1). */
export function volumeAt(task: TaskDefinition, key: NodeKey): VolumeNode | undefined {
  return mounts(task, namedContainers(task)).volumes.find((volume) => volume.key === key);
}

/** Whether a container is the one that its name means when others refer to it: the first of that name. */
export function isMeant(task: TaskDefinition, { name, index }: NamedContainer): boolean {
  return name !== '' && namedContainers(task).find((other) => other.name === name)?.index === index;
}

/** How a node is called in a label: its name, else what it is. */
export function titleOf(key: NodeKey): string {
  const { kind, name } = parseNodeKey(key);
  return name === '' ? `the unnamed ${kind}` : name;
}

/** Why nothing was done: the node is not in the task, or no longer. */
export function isGone(key: NodeKey): Refusal {
  const { kind, name } = parseNodeKey(key);
  return {
    refused:
      name === '' ? `There is no such ${kind} in the task.` : `There is no ${kind} ${name} in the task.`,
  };
}

/** `base`, or `base-2`, `base-3` … where that is taken. A number that `base` ends with is counted on from. */
export function unusedName(base: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(base)) return base;
  const match = /^(.*)-(\d{1,6})$/.exec(base);
  const stem = match?.[1] || base;
  let number = match?.[1] ? Number(match[2]) + 1 : 2;
  while (used.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** The names that containers bear, and those that something refers to although nobody bears them. */
export function containerNames(task: TaskDefinition): string[] {
  return namedContainers(task).flatMap(({ name, definition }) => [
    name,
    ...items(definition.dependsOn).flatMap(([entry]) => entry.containerName ?? []),
  ]);
}

/** The names of declared volumes, and those that are mounted although nobody declares them. */
export function volumeNames(task: TaskDefinition): string[] {
  return mounts(task, namedContainers(task)).volumes.map(({ name }) => name);
}

/** Where in the text's list a new item goes: before the index, or at the end. */
export function lengthOf(list: readonly unknown[] | undefined): number {
  return list?.length ?? 0;
}
