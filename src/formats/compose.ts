/** A Compose file: its services as the containers of one task. */
import type { Json } from '../model/json.ts';
import { builtTask } from './built/builtTask.ts';
import { isObject } from './built/fitTo.ts';
import { serviceToContainer } from './compose/fromService.ts';
import { interpolated } from './compose/interpolate.ts';
import type { Taken } from './compose/lists.ts';
import { networkOf, shareNetwork } from './compose/network.ts';
import { architectureOf } from './compose/platform.ts';
import { readYaml } from './compose/readYaml.ts';
import type { Format, FormatReading, Loss } from './format.ts';
import { stem } from './json/names.ts';

/** Services at the left edge with something indented below, or the parameters of the ECS CLI. */
const SERVICES = /^["']?services["']?[ \t]*:[ \t]*(?:[{&#].*)?\r?$/m;
const PARAMS = /^task_definition[ \t]*:/m;
const LOOKED_AT = 200_000;

/**
 * Conditions become START, HEALTHY and SUCCESS; what is waited for until it has ended becomes non-essential. What ECS has
 * no member for is a loss, `x-…` too. Source: the Compose specification, compose-spec.io.
 */
export const compose: Format = {
  id: 'compose',
  label: 'Compose file',
  extension: 'compose.yaml',
  recognises: (text) => {
    const start = text.slice(0, LOOKED_AT);
    if (/^[\s\ufeff]*\{/.test(start))
      return /^[\s\ufeff]*\{\s*"(?:name|version|services)"[\s\S]{0,200}?"?services"?\s*:\s*\{|^[\s\ufeff]*\{\s*"services"\s*:/.test(
        start,
      );
    return (
      (SERVICES.test(start) || PARAMS.test(start)) &&
      !/^Resources[ \t]*:|AWSTemplateFormatVersion/m.test(start)
    );
  },
  read: (text, fileName) => {
    const { value, problems } = readYaml(text);
    const defaults = new Set<string>();
    const filled = value === undefined || !text.includes('$') ? value : interpolated(value, defaults);
    const file = isObject(filled) ? filled : {};
    const name = typeof file.name === 'string' ? file.name : (stem(fileName) ?? 'compose');
    if (isObject(file.task_definition)) return params(file, file.task_definition, name, problems);
    if (!isObject(file.services) || Object.keys(file.services).length === 0) {
      const message = 'This Compose file has no services that could be containers.';
      return {
        tasks: [],
        problems: [...problems, { message, place: { start: 0, end: 0 }, line: 1, column: 1 }],
      };
    }
    return { tasks: [taskOf(file, file.services, name, defaults)], problems };
  },
};

type JsonObject = { readonly [member: string]: Json };

function taskOf(file: JsonObject, all: JsonObject, name: string, defaults: ReadonlySet<string>) {
  const losses: Loss[] = [];
  const lost = (path: Loss['path'], message: string) => void losses.push({ path, message });
  for (const variable of defaults) lost([], `The variable ${variable} is taken as its default.`);
  const { mode, services } = networkOf(all, lost);
  const declared = isObject(file.volumes) ? Object.keys(file.volumes) : [];
  const taken: Taken = { services, volumes: new Map(declared.map((volume) => [volume, undefined])), lost };
  const containers = Object.entries(services).flatMap(([service, value], index) =>
    isObject(value) ? [serviceToContainer(service, value, index, taken)] : [],
  );
  finishWaits(containers, lost);
  if (containers.length > 1)
    lost([], 'Compose does not say what is essential: all are, but those waited for until they have ended.');
  const task: Record<string, Json> = { family: name.replace(/[^\w-]+/g, '-'), networkMode: mode };
  const architecture = architectureOf(services);
  if (architecture !== undefined) task.runtimePlatform = { cpuArchitecture: architecture };
  if (task.networkMode === 'awsvpc') shareNetwork(containers, lost);
  task.containerDefinitions = containers;
  for (const key of Object.keys(file)) {
    if (['version', 'name', 'services', 'volumes', 'networks'].includes(key)) continue;
    lost([key], `${key} of the Compose file has no counterpart in a task definition.`);
  }
  if (isObject(file.networks))
    lost(['networks'], 'networks: the containers of a task share one network (awsvpc) or the host’s.');
  if (taken.volumes.size > 0)
    task.volumes = [...taken.volumes].map(([volume, host]) => ({
      name: volume,
      ...(host !== undefined && { host: { sourcePath: host } }),
    }));
  if (isObject(file.volumes))
    for (const [volume, settings] of Object.entries(file.volumes)) {
      if (isObject(settings) && Object.keys(settings).length > 0)
        lost(
          ['volumes'],
          `volumes.${volume}: its settings (${Object.keys(settings).join(', ')}) are not taken over; on Fargate use EFS for what must last.`,
        );
    }
  return builtTask(name, task, losses);
}

/** Whoever is waited for until it has ended may end: ECS wants it non-essential. */
function finishWaits(
  containers: readonly Record<string, Json>[],
  lost: (path: Loss['path'], message: string) => void,
): void {
  const places = new Map<Json | undefined, number>();
  containers.forEach(({ name }, index) => {
    if (!places.has(name)) places.set(name, index);
  });
  for (const { dependsOn } of containers) {
    if (!Array.isArray(dependsOn)) continue;
    for (const wait of dependsOn as readonly JsonObject[]) {
      if (wait.condition !== 'SUCCESS') continue;
      const index = places.get(wait.containerName) ?? -1;
      const target = containers[index];
      if (target === undefined || target.essential === false) continue;
      target.essential = false;
      lost(
        ['containerDefinitions', index, 'essential'],
        `${target.name} is waited for until it has ended, so it is made non-essential.`,
      );
    }
  }
}

/** `ecs-params.yml` of the ECS CLI: what the Compose file beside it lacks. Source: Amazon ECS CLI, Using ECS parameters. */
function params(
  file: JsonObject,
  definition: JsonObject,
  name: string,
  problems: FormatReading['problems'],
): FormatReading {
  const losses: Loss[] = [];
  const lost = (path: Loss['path'], message: string) => void losses.push({ path, message });
  const size = isObject(definition.task_size) ? definition.task_size : {};
  const task: Record<string, Json> = { family: name.replace(/[^\w-]+/g, '-') };
  const put = (member: string, value: Json | undefined) => {
    if (value !== undefined && value !== null) task[member] = value;
  };
  put('taskRoleArn', definition.task_role_arn);
  put('executionRoleArn', definition.task_execution_role);
  put('networkMode', definition.ecs_network_mode);
  put('pidMode', definition.pid_mode);
  put('ipcMode', definition.ipc_mode);
  put('cpu', size.cpu_limit === undefined || size.cpu_limit === null ? undefined : String(size.cpu_limit));
  put('memory', size.mem_limit === undefined || size.mem_limit === null ? undefined : String(size.mem_limit));
  const services = isObject(definition.services) ? definition.services : {};
  task.containerDefinitions = Object.entries(services).map(([service, value], index) => {
    const taken: Taken = { services, volumes: new Map(), lost };
    return serviceToContainer(service, isObject(value) ? value : {}, index, taken);
  });
  lost(
    ['containerDefinitions'],
    'The images of the containers stand in the Compose file beside this one: import that for them.',
  );
  for (const key of Object.keys(file))
    if (!['version', 'task_definition'].includes(key))
      lost([key], `${key} belongs to the service, not to the task definition.`);
  const known = [
    'task_role_arn',
    'task_execution_role',
    'ecs_network_mode',
    'pid_mode',
    'ipc_mode',
    'task_size',
    'services',
  ];
  for (const key of Object.keys(definition))
    if (!known.includes(key)) lost(['task_definition', key], `${key} is not taken over.`);
  return { tasks: [builtTask(name, task, losses)], problems };
}
