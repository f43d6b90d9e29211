/** What a container is for, as far as the task tells: by what others expect of it, its image, its name, its command. */

import type { ContainerDefinition } from './containerDefinition.ts';
import { parseImage } from './image.ts';
import { items } from './list.ts';
import { oncePer } from './oncePer.ts';
import type { Role } from './roleLabel.ts';
import type { Sign } from './roleSigns.ts';
import {
  appNames,
  certainAppNames,
  commandSigns,
  endlessCommand,
  imageSigns,
  initNames,
  nameSigns,
} from './roleSigns.ts';
import type { TaskDefinition } from './taskDefinition.ts';

export type { Role } from './roleLabel.ts';
export { roleLabel } from './roleLabel.ts';

/**
 * The role of a container of this task; `container` when nothing tells, or when it does not belong to the task.
 * A guess for people and for defaults of a simulation, never a reason to refuse anything.
 */
export function inferRole(definition: ContainerDefinition, task: TaskDefinition): Role {
  return inferAll(task).get(definition) ?? 'container';
}

const inferAll = oncePer((task: TaskDefinition): ReadonlyMap<ContainerDefinition, Role> => {
  const definitions = items(task.containerDefinitions).map(([definition]) => definition);
  const awaitedToEnd = new Set<string>();
  for (const { dependsOn } of definitions) {
    for (const [{ containerName, condition }] of items(dependsOn)) {
      if (containerName && (condition === 'SUCCESS' || condition === 'COMPLETE'))
        awaitedToEnd.add(containerName);
    }
  }
  const proxy = task.proxyConfiguration?.containerName;

  const roles = new Map<ContainerDefinition, Role>();
  const unknown: ContainerDefinition[] = [];
  for (const definition of definitions) {
    const role = givenRole(definition, proxy, awaitedToEnd) ?? telltaleRole(definition);
    if (role) roles.set(definition, role);
    else unknown.push(definition);
  }
  for (const definition of apps(unknown, task)) roles.set(definition, 'app');
  return roles;
});

/** What the task itself says it is. */
function givenRole(
  definition: ContainerDefinition,
  proxy: string | undefined,
  awaitedToEnd: ReadonlySet<string>,
): Role | undefined {
  if (definition.firelensConfiguration) return 'logRouter';
  if (definition.name !== undefined && definition.name === proxy) return 'proxy';
  if (definition.name !== undefined && awaitedToEnd.has(definition.name)) return 'init';
  return undefined;
}

/** What image, name and command suggest. */
function telltaleRole(definition: ContainerDefinition): Role | undefined {
  const { registry, repository } = parseImage((definition.image ?? '').toLowerCase());
  const name = (definition.name ?? '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const command = [...items(definition.entryPoint), ...items(definition.command)]
    .map(([word]) => word)
    .join(' ');
  if (certainAppNames.test(name)) return 'app';
  const mayEnd = definition.essential === false && !definition.healthCheck && !endlessCommand.test(command);
  const signs = logsThroughRouter(definition)
    ? nameSigns.filter(([, role]) => role !== 'logRouter')
    : nameSigns;
  return (
    // An own repository in ECR is named after the product, which may be called anything; its last part decides.
    signOf(imageSigns, registry?.includes('.dkr.ecr.') ? lastPart(repository) : repository) ??
    signOf(signs, name) ??
    (mayEnd && initNames.test(name) ? 'init' : undefined) ??
    signOf(commandSigns, command) ??
    (mayEnd && runsAndEnds(definition, repository) ? 'init' : undefined)
  );
}

/** Whoever hands its output to a router is none, whatever its name says of logs. */
function logsThroughRouter({ logConfiguration }: ContainerDefinition): boolean {
  return logConfiguration?.logDriver === 'awsfirelens';
}

/** A non-essential container without ports that runs a shell line or the AWS CLI does some work and leaves. */
function runsAndEnds(definition: ContainerDefinition, repository: string): boolean {
  if (items(definition.portMappings).length > 0 || definition.restartPolicy?.enabled) return false;
  return /(^|\/)(aws-cli|busybox|alpine|curl|bash)$/.test(repository) && items(definition.command).length > 0;
}

/** Which of the containers that nothing else explains is the App: by its name, else by being the odd one out. */
function apps(unknown: readonly ContainerDefinition[], task: TaskDefinition): readonly ContainerDefinition[] {
  const named = unknown.filter(
    ({ name }) => name && (appNames.test(name.toLowerCase()) || name === task.family),
  );
  if (named.length > 0) return named;
  const criteria: ((definition: ContainerDefinition) => boolean)[] = [
    ({ essential }) => essential !== false,
    ({ dependsOn, links }) => items(dependsOn).length > 0 || items(links).length > 0,
    ({ portMappings }) => items(portMappings).length > 0,
  ];
  let candidates = unknown;
  for (const criterion of criteria) {
    const fitting = candidates.filter(criterion);
    if (fitting.length > 0) candidates = fitting;
  }
  const [first] = candidates;
  if (!first || candidates.length > 1) return [];
  return criteria.some((criterion) => criterion(first)) ? [first] : [];
}

function signOf(signs: readonly Sign[], text: string): Role | undefined {
  return signs.find(([pattern]) => pattern.test(text))?.[1];
}

function lastPart(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}
