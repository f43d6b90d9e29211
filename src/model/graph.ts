/**
 * The task as a picture sees it: containers, volumes and log destinations, and the lines between them.
 *
 * Dependencies run in time's direction: `from` is waited for, `to` waits.
 */

import type { DanglingDependency, DependencyEdge } from './dependencies.ts';
import { dependencies } from './dependencies.ts';
import type { LogNode, LogRoute } from './logRoutes.ts';
import { logRoutes } from './logRoutes.ts';
import type { MountEdge, VolumeNode } from './mounts.ts';
import { mounts } from './mounts.ts';
import type { NamedContainer } from './namedContainers.ts';
import { namedContainers } from './namedContainers.ts';
import { oncePer } from './oncePer.ts';
import type { Role } from './role.ts';
import { inferRole } from './role.ts';
import type { TaskDefinition } from './taskDefinition.ts';

export type { DanglingDependency, DependencyEdge, ImplicitReason } from './dependencies.ts';
export type { LogNode, LogRoute } from './logRoutes.ts';
export type { MountEdge, VolumeNode } from './mounts.ts';

export interface ContainerNode extends NamedContainer {
  readonly role: Role;
}

export interface Graph {
  readonly containers: readonly ContainerNode[];
  readonly volumes: readonly VolumeNode[];
  readonly logs: readonly LogNode[];
  readonly dependencies: readonly DependencyEdge[];
  readonly dangling: readonly DanglingDependency[];
  readonly mounts: readonly MountEdge[];
  readonly routes: readonly LogRoute[];
}

/** The graph of a task; the same object for the same task. What could not be read is not in it. */
export const graph = oncePer((task: TaskDefinition): Graph => {
  const containers = namedContainers(task).map((container) => ({
    ...container,
    role: inferRole(container.definition, task),
  }));
  const { edges, dangling } = dependencies(containers);
  return {
    containers,
    dependencies: edges,
    dangling,
    ...mounts(task, containers),
    ...logRoutes(containers),
  };
});
