/** Steps that sidecars share: whom they serve, their own logs, and who waits for them. */
import type { Condition } from '../../model/containerDefinition.ts';
import type { Refusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import { type NamedContainer, namedContainers } from '../../model/namedContainers.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Change } from '../change.ts';
import { type CallData, needs } from '../parts/needs.ts';
import { getPart, setPart } from '../parts/part.ts';
import { containerAt, containerNames, isGone, unusedName } from './address.ts';
import { type ContainerJson, withMemory } from './containers.ts';
import { awslogsOptions } from './logs.ts';
import { mainContainer } from './mainContainer.ts';
import type { Writer } from './writer.ts';

/** The container that a sidecar is wired to: the one named, else the main one; nothing in a task without containers. */
export function served(task: TaskDefinition, key: NodeKey | undefined): NamedContainer | Refusal | undefined {
  if (key === undefined) return mainContainer(task);
  return containerAt(task, key) ?? isGone(key);
}

/** The same, or a refusal where the task runs on Windows: there the image of a sidecar made for Linux cannot start. */
export function servedOnLinux(
  task: TaskDefinition,
  key: NodeKey | undefined,
): NamedContainer | Refusal | undefined {
  if (runsOnWindows(task)) {
    return {
      refused: 'The task runs on Windows, and the image of this sidecar is made for Linux.',
      path: ['runtimePlatform', 'operatingSystemFamily'],
    };
  }
  return served(task, key);
}

/** Whether the task says that it runs on Windows. */
export function runsOnWindows({ runtimePlatform }: TaskDefinition): boolean {
  return runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') === true;
}

/** Adds a sidecar at the end of the list, under an unused name made from its own; returns that name. */
export function addSidecar(writer: Writer, definition: ContainerJson & { readonly name: string }): string {
  const name = unusedName(definition.name, containerNames(writer.task));
  writer.append(['containerDefinitions'], withMemory(writer.task, { ...definition, name }));
  return name;
}

/**
 * A log configuration for the sidecar's own output, as members to spread: awslogs, or none where the task could not be
 * registered with it (Fargate needs an execution role for awslogs).
 */
export function ownLogs(task: TaskDefinition, prefix: string): ContainerJson {
  const onFargate = items(task.requiresCompatibilities).some(([capacity]) => capacity === 'FARGATE');
  if (onFargate && task.executionRoleArn === undefined) return {};
  return { logConfiguration: { logDriver: 'awslogs', options: awslogsOptions(task, prefix) } };
}

/** Makes a container wait for one that is being added. */
export function waitFor(
  writer: Writer,
  waiting: NamedContainer,
  containerName: string,
  condition: Condition,
): void {
  writer.append(['containerDefinitions', waiting.index, 'dependsOn'], { containerName, condition });
}

/** Notes what a container that is being added calls of AWS, for the task role; `base` as given to `addSidecar`. */
export function callsOf(
  base: string,
  calls: (task: TaskDefinition) => readonly CallData[],
): NonNullable<Change['parts']> {
  return (parts, after, { reading }) => {
    const name = unusedName(base, containerNames(reading.task));
    if (!namedContainers(after).some((container) => container.name === name)) return parts;
    const now = getPart(parts, needs);
    return setPart(parts, needs, { ...now, calls: { ...now.calls, [name]: calls(reading.task) } });
  };
}

/** The name of the task's FireLens router, where it has one. */
export function routerOf(task: TaskDefinition): NamedContainer | undefined {
  return namedContainers(task).find(({ definition }) => definition.firelensConfiguration !== undefined);
}
