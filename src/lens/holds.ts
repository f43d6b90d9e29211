/** What a place of a file holds: a whole task definition, only its list of containers, or one container. */
import type { Path } from '../model/path.ts';

export type Holds = 'task' | 'containers' | 'container';

/** Where the task has what the file holds. */
export const HELD_AT: Readonly<Record<Holds, Path>> = {
  task: [],
  containers: ['containerDefinitions'],
  container: ['containerDefinitions', 0],
};

/** A path of the task as one below the held value; what lies above it stands for all of it; elsewhere nothing. */
export function toFile(holds: Holds, path: Path): Path | undefined {
  const held = HELD_AT[holds];
  if (!held.every((step, index) => index >= path.length || path[index] === step)) return undefined;
  return path.slice(held.length);
}

/** The path of the task for one below the held value. */
export function fromFile(holds: Holds, path: Path): Path {
  return [...HELD_AT[holds], ...path];
}
