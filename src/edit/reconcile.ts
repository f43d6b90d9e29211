/** Carries what is ours over when the text has changed: a card stays where it is while its name is being typed. */
import { items } from '../model/list.ts';
import { namedContainers } from '../model/namedContainers.ts';
import { type NodeKey, nodeKeys } from '../model/nodeKey.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { codecs } from './parts/index.ts';
import { getPart, type KeyChanges, type Parts, setPart } from './parts/part.ts';

interface Item {
  readonly key: NodeKey;
  readonly name: string;
  readonly index: number;
  /** What makes it look like the same thing under another name; asked for only where names have changed. */
  likeness(): string;
  content(): string;
}

/** The parts for the task as it is now. What belongs to a node that is gone is kept: it may come back. */
export function reconcile(before: TaskDefinition, after: TaskDefinition, parts: Parts): Parts {
  return before === after ? parts : rekeyParts(parts, keyChanges(before, after));
}

/** Which nodes bear another key now. Those that are gone, or new, are not among them. */
export function keyChanges(before: TaskDefinition, after: TaskDefinition): KeyChanges {
  return new Map([
    ...changesOf(containerItems(before), containerItems(after)),
    ...changesOf(volumeItems(before), volumeItems(after)),
  ]);
}

/** The parts with node keys replaced; unknown parts and parts of a newer version stay as they are. */
export function rekeyParts(parts: Parts, changes: KeyChanges): Parts {
  if (changes.size === 0) return parts;
  let next = parts;
  for (const codec of codecs) {
    if (Object.hasOwn(next, codec.id)) {
      next = setPart(next, codec, codec.rekey(getPart(next, codec), changes));
    }
  }
  return next;
}

function changesOf(before: readonly Item[], after: readonly Item[]): [NodeKey, NodeKey][] {
  if (before.length === after.length && before.every(({ name }, place) => name === after[place]?.name))
    return [];
  const pairs: [Item, Item][] = [];
  let gone = [...before];
  let fresh = [...after];
  // The surest likeness first: what is the very same, then the same name, then the same place under another name.
  const pair = (same: (a: Item, b: Item) => boolean) => {
    for (const item of gone) {
      const twin = fresh.find((candidate) => same(item, candidate));
      if (twin === undefined) continue;
      pairs.push([item, twin]);
      fresh = fresh.filter((candidate) => candidate !== twin);
    }
    gone = gone.filter((item) => !pairs.some(([paired]) => paired === item));
  };
  pair((a, b) => a.name === b.name && a.content() === b.content());
  pair((a, b) => a.name === b.name);
  const onlyOne = gone.length === 1 && fresh.length === 1;
  pair((a, b) => a.index === b.index && (onlyOne || (a.likeness() !== '' && a.likeness() === b.likeness())));
  return pairs.flatMap(([a, b]) => (a.key === b.key ? [] : [[a.key, b.key] as [NodeKey, NodeKey]]));
}

function containerItems(task: TaskDefinition): Item[] {
  return namedContainers(task).map(({ key, name, index, definition }) => ({
    key,
    name,
    index,
    likeness: () => definition.image ?? '',
    content: () => JSON.stringify(definition),
  }));
}

function volumeItems(task: TaskDefinition): Item[] {
  const found = items(task.volumes);
  const keys = nodeKeys(
    'volume',
    found.map(([volume]) => volume.name),
  );
  return found.map(([volume, index], place) => {
    const { name = '', ...rest } = volume;
    return {
      key: keys[place] ?? '',
      name,
      index,
      likeness: () => (Object.keys(rest).length === 0 ? '' : JSON.stringify(rest)),
      content: () => JSON.stringify(volume),
    };
  });
}
