/** What a feature of a task needs from its roles, as data. */
import type { NamedContainer } from '../model/namedContainers.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Surroundings } from './surroundings.ts';

/** `execution`: what ECS itself does before and beside the code. `task`: what the code of every container may do. */
export type RoleKind = 'execution' | 'task';

/** Why a right is needed: the container or volume and the place of the field that causes it. */
export interface Reason {
  /** The container or volume; absent for the task as a whole. */
  readonly node?: NodeKey;
  /** Its name, as in the text. */
  readonly name: string;
  readonly path: Path;
  /** In a few words: "image from Amazon ECR". */
  readonly text: string;
}

/** The operators and keys of an IAM condition. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** One right that one field causes. */
export interface Need {
  readonly role: RoleKind;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Conditions;
  readonly reason: Reason;
}

/** What a feature looks at. */
export interface Subject {
  readonly task: TaskDefinition;
  readonly containers: readonly NamedContainer[];
  readonly at: Surroundings;
}

/** A feature of ECS that a role must allow something for. */
export interface Feature {
  readonly id: string;
  readonly title: string;
  /** Where the rights are documented, and the day it was read. */
  readonly source: { readonly text: string; readonly url?: string; readonly checked: string };
  /** One need a field that causes it, in the order of the text. */
  needs(subject: Subject): Iterable<Need>;
}

/** The reason that a field of a container gives. */
export function because(container: NamedContainer, member: Path, text: string): Reason {
  return {
    node: container.key,
    name: container.name,
    path: ['containerDefinitions', container.index, ...member],
    text,
  };
}
