/** A container as a construct. Source: aws-cdk-lib 2.276, aws-ecs ContainerDefinition, read 2026-11-28. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import { linkedName } from '../../model/dependencies.ts';
import { items } from '../../model/list.ts';
import type { Path } from '../../model/path.ts';
import { Code, type TsValue, tsCall, tsString, tsValue } from '../write/tsText.ts';
import { linuxParameters } from './linuxParameters.ts';
import { firelens, logging } from './logging.ts';
import type { Scope } from './scope.ts';
import { secretMap } from './secrets.ts';

/** Members that have no property of the construct, or one that cannot hold all they say. */
const RAW = [
  'repositoryCredentials',
  'credentialSpecs',
  'environmentFiles',
] as const satisfies readonly (keyof ContainerDefinition)[];

/** Members that the construct has under the same name. */
const SAME = [
  'entryPoint',
  'command',
  'workingDirectory',
  'user',
  'hostname',
  'privileged',
  'readonlyRootFilesystem',
  'interactive',
  'pseudoTerminal',
  'disableNetworking',
  'dnsServers',
  'dnsSearchDomains',
  'dockerLabels',
  'dockerSecurityOptions',
] as const satisfies readonly (keyof ContainerDefinition)[];

/** The call that adds the container, without a variable for it. */
export function containerCode(container: ContainerDefinition, at: Path, scope: Scope): string {
  const { name = '', image = '', firelensConfiguration } = container;
  const id = scope.id(name);
  const props: Record<string, TsValue | undefined> = {
    containerName: id === name ? undefined : name,
    image: new Code(`ecs.ContainerImage.fromRegistry(${tsString(image)})`),
    essential: container.essential,
    cpu: container.cpu,
    memoryLimitMiB: container.memory,
    memoryReservationMiB: container.memoryReservation,
  };
  for (const member of SAME) props[member] = container[member] as TsValue | undefined;
  Object.assign(props, {
    environment: mapOr(container.environment, 'name', 'value', [...at, 'environment'], scope),
    extraHosts: mapOr(container.extraHosts, 'hostname', 'ipAddress', [...at, 'extraHosts'], scope),
    secrets: secretMap(container.secrets, [...at, 'secrets'], scope),
    portMappings: portMappings(container, at, scope),
    healthCheck: healthCheck(container, at, scope),
    linuxParameters: linuxParameters(container, at, scope),
    ulimits: ulimits(container, at, scope),
    systemControls: container.systemControls,
    startTimeout: seconds(container.startTimeout, scope),
    stopTimeout: seconds(container.stopTimeout, scope),
    logging: logging(container, at, scope),
    gpuCount: gpus(container, at, scope),
    versionConsistency:
      container.versionConsistency &&
      new Code(`ecs.VersionConsistency.${container.versionConsistency.toUpperCase()}`),
    ...restart(container, at, scope),
  });
  for (const member of RAW) {
    const value = container[member];
    if (value !== undefined) scope.override([...at, member], value as never);
  }
  if (firelensConfiguration?.type === undefined)
    return `taskDefinition.addContainer(${tsString(id)}, ${tsValue(props)})`;
  props.firelensConfig = firelens(firelensConfiguration, [...at, 'firelensConfiguration'], scope);
  return `taskDefinition.addFirelensLogRouter(${tsString(id)}, ${tsValue(props)})`;
}

/** What joins a container with others and with volumes; `variables` by the names of containers. */
export function joined(
  container: ContainerDefinition,
  variable: string,
  at: Path,
  variables: ReadonlyMap<string, string>,
  scope: Scope,
): string[] {
  const calls: string[] = [];
  const call = (method: string, args: readonly TsValue[]) => {
    if (args.length > 0) calls.push(`${tsCall(`${variable}.${method}`, args)};`);
  };
  const waits = items(container.dependsOn).map(([wait]) => wait);
  if (
    waits.every(
      ({ containerName = '', condition }) => condition !== undefined && variables.has(containerName),
    )
  ) {
    call(
      'addContainerDependencies',
      waits.map(({ containerName = '', condition = 'START' }) => ({
        container: new Code(variables.get(containerName) ?? ''),
        condition: new Code(`ecs.ContainerDependencyCondition.${condition}`),
      })),
    );
  } else scope.override([...at, 'dependsOn'], container.dependsOn as never);
  call(
    'addMountPoints',
    items(container.mountPoints).map(([{ sourceVolume = '', containerPath = '', readOnly = false }]) => ({
      sourceVolume,
      containerPath,
      readOnly,
    })),
  );
  call(
    'addVolumesFrom',
    items(container.volumesFrom).map(([{ sourceContainer = '', readOnly = false }]) => ({
      sourceContainer,
      readOnly,
    })),
  );
  const links = items(container.links).map(([link]) => link);
  if (scope.mode === 'bridge' && links.every((link) => variables.has(linkedName(link)))) {
    for (const link of links) {
      const alias = link.slice(linkedName(link).length + 1);
      call('addLink', [new Code(variables.get(linkedName(link)) ?? ''), ...(alias === '' ? [] : [alias])]);
    }
  } else if (links.length > 0) scope.override([...at, 'links'], links);
  return calls;
}

function seconds(value: number | undefined, scope: Scope): Code | undefined {
  return value === undefined ? undefined : new Code(`${scope.use('cdk')}.Duration.seconds(${value})`);
}

/** A list of names and values as a map; as it is where a name stands twice or is missing. */
function mapOr(
  list: readonly (object | undefined)[] | undefined,
  key: string,
  value: string,
  at: Path,
  scope: Scope,
): TsValue | undefined {
  if (list === undefined) return undefined;
  const pairs = list.map((item) => {
    const members = item as Readonly<Record<string, string | undefined>>;
    return [members[key], members[value]] as const;
  });
  const sound = pairs.every(([name, text]) => name !== undefined && text !== undefined);
  if (sound && new Set(pairs.map(([name]) => name)).size === pairs.length)
    return Object.fromEntries(pairs) as Record<string, string>;
  scope.override(at, list as never);
  return undefined;
}

function portMappings(
  { portMappings: list }: ContainerDefinition,
  at: Path,
  scope: Scope,
): TsValue | undefined {
  if (list === undefined) return undefined;
  const named = scope.mode === 'awsvpc' || scope.mode === 'bridge';
  const own = scope.mode === 'awsvpc' || scope.mode === 'host';
  const mappings = items(list).map(([mapping]) => mapping);
  const fits = mappings.every(
    ({ containerPort, containerPortRange, hostPort, name, appProtocol }) =>
      (containerPort === undefined) !== (containerPortRange === undefined) &&
      (containerPortRange === undefined || hostPort === undefined) &&
      (!own || hostPort === undefined || hostPort === containerPort) &&
      (name === undefined ? appProtocol === undefined : named && name !== '') &&
      containerPort !== 0,
  );
  if (!fits) {
    scope.override([...at, 'portMappings'], list as never);
    return undefined;
  }
  return mappings.map(({ containerPort, containerPortRange, hostPort, protocol, name, appProtocol }) => ({
    containerPort: containerPort ?? new Code('ecs.ContainerDefinition.CONTAINER_PORT_USE_RANGE'),
    containerPortRange,
    hostPort,
    protocol: protocol && new Code(`ecs.Protocol.${protocol.toUpperCase()}`),
    name,
    appProtocol: appProtocol && new Code(`ecs.AppProtocol.${appProtocol}`),
  }));
}

/** The construct puts CMD before a command without it, and holds intervals against bounds of its own. */
function healthCheck(
  { healthCheck: check }: ContainerDefinition,
  at: Path,
  scope: Scope,
): TsValue | undefined {
  if (check === undefined) return undefined;
  const { command = [], interval = 30, timeout = 5, retries, startPeriod } = check;
  const fits =
    command.length > 1 &&
    (command[0] === 'CMD' || command[0] === 'CMD-SHELL') &&
    interval >= 5 &&
    interval <= 300 &&
    timeout >= 2 &&
    timeout <= 120 &&
    interval >= timeout;
  if (!fits) {
    scope.override([...at, 'healthCheck'], check as never);
    return undefined;
  }
  return {
    command: command as readonly string[],
    interval: seconds(check.interval, scope),
    timeout: seconds(check.timeout, scope),
    retries,
    startPeriod: seconds(startPeriod, scope),
  };
}

function ulimits({ ulimits: list }: ContainerDefinition, at: Path, scope: Scope): TsValue | undefined {
  if (list === undefined) return undefined;
  const all = items(list).map(([limit]) => limit);
  if (
    all.some(({ name, softLimit, hardLimit }) => !name || softLimit === undefined || hardLimit === undefined)
  ) {
    scope.override([...at, 'ulimits'], list as never);
    return undefined;
  }
  return all.map(({ name = '', softLimit, hardLimit }) => ({
    name: new Code(`ecs.UlimitName.${name.toUpperCase()}`),
    softLimit,
    hardLimit,
  }));
}

function gpus(
  { resourceRequirements: list }: ContainerDefinition,
  at: Path,
  scope: Scope,
): number | undefined {
  const [first, second] = items(list).map(([requirement]) => requirement);
  if (first?.type === 'GPU' && second === undefined && /^[1-9]\d*$/.test(first.value ?? ''))
    return Number(first.value);
  if (first !== undefined) scope.override([...at, 'resourceRequirements'], list as never);
  return undefined;
}

function restart(
  { restartPolicy: policy }: ContainerDefinition,
  at: Path,
  scope: Scope,
): Record<string, TsValue | undefined> {
  if (policy === undefined) return {};
  const { enabled, ignoredExitCodes, restartAttemptPeriod } = policy;
  if (enabled !== true) {
    scope.override([...at, 'restartPolicy'], policy as never);
    return {};
  }
  return {
    enableRestartPolicy: true,
    restartIgnoredExitCodes: ignoredExitCodes as readonly number[] | undefined,
    restartAttemptPeriod: seconds(restartAttemptPeriod, scope),
  };
}
