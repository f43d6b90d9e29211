/** One container as a service of Docker Compose. Source: the Compose specification, services, read 2026-11-25. */

import type { List } from '../../model/collections.ts';
import type { Condition, ContainerDefinition } from '../../model/containerDefinition.ts';
import { linkedName } from '../../model/dependencies.ts';
import { items } from '../../model/list.ts';
import { formatPath, type Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Plain, PlainMap } from '../write/plain.ts';

/** What a service needs to know of the task around it. */
export interface Surroundings {
  readonly task: TaskDefinition;
  /** The service whose network all others share, as awsvpc has it; absent: each has its own. */
  readonly network?: string;
  readonly hostNetwork: boolean;
  /** The name of a service by the name of its container. */
  serviceOf(container: string): string;
  lose(path: Path, message: string): void;
}

const CONDITIONS: Readonly<Record<Condition, string>> = {
  START: 'service_started',
  HEALTHY: 'service_healthy',
  SUCCESS: 'service_completed_successfully',
  COMPLETE: 'service_completed_successfully',
};

/** ECS gives a container this long to stop where nothing is said; Compose would give 10 s. */
const STOP_SECONDS = 30;

/** A text as Compose takes it: `$` would begin a variable of the shell that starts it. */
export function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

const literals = (list: ContainerDefinition['command']) => items(list).map(([text]) => literal(text));

/** The service of that name; members that a container does not have are left out. */
export function serviceOf(
  name: string,
  container: ContainerDefinition,
  at: Path,
  around: Surroundings,
): PlainMap {
  const members: Record<string, Plain | undefined> = {
    image: container.image === undefined ? undefined : literal(container.image),
    platform: platformOf(around.task),
    entrypoint: container.entryPoint && literals(container.entryPoint),
    command: container.command && literals(container.command),
    environment: environmentOf(container, at, around),
    depends_on: dependsOn(container, at, around),
    healthcheck: healthCheck(container, at, around),
    network_mode: networkMode(around),
    links: around.network === undefined && !around.hostNetwork ? linksOf(container, around) : undefined,
    ports: publishes(around) ? portsOf(container) : undefined,
    volumes: volumesOf(container, at, around),
    volumes_from: items(container.volumesFrom).map(
      ([{ sourceContainer = '', readOnly }]) =>
        `${around.serviceOf(sourceContainer)}${readOnly ? ':ro' : ''}`,
    ),
    restart: container.restartPolicy?.enabled === true ? 'always' : undefined,
    stop_grace_period: `${container.stopTimeout ?? STOP_SECONDS}s`,
    cpu_shares: container.cpu !== undefined && container.cpu >= 2 ? container.cpu : undefined,
    mem_limit: container.memory === undefined ? undefined : `${container.memory}m`,
    mem_reservation:
      container.memoryReservation === undefined ? undefined : `${container.memoryReservation}m`,
    user: container.user && literal(container.user),
    working_dir: container.workingDirectory && literal(container.workingDirectory),
    hostname: around.network === undefined ? container.hostname : undefined,
    privileged: container.privileged,
    read_only: container.readonlyRootFilesystem,
    stdin_open: container.interactive,
    tty: container.pseudoTerminal,
    init: container.linuxParameters?.initProcessEnabled,
    cap_add: textsOf(container.linuxParameters?.capabilities?.add),
    cap_drop: textsOf(container.linuxParameters?.capabilities?.drop),
    shm_size: sized(container.linuxParameters?.sharedMemorySize),
    tmpfs: items(container.linuxParameters?.tmpfs).map(
      ([{ containerPath = '', size, mountOptions }]) =>
        `${literal(containerPath)}:${[`size=${size ?? 0}m`, ...textsOf(mountOptions)].join(',')}`,
    ),
    devices: items(container.linuxParameters?.devices).map(
      ([{ hostPath = '', containerPath = hostPath, permissions }]) =>
        `${literal(hostPath)}:${literal(containerPath)}${lettersOf(permissions)}`,
    ),
    ulimits: ulimits(container, at, around),
    labels: container.dockerLabels && mapped(container.dockerLabels),
    dns: around.network === undefined ? textsOf(container.dnsServers) : undefined,
    dns_search: around.network === undefined ? textsOf(container.dnsSearchDomains) : undefined,
    extra_hosts:
      around.network === undefined
        ? items(container.extraHosts).map(
            ([{ hostname = '', ipAddress = '' }]) => `${literal(hostname)}:${literal(ipAddress)}`,
          )
        : undefined,
    security_opt: textsOf(container.dockerSecurityOptions),
    sysctls: around.network === undefined ? sysctls(container, at, around) : undefined,
  };
  if (container.name !== name)
    around.lose([...at, 'name'], `${container.name || 'What has no name'} is called ${name} here.`);
  nameDifferences(container, at, around);
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (isEmpty(value) ? [] : [[name, value as Plain]])),
  );
}

/** Empty lists and maps say nothing, but for an entry point or a command, which they take away. */
function isEmpty(value: Plain | undefined): boolean {
  return value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);
}

function platformOf({ runtimePlatform }: TaskDefinition): string | undefined {
  if (runtimePlatform?.cpuArchitecture === undefined) return undefined;
  return runtimePlatform.cpuArchitecture === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
}

/** A variable without a value is handed on from the shell; only a list has a form for it beside those with one. */
function environmentOf(container: ContainerDefinition, at: Path, around: Surroundings): Plain {
  const own = lastOfEach(container.environment, ({ name }) => name, [...at, 'environment'], around);
  const secrets = items(container.secrets).flatMap(([{ name = '', valueFrom }, index]) => {
    const taken = /^[A-Za-z_]\w*$/.test(name);
    around.lose(
      [...at, 'secrets', index],
      taken
        ? `${name} comes from the shell that starts Compose, not from ${valueFrom ?? 'a secret'}.`
        : `${name} is left out: no shell variable has such a name.`,
    );
    return taken ? [name] : [];
  });
  for (const [{ value }, index] of items(container.environmentFiles)) {
    around.lose(
      [...at, 'environmentFiles', index],
      `${value ?? 'The file'} is left out: Compose does not read S3.`,
    );
  }
  if (secrets.length === 0)
    return Object.fromEntries(own.map(([{ name = '', value = '' }]) => [name, literal(value)]));
  return [...own.map(([{ name = '', value = '' }]) => literal(`${name}=${value}`)), ...secrets];
}

/** Where a map has each name once: the last of it, and the others named as lost. */
function lastOfEach<Item>(
  list: List<Item> | undefined,
  nameOf: (item: Item) => string | undefined,
  at: Path,
  { lose }: Surroundings,
): readonly (readonly [item: Item, index: number])[] {
  const last = new Map(items(list).map(([item, index]) => [nameOf(item) ?? '', index]));
  return items(list).filter(([item, index]) => {
    const name = nameOf(item) ?? '';
    if (last.get(name) === index) return true;
    lose([...at, index], `${name || 'What has no name'} stands more than once: the last one counts.`);
    return false;
  });
}

function dependsOn(container: ContainerDefinition, at: Path, around: Surroundings): PlainMap {
  const waits: [string, PlainMap][] = [];
  const place = [...at, 'dependsOn'];
  for (const [wait, index] of lastOfEach(container.dependsOn, (one) => one.containerName, place, around)) {
    const { containerName, condition } = wait;
    if (containerName === undefined || condition === undefined) {
      around.lose([...place, index], 'A dependency without a container or a condition is left out.');
      continue;
    }
    const service = around.serviceOf(containerName);
    waits.push([service, { condition: CONDITIONS[condition] }]);
    if (service !== containerName)
      around.lose([...place, index, 'containerName'], `${containerName} is called ${service} here.`);
    if (condition === 'COMPLETE') {
      around.lose(
        [...place, index, 'condition'],
        `Compose cannot wait for any exit: ${containerName} has to exit with code 0 here, as with SUCCESS.`,
      );
    }
  }
  return Object.fromEntries(waits);
}

function healthCheck(
  { healthCheck: check }: ContainerDefinition,
  at: Path,
  { lose }: Surroundings,
): PlainMap {
  const command = literals(check?.command);
  if (check === undefined) return {};
  if (command.length === 0) {
    lose([...at, 'healthCheck'], 'A health check without a command is left out.');
    return {};
  }
  return {
    test: command,
    interval: `${check.interval ?? 30}s`,
    timeout: `${check.timeout ?? 5}s`,
    retries: check.retries ?? 3,
    ...(check.startPeriod === undefined ? {} : { start_period: `${check.startPeriod}s` }),
  };
}

/** Whether the service has ports of its own: not on a network that it shares, nor on the host's, nor on none. */
function publishes({ task, network, hostNetwork }: Surroundings): boolean {
  return network === undefined && !hostNetwork && task.networkMode !== 'none';
}

function networkMode({ task, network, hostNetwork }: Surroundings): string | undefined {
  if (network !== undefined) return `service:${network}`;
  if (hostNetwork) return 'host';
  return task.networkMode === 'none' ? 'none' : undefined;
}

function linksOf({ links }: ContainerDefinition, { serviceOf }: Surroundings): string[] {
  return items(links).map(([link]) => {
    const name = linkedName(link);
    const alias = link.slice(name.length + 1);
    if (alias === '' && serviceOf(name) === name) return name;
    return `${serviceOf(name)}:${alias || name}`;
  });
}

/** `host:container/protocol`; a port without a host's own gets one of Docker's choice. */
export function portsOf({ portMappings }: ContainerDefinition, same = false): string[] {
  return items(portMappings).flatMap(
    ([{ containerPort, hostPort, protocol = 'tcp', containerPortRange }]) => {
      const inner = containerPort ?? containerPortRange;
      if (inner === undefined) return [];
      const outer = same ? `${inner}:` : hostPort ? `${hostPort}:` : '';
      return [`${outer}${inner}/${protocol}`];
    },
  );
}

function volumesOf(container: ContainerDefinition, at: Path, { task, lose }: Surroundings): PlainMap[] {
  return items(container.mountPoints).flatMap(
    ([{ sourceVolume = '', containerPath = '', readOnly }, index]) => {
      const volume = items(task.volumes).find(([{ name }]) => name === sourceVolume)?.[0];
      if (volume === undefined) {
        lose(
          [...at, 'mountPoints', index],
          `The mount at ${containerPath || 'no path'} is left out: the task has no volume of its name.`,
        );
        return [];
      }
      const path = volume.host?.sourcePath;
      if (path !== undefined)
        lose(
          [...at, 'mountPoints', index, 'sourceVolume'],
          `${containerPath || 'The mount'} is the folder ${path} itself: Compose has no name for it.`,
        );
      const from =
        path === undefined
          ? { type: 'volume', source: sourceVolume }
          : { type: 'bind', source: literal(path) };
      return [{ ...from, target: literal(containerPath), ...(readOnly === true ? { read_only: true } : {}) }];
    },
  );
}

function ulimits(container: ContainerDefinition, at: Path, around: Surroundings): PlainMap {
  const each = lastOfEach(container.ulimits, ({ name }) => name, [...at, 'ulimits'], around);
  return Object.fromEntries(
    each.map(([{ name = '', softLimit = 0, hardLimit = 0 }]) => [name, { soft: softLimit, hard: hardLimit }]),
  );
}

export function sysctls({ systemControls }: ContainerDefinition, at: Path, around: Surroundings): PlainMap {
  const each = lastOfEach(systemControls, ({ namespace }) => namespace, [...at, 'systemControls'], around);
  return Object.fromEntries(each.map(([{ namespace = '', value = '' }]) => [namespace, literal(value)]));
}

/** `:rwm` in the order of Docker; nothing for all of them, which is what Docker gives. */
function lettersOf(permissions: List<string> | undefined): string {
  const named = items(permissions).map(([permission]) => permission);
  const letters = ['read', 'write', 'mknod'].filter((one) => named.includes(one)).map((one) => one.charAt(0));
  return letters.length === 0 ? '' : `:${letters.join('')}`;
}

const mapped = (map: Readonly<Record<string, string>>): PlainMap =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, literal(value)]));

function textsOf(list: ContainerDefinition['command']): string[] {
  return items(list).map(([text]) => literal(text));
}

function sized(mebibytes: number | undefined): string | undefined {
  return mebibytes === undefined ? undefined : `${mebibytes}m`;
}

/** Members that make a container behave otherwise on ECS than it does here. */
const WITHOUT_COUNTERPART: Partial<Record<keyof ContainerDefinition, string>> = {
  logConfiguration: 'the output goes where Docker sends it',
  firelensConfiguration: 'nothing routes the output of other containers to it',
  startTimeout: 'Compose waits without end',
  repositoryCredentials: 'log in with docker login before',
  resourceRequirements: 'give it its devices by hand',
  credentialSpecs: 'there is no Active Directory here',
  versionConsistency: 'a tag means what it means when it is pulled',
};

/** Members that mean nothing to a service on a network that it shares. */
const NETWORKS_OWN = ['portMappings', 'systemControls'] as const;
const NOT_ON_SHARED = ['hostname', 'dnsServers', 'dnsSearchDomains', 'extraHosts', 'links'] as const;

function nameDifferences(container: ContainerDefinition, at: Path, around: Surroundings): void {
  const { cpu, restartPolicy, linuxParameters = {}, disableNetworking } = container;
  for (const [member, why] of Object.entries(WITHOUT_COUNTERPART)) {
    if (container[member as keyof ContainerDefinition] !== undefined) {
      around.lose([...at, member], `${member} is left out: ${why}.`);
    }
  }
  networkDifferences(container, at, around);
  if (restartPolicy?.enabled === true) {
    around.lose(
      [...at, 'restartPolicy'],
      'Compose restarts it after every exit: it knows no ignored exit codes and no restart period.',
    );
  } else if (Object.keys(restartPolicy ?? {}).length > 0) {
    around.lose([...at, 'restartPolicy'], 'A restart policy that is off is left out.');
  }
  if (cpu === 1) around.lose([...at, 'cpu'], 'cpu is left out: Docker knows no share below 2.');
  if (disableNetworking === true) {
    around.lose([...at, 'disableNetworking'], `${formatPath([...at, 'disableNetworking'])} is left out.`);
  }
  const { maxSwap, swappiness } = linuxParameters;
  if (maxSwap !== undefined || swappiness !== undefined) {
    around.lose([...at, 'linuxParameters'], 'The settings of swap are left out.');
  }
}

function networkDifferences(container: ContainerDefinition, at: Path, around: Surroundings): void {
  const { network, hostNetwork } = around;
  if (network !== undefined) {
    for (const member of NETWORKS_OWN) {
      if (items<unknown>(container[member]).length > 0)
        around.lose([...at, member], `${member} stand at ${network}, whose network all containers share.`);
    }
    for (const member of NOT_ON_SHARED) {
      if (container[member] !== undefined)
        around.lose(
          [...at, member],
          `${member} is left out: the containers share the network of ${network}.`,
        );
    }
    return;
  }
  if (items(container.portMappings).length > 0 && !publishes(around))
    around.lose(
      [...at, 'portMappings'],
      `portMappings are left out: ${hostNetwork ? 'on the network of the machine nothing is published' : 'there is no network'}.`,
    );
  if (hostNetwork && container.links !== undefined)
    around.lose([...at, 'links'], 'links are left out: they exist in bridge mode alone.');
  for (const [mapping, index] of items(container.portMappings)) {
    for (const member of ['name', 'appProtocol'] as const) {
      if (mapping[member] !== undefined && publishes(around))
        around.lose(
          [...at, 'portMappings', index, member],
          `${member} of a port is left out: it is for Service Connect.`,
        );
    }
  }
}
