/** From the path of a member to the container or volume that it belongs to. */
import type { ContainerNode, VolumeNode } from '../../../src/model/graph.ts';
import type { Path } from '../../../src/model/path.ts';
import type { Reading } from '../../../src/model/reading.ts';
import { graphOf } from '../../store/derived.ts';

/** The container that a path leads into. */
export function containerOf(reading: Reading, path: Path): ContainerNode | undefined {
  if (path[0] !== 'containerDefinitions') return undefined;
  return graphOf(reading).containers.find(({ index }) => index === path[1]);
}

/** The volume that a path leads into. */
export function volumeOf(reading: Reading, path: Path): VolumeNode | undefined {
  if (path[0] !== 'volumes') return undefined;
  return graphOf(reading).volumes.find(({ index }) => index === path[1]);
}

/** How something is called on screen. */
export function calledOf(
  { name, index }: { readonly name: string; readonly index: number },
  kind: string,
): string {
  return name === '' ? `${kind} ${index + 1}, without a name` : name;
}
