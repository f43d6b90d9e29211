/** What rules ask of a reading: its containers and volumes with their places, and whether a value may be judged. */

import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import { items } from '../../model/list.ts';
import { oncePer } from '../../model/oncePer.ts';
import type { Path } from '../../model/path.ts';
import { isWithin, pathKey } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import { isKnown } from '../../model/reading.ts';
import type { List } from '../../model/taskDefinition.ts';
import type { Volume } from '../../model/volume.ts';
import { misspelt } from './misspelt.ts';
import { quote } from './words.ts';

/** One container with its place. */
export interface ContainerAt {
  readonly definition: ContainerDefinition;
  readonly index: number;
  readonly at: Path;
  /** As in the text; absent when it has none or when it cannot be read. */
  readonly name?: string;
  /** How a message names it: `"app"`, or `Container 2` when it has no name. */
  readonly called: string;
}

/** One volume with its place. */
export interface VolumeAt {
  readonly volume: Volume;
  readonly index: number;
  readonly at: Path;
  /** `"shared"`, or `Volume 2` when it has no name. */
  readonly called: string;
}

/** The readable containers of the task, in list order. */
export const containersOf = oncePer((reading: Reading): readonly ContainerAt[] =>
  items(reading.task.containerDefinitions).map(([definition, index]): ContainerAt => {
    const { name } = definition;
    return {
      definition,
      index,
      at: ['containerDefinitions', index],
      ...(name !== undefined && { name }),
      called: name ? quote(name) : `Container ${index + 1}`,
    };
  }),
);

/** The readable volumes of the task, in list order. */
export function volumesOf(reading: Reading): VolumeAt[] {
  return items(reading.task.volumes).map(([volume, index]) => ({
    volume,
    index,
    at: ['volumes', index],
    called: volume.name ? quote(volume.name) : `Volume ${index + 1}`,
  }));
}

/** Whether the file is a template: CloudFormation fills in names and numbers, and gives a family of its own making. */
export function isTemplate(reading: Reading): boolean {
  return reading.source.lens.startsWith('cloudformation');
}

/**
 * What of the task the file holds: all of it (the empty path), or only its list of containers, or one container. The
 * rest then stands somewhere else, in a Terraform file say.
 */
export const heldPart = oncePer(({ places }: Reading): Path => {
  const start = places.value([])?.start;
  const held = [['containerDefinitions', 0], ['containerDefinitions']].find(
    (path) => start !== undefined && places.value(path)?.start === start,
  );
  return held ?? [];
});

/** Whether everything may be judged: the file holds the whole task, and all of it can be read. */
const isPlain = oncePer(
  (reading: Reading): boolean =>
    reading.opaque.size === 0 &&
    reading.unreadable.size === 0 &&
    heldPart(reading).length === 0 &&
    misspelt(reading).size === 0,
);

/**
 * Whether the value at `path`, or its absence, may be judged: it belongs to what the file holds, and there is no
 * placeholder, nothing unreadable and no misspelt member at or above it.
 */
export function known(reading: Reading, path: Path): boolean {
  if (isPlain(reading)) return true;
  if (!isWithin(path, heldPart(reading)) || !isKnown(reading, path)) return false;
  const wrongNames = misspelt(reading);
  return wrongNames.size === 0 || !path.some((_, index) => wrongNames.has(pathKey(path.slice(0, index + 1))));
}

/** Whether nothing stands at `path`, as far as the text can be read. */
export function missing(reading: Reading, path: Path, value: unknown): boolean {
  return value === undefined && known(reading, path);
}

/** Whether every item of a list can be read, and the list itself. An absent list can. */
export function wholeList(reading: Reading, path: Path, list: List<unknown> | undefined): boolean {
  return known(reading, path) && (list === undefined || !list.includes(undefined));
}

/**
 * Whether the names of all containers are known, so that "there is no container of that name" may be said. A container
 * without a name is nameless for sure.
 */
export function allContainerNamesKnown(reading: Reading): boolean {
  return (
    wholeList(reading, ['containerDefinitions'], reading.task.containerDefinitions) &&
    containersOf(reading).every(({ at }) => known(reading, [...at, 'name']))
  );
}

const containersByName = oncePer((reading: Reading): ReadonlyMap<string, ContainerAt> => {
  const byName = new Map<string, ContainerAt>();
  for (const container of containersOf(reading)) {
    if (container.name !== undefined && !byName.has(container.name)) byName.set(container.name, container);
  }
  return byName;
});

/** The first container that bears the name, as ECS resolves it. */
export function containerNamed(reading: Reading, name: string): ContainerAt | undefined {
  return containersByName(reading).get(name);
}
