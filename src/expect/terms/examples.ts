/** Tasks that the examples of predicates are about. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';

/** An init container that leaves after 2 s, a log router, and an app that waits for both. */
export const ordered: TaskDefinition = {
  family: 'ordered',
  containerDefinitions: [
    {
      name: 'init',
      image: 'acme/init:1',
      essential: false,
      startTimeout: 60,
      mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared' }],
    },
    {
      name: 'router',
      image: 'acme/fluent-bit:1',
      essential: true,
      firelensConfiguration: { type: 'fluentbit' },
      healthCheck: { command: ['CMD-SHELL', 'true'], interval: 5, retries: 2, startPeriod: 10 },
    },
    {
      name: 'app',
      image: 'acme/app:1',
      stopTimeout: 20,
      logConfiguration: { logDriver: 'awsfirelens' },
      mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared', readOnly: true }],
      dependsOn: [
        { containerName: 'init', condition: 'SUCCESS' },
        { containerName: 'router', condition: 'HEALTHY' },
      ],
    },
  ],
  volumes: [{ name: 'shared' }],
};

/** The same three containers, and nobody waits for anybody. */
export const unordered: TaskDefinition = {
  ...ordered,
  containerDefinitions: (ordered.containerDefinitions ?? []).map(
    (container) => container && without(container, 'dependsOn'),
  ),
};

/** The same task with other members in one of its containers; `undefined` takes a member out. */
export function withMembers(
  task: TaskDefinition,
  name: string,
  members: { readonly [Member in keyof ContainerDefinition]?: ContainerDefinition[Member] | undefined },
): TaskDefinition {
  const containerDefinitions = (task.containerDefinitions ?? []).map((container) => {
    if (container?.name !== name) return container;
    const entries = Object.entries({ ...container, ...members }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as ContainerDefinition;
  });
  return { ...task, containerDefinitions };
}

function without(container: ContainerDefinition, member: keyof ContainerDefinition): ContainerDefinition {
  return Object.fromEntries(Object.entries(container).filter(([name]) => name !== member));
}
