/** One service of a Compose file as a container. */
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import { isObject } from '../built/fitTo.ts';
import { containerName, linux, list, type Taken } from './lists.ts';
import { architectureOf } from './platform.ts';
import { devices, mounts, ports, tmpfs } from './portsAndMounts.ts';
import { mebibytes, seconds, words } from './quantities.ts';

type JsonObject = { readonly [member: string]: Json };

const CONDITIONS: Readonly<Record<string, string>> = {
  service_started: 'START',
  service_healthy: 'HEALTHY',
  service_completed_successfully: 'SUCCESS',
};
/** Members that say how Compose itself goes about it. */
const SILENT = new Set(['container_name', 'pull_policy', 'expose', 'scale']);

/** The container of a service. Members that ECS has no place for are losses. */
export function serviceToContainer(
  name: string,
  service: JsonObject,
  index: number,
  taken: Taken,
): Record<string, Json> {
  const container: Record<string, Json> = { name: containerName(name) };
  const at = (member: string): Path => ['containerDefinitions', index, member];
  const lost = (member: string, message: string) => taken.lost(at(member), `${name}: ${message}`);
  if (container.name !== name) lost('name', `it is called ${container.name}: ECS takes no such name.`);
  const deploy = isObject(service.deploy) ? service.deploy : {};
  if (service.image === undefined && isObject(taken.services[name])) {
    // A placeholder, so that nobody judges an image that only its builder knows.
    container.image = `\${${name}}`;
    if (service.build !== undefined)
      lost('image', 'it is built here (build): push the image to a registry and put its address in.');
    else lost('image', 'its image stands in another file: put its address in.');
  } else if (service.build !== undefined) lost('image', 'build is left out: ECS only pulls images.');
  for (const [member, value] of Object.entries(service)) {
    if (value === null) continue;
    take(member, value, container, lost, taken, service);
  }
  resources(service, deploy, container, lost);
  if (container.essential === undefined) container.essential = true;
  return container;
}

function take(
  member: string,
  value: Json,
  container: Record<string, Json>,
  lost: (member: string, message: string) => void,
  taken: Taken,
  service: JsonObject,
): void {
  switch (member) {
    case 'image':
    case 'user':
    case 'hostname':
      container[member] = String(value);
      return;
    case 'working_dir':
      container.workingDirectory = String(value);
      return;
    case 'command':
      container.command = words(value);
      return;
    case 'entrypoint':
      container.entryPoint = words(value);
      return;
    case 'environment':
      container.environment = variables(value, lost);
      return;
    case 'env_file':
      envFiles(value, lost);
      return;
    case 'labels':
      container.dockerLabels = Object.fromEntries(pairsOf(value).map(([key, text]) => [key, text ?? '']));
      return;
    case 'depends_on':
      container.dependsOn = waits(value, taken, lost);
      return;
    case 'healthcheck':
      healthCheck(value, container, lost);
      return;
    case 'ports':
      container.portMappings = ports(value, lost);
      return;
    case 'volumes':
      mounts(value, container, taken, lost);
      return;
    case 'volumes_from':
      container.volumesFrom = list(value).map((one) => {
        const [sourceContainer = '', mode] = String(one).split(':');
        return { sourceContainer: containerName(sourceContainer), ...(mode === 'ro' && { readOnly: true }) };
      });
      return;
    case 'platform':
      if (architectureOf(taken.services) === undefined)
        lost(member, `the platform ${String(value)} is left out: all containers of a task have one.`);
      return;
    case 'logging':
      logging(value, container);
      return;
    case 'stop_grace_period': {
      const time = seconds(value);
      if (time !== undefined) container.stopTimeout = time;
      return;
    }
    case 'restart':
      if (value !== 'no') container.restartPolicy = { enabled: true };
      if (value !== 'no')
        lost(
          'restartPolicy',
          `restart: ${String(value)} becomes a restart policy; ECS restarts after every exit, at most once a minute.`,
        );
      return;
    case 'privileged':
    case 'tty':
    case 'read_only':
    case 'stdin_open':
      container[
        {
          privileged: 'privileged',
          tty: 'pseudoTerminal',
          read_only: 'readonlyRootFilesystem',
          stdin_open: 'interactive',
        }[member]
      ] = value === true || value === 'true';
      return;
    case 'init':
      linux(container).initProcessEnabled = value === true || value === 'true';
      return;
    case 'cap_add':
    case 'cap_drop': {
      const kernel = linux(container);
      const capabilities = isObject(kernel.capabilities ?? null) ? (kernel.capabilities as JsonObject) : {};
      kernel.capabilities = { ...capabilities, [member === 'cap_add' ? 'add' : 'drop']: list(value) };
      return;
    }
    case 'shm_size':
      linux(container).sharedMemorySize = mebibytes(value) ?? null;
      return;
    case 'ulimits':
      container.ulimits = Object.entries(isObject(value) ? value : {}).map(([limit, range]) => ({
        name: limit,
        softLimit: Number(isObject(range) ? range.soft : range),
        hardLimit: Number(isObject(range) ? range.hard : range),
      }));
      return;
    case 'sysctls':
      container.systemControls = pairsOf(value).map(([namespace, text]) => ({
        namespace,
        value: text ?? '',
      }));
      return;
    case 'dns':
      container.dnsServers = list(value);
      return;
    case 'dns_search':
      container.dnsSearchDomains = list(value);
      return;
    case 'extra_hosts':
      container.extraHosts = hosts(value);
      return;
    case 'links':
      container.links = list(value);
      return;
    case 'security_opt':
      container.dockerSecurityOptions = list(value);
      return;
    case 'tmpfs':
      linux(container).tmpfs = tmpfs(value, lost);
      return;
    case 'devices':
      linux(container).devices = devices(value);
      return;
    case 'build':
    case 'deploy':
    case 'mem_limit':
    case 'mem_reservation':
    case 'cpus':
    case 'cpu_shares':
    case 'memory':
    case 'cpu':
      return;
    case 'essential':
      container.essential = value === true || value === 'true';
      return;
    case 'secrets':
      if (Array.isArray(value) && value.every((one: Json) => isObject(one) && one.value_from !== undefined))
        container.secrets = value.map((one: Json) =>
          isObject(one) ? { name: one.name ?? '', valueFrom: one.value_from ?? '' } : null,
        );
      else
        lost(
          'secrets',
          `the secrets ${list(value)
            .map((one) => (isObject(one) ? String(one.source) : String(one)))
            .join(
              ', ',
            )} are files in Compose: ECS hands secrets over as variables, from Secrets Manager or Parameter Store.`,
        );
      return;
    default:
      if (!SILENT.has(member))
        lost(
          member,
          `${member} has no counterpart in a container definition${member === 'network_mode' || member === 'networks' ? ': the containers of a task share its network' : ''}.`,
        );
      if (member === 'container_name' && service.container_name !== service.name) return;
  }
}

/** `{A: b}` and `[A=b, C]` alike; without a value: nothing. */
function pairsOf(value: Json): (readonly [string, string | undefined])[] {
  if (isObject(value))
    return Object.entries(value).map(([key, text]) => [
      key,
      text === null ? undefined : typeof text === 'object' ? JSON.stringify(text) : String(text),
    ]);
  if (!Array.isArray(value)) return [];
  return value.map((item: Json) => {
    const text = String(item);
    const sign = text.indexOf('=');
    return sign < 0 ? [text, undefined] : [text.slice(0, sign), text.slice(sign + 1)];
  });
}

function variables(value: Json, lost: (member: string, message: string) => void): Json {
  return pairsOf(value).flatMap(([name, text]) => {
    if (text !== undefined) return [{ name, value: text }];
    lost(
      'environment',
      `the variable ${name} is taken from the shell that starts Compose: it has no value here.`,
    );
    return [];
  });
}

function envFiles(value: Json, lost: (member: string, message: string) => void): void {
  const files = list(value).map((one) => (isObject(one) ? String(one.path) : String(one)));
  lost(
    'environmentFiles',
    `env_file ${files.join(', ')} is a local file: ECS reads environment files from S3 only, so upload it and name its ARN.`,
  );
}

function waits(value: Json, taken: Taken, lost: (member: string, message: string) => void): Json {
  const entries: (readonly [string, Json])[] = Array.isArray(value)
    ? value.map((one: Json) => [String(one), 'service_started'] as const)
    : Object.entries(isObject(value) ? value : {}).map(
        ([name, how]) =>
          [name, isObject(how) ? (how.condition ?? 'service_started') : 'service_started'] as const,
      );
  return entries.flatMap(([name, how]) => {
    if (!Object.hasOwn(taken.services, name)) {
      lost('dependsOn', `it waits for ${name}, which is no service of this file.`);
      return [];
    }
    return [{ containerName: containerName(name), condition: CONDITIONS[String(how)] ?? 'START' }];
  });
}

function healthCheck(
  value: Json,
  container: Record<string, Json>,
  lost: (member: string, message: string) => void,
): void {
  if (!isObject(value) || value.disable === true) return;
  const { test } = value;
  const command =
    typeof test === 'string' ? ['CMD-SHELL', test] : Array.isArray(test) ? list(test) : undefined;
  if (command === undefined) {
    lost(
      'healthCheck',
      'its health check only changes the times of the one in the image, which ECS does not see.',
    );
    return;
  }
  if (command[0] === 'NONE') return;
  const check: Record<string, Json> = { command };
  for (const [member, key] of [
    ['interval', 'interval'],
    ['timeout', 'timeout'],
    ['start_period', 'startPeriod'],
  ] as const) {
    const given = value[member];
    if (given === undefined || given === null) continue;
    const time = seconds(given);
    if (time !== undefined) check[key] = time;
    else lost('healthCheck', `${member} ${String(given)} is no duration that can be read.`);
  }
  if (value.retries !== undefined && value.retries !== null) check.retries = Number(value.retries);
  if (value.start_interval !== undefined) lost('healthCheck', 'start_interval has no counterpart in ECS.');
  container.healthCheck = check;
}

function logging(value: Json, container: Record<string, Json>): void {
  if (!isObject(value)) return;
  container.logConfiguration = {
    logDriver: String(value.driver ?? 'json-file'),
    ...(isObject(value.options) && {
      options: Object.fromEntries(pairsOf(value.options).map(([key, text]) => [key, text ?? ''])),
    }),
  };
}

function hosts(value: Json): Json {
  if (isObject(value))
    return Object.entries(value).map(([hostname, ipAddress]) => ({ hostname, ipAddress: String(ipAddress) }));
  return list(value).map((one) => {
    const [hostname = '', ...rest] = String(one).split(/[:=]/);
    return { hostname, ipAddress: rest.join(':') };
  });
}

/** Sizes: of `deploy`, of the older members, of the parameters of the ECS CLI. */
function resources(
  service: JsonObject,
  deploy: JsonObject,
  container: Record<string, Json>,
  lost: (member: string, message: string) => void,
): void {
  const both = isObject(deploy.resources) ? deploy.resources : {};
  const limits = isObject(both.limits) ? both.limits : {};
  const reservations = isObject(both.reservations) ? both.reservations : {};
  const memory = mebibytes(limits.memory ?? service.mem_limit ?? null);
  const reserved = mebibytes(reservations.memory ?? service.mem_reservation ?? null);
  const cpus = Number(limits.cpus ?? reservations.cpus ?? service.cpus ?? Number.NaN);
  if (memory !== undefined) container.memory = memory;
  if (reserved !== undefined) container.memoryReservation = reserved;
  if (Number.isFinite(cpus)) container.cpu = Math.round(cpus * 1024);
  else if (Number.isFinite(Number(service.cpu_shares ?? Number.NaN)))
    container.cpu = Number(service.cpu_shares);
  for (const member of Object.keys(deploy))
    if (member !== 'resources')
      lost('deploy', `deploy.${member} belongs to the service, not to the task definition.`);
}
