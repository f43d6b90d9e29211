/** One of the six things that a task of several containers has to settle, and which of its own fields settle it. */
import type { Needs } from '../../iam/needs.ts';
import type { ContainerNode, Graph } from '../../model/graph.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';

export type ConcernId = 'start' | 'stop' | 'files' | 'network' | 'logs' | 'iam';

/** A place of the task that settles a part of a concern, or where something for it is missing. */
export interface ConcernPlace {
  readonly path: Path;
  /** The container or volume that it belongs to; absent for the task as a whole. */
  readonly node?: NodeKey;
  /** The member that people know: `dependsOn`, `taskRoleArn`. */
  readonly field: string;
  /** A short sentence without a full stop. */
  readonly text: string;
}

/** What a concern says of a task. */
export interface ConcernFacts {
  readonly settled: readonly ConcernPlace[];
  readonly missing: readonly ConcernPlace[];
  /** What takes part in it on the canvas: nodes (`task` for the frame) and edges. */
  readonly nodes: readonly NodeKey[];
  readonly edges: readonly string[];
}

export interface ConcernSubject {
  readonly task: TaskDefinition;
  readonly graph: Graph;
  readonly needs: Needs;
}

export interface Concern {
  readonly id: ConcernId;
  readonly title: string;
  readonly question: string;
  facts(subject: ConcernSubject): ConcernFacts;
}

/** A place in a container. */
export function placeIn(
  { key, index }: Pick<ContainerNode, 'key' | 'index'>,
  member: Path,
  text: string,
): ConcernPlace {
  return {
    path: ['containerDefinitions', index, ...member],
    node: key,
    field: String(member[0] ?? 'containerDefinitions'),
    text,
  };
}

/** A container's name for a sentence. */
export function called({ name }: Pick<ContainerNode, 'name'>): string {
  return name || 'the container without a name';
}
