/** What a case of rights is. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Needs } from '../needs.ts';

export interface PermissionCase {
  /** The feature that the case is about. */
  readonly feature: string;
  readonly title: string;
  readonly task: TaskDefinition;
  readonly needs?: Needs;
  readonly rights: readonly string[];
}

export const ROLE = 'arn:aws:iam::111122223333:role/shop';

/** A task of one container. */
export const one = (container: ContainerDefinition, rest: TaskDefinition = {}): TaskDefinition => ({
  executionRoleArn: ROLE,
  containerDefinitions: [{ name: 'app', image: 'acme/app:1', ...container }],
  ...rest,
});
