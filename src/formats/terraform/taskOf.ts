/** A task definition out of what Terraform knows about it, under the names of the provider or of a module. */
import { jsonOf } from '../../edit/pasted.ts';
import { parseTemplate } from '../../lens/syntax/parseTemplate.ts';
import { containerFields } from '../../model/fields/containerFields.ts';
import type { Json } from '../../model/json.ts';
import { formatPath, type Path } from '../../model/path.ts';
import { fitTo, isObject, memberName } from '../built/fitTo.ts';
import type { Loss } from '../format.ts';

type JsonObject = { readonly [member: string]: Json };

export interface Made {
  readonly task: Record<string, Json>;
  readonly losses: readonly Loss[];
}

/** Arguments that steer Terraform and say nothing about the task. */
const TERRAFORMS_OWN = new Set([
  'count',
  'for_each',
  'lifecycle',
  'provider',
  'providers',
  'source',
  'version',
  'depends_on',
  'skip_destroy',
  'track_latest',
  'timeouts',
  'create',
  'region',
  'tags_all',
  'id',
  'arn',
  'arn_without_revision',
  'revision',
]);
/** Arguments under which modules keep what the resource calls otherwise. */
const MODULES: ReadonlyMap<string, string> = new Map([
  ['task_exec_iam_role_arn', 'execution_role_arn'],
  ['execution_iam_role_arn', 'execution_role_arn'],
  ['task_execution_role_arn', 'execution_role_arn'],
  ['tasks_iam_role_arn', 'task_role_arn'],
  ['task_cpu', 'cpu'],
  ['task_memory', 'memory'],
  ['volume', 'volumes'],
]);

const LEFT_TO_MODULES = [
  'cpu',
  'memory',
  'networkMode',
  'requiresCompatibilities',
  'executionRoleArn',
  'taskRoleArn',
];
/** What modules add to each container: a log group of their own, a root file system that is read-only. */
const LEFT_TO_MODULES_IN_CONTAINERS = ['logConfiguration', 'readonlyRootFilesystem'];

/**
 * What a module decides when its call does not: placeholders, so that nobody judges what is not there. Source: the
 * defaults of terraform-aws-modules/ecs (its modules service and container-definition).
 */
export function leaveToModule(task: Record<string, Json>, address: string): readonly Loss[] {
  const leave = (holder: Record<string, Json>, names: readonly string[], at: Path): Loss[] =>
    names
      .filter((name) => holder[name] === undefined)
      .map((name) => {
        const left = `\${${address}.${name}}`;
        holder[name] = left;
        const path = [...at, name];
        return {
          path,
          message: `${formatPath(path)} is left to the module ${address}: it stays ${left}.`,
        };
      });
  const list = Array.isArray(task.containerDefinitions) ? task.containerDefinitions : [];
  const containers = list.map((container: Json) => (isObject(container) ? { ...container } : container));
  if (containers.length > 0) task.containerDefinitions = containers;
  return [
    ...leave(task, LEFT_TO_MODULES, []),
    ...containers.flatMap((container, index) =>
      isObject(container)
        ? leave(container, LEFT_TO_MODULES_IN_CONTAINERS, ['containerDefinitions', index])
        : [],
    ),
  ];
}

/**
 * The task of a resource `aws_ecs_task_definition` (of its arguments and blocks as JSON). Arguments that have no counterpart
 * in ECS are losses, but for those with which Terraform steers itself.
 */
export function taskOfResource(arguments_: JsonObject, module: boolean): Made {
  const losses: Loss[] = [];
  const lost = (loss: Loss) => void losses.push(loss);
  const task: Record<string, Json> = {};
  for (const [key, value] of Object.entries(arguments_)) {
    if (value === null || TERRAFORMS_OWN.has(key) || key === 'container_definitions') continue;
    const renamed = (module ? MODULES.get(key) : undefined) ?? (key === 'volume' ? 'volumes' : key);
    const name = memberName(renamed, []);
    if (name === undefined) {
      const reason = module ? 'is an argument of the module' : 'is an argument of Terraform alone';
      lost({ path: [key], message: `${key} ${reason}: ECS has no such member.` });
      continue;
    }
    const fitted = fitTo(special(name, value), [name], lost);
    if (fitted !== undefined && !(Array.isArray(fitted) && fitted.length === 0)) task[name] = fitted;
  }
  const value = arguments_.container_definitions ?? null;
  const list = containersOf(value, lost);
  const containers = list.flatMap((one, index) => fitTo(one, ['containerDefinitions', index], lost) ?? []);
  task.containerDefinitions = containers.length === 0 && typeof value === 'string' ? value : containers;
  return { task, losses };
}

/** Containers as a list, as a map by name, or as a text of JSON. */
function containersOf(value: Json, lost: (loss: Loss) => void): readonly Json[] {
  if (typeof value === 'string') {
    const { root, sound } = parseTemplate(value);
    const read = root === undefined ? null : jsonOf(root);
    if (!sound && (root === undefined || /^\s*\$\{/.test(value))) {
      const message = `The containers are ${value.slice(0, 120)}, which only Terraform knows: none of them can be shown.`;
      lost({ path: ['containerDefinitions'], message });
      return [];
    }
    if (!sound)
      lost({
        path: ['containerDefinitions'],
        message: 'The JSON of the containers is broken: what can be read of it is shown.',
      });
    return typeof read === 'string' ? [] : containersOf(read, lost);
  }
  if (Array.isArray(value)) return value.flatMap((item: Json) => containerOf(item, lost));
  if (!isObject(value)) return [];
  if (Object.keys(value).some((key) => Object.hasOwn(containerFields, key)) && 'image' in value)
    return [value];
  return Object.entries(value).flatMap(([name, container]) =>
    isObject(container) && container.create !== false
      ? [{ ...(container.name === undefined || container.name === null ? { name } : {}), ...container }]
      : [],
  );
}

/** One item of a list; where it stands for containers that only Terraform knows it stays as it is, and nobody judges it. */
function containerOf(item: Json, lost: (loss: Loss) => void): readonly Json[] {
  if (typeof item !== 'string') return [item];
  if (/^\s*[[{]/.test(item)) return containersOf(item, lost);
  const message = `${item.slice(0, 120)} stands for containers that only Terraform knows: they cannot be shown.`;
  lost({ path: ['containerDefinitions'], message });
  return [item];
}

/** Members that the provider shapes otherwise than the API. */
function special(name: string, value: Json): Json {
  if (name === 'tags' && isObject(value))
    return Object.entries(value).map(([key, one]) => ({ key, value: one }));
  if (name === 'ephemeralStorage') {
    const [only] = Array.isArray(value) ? value : [value];
    return isObject(only) ? { sizeInGiB: only.size_in_gib ?? only.sizeInGiB ?? null } : (only ?? null);
  }
  if (name === 'volumes') {
    const list = Array.isArray(value)
      ? value
      : isObject(value)
        ? 'name' in value
          ? [value]
          : named(value)
        : [];
    return list.map((volume: Json) => (isObject(volume) ? volumeOf(volume) : volume));
  }
  if (name === 'proxyConfiguration') {
    const [only] = Array.isArray(value) ? value : [value];
    if (!isObject(only) || !isObject(only.properties)) return only ?? null;
    const properties = Object.entries(only.properties).map(([key, one]) => ({ name: key, value: one }));
    return { ...only, properties };
  }
  return value;
}

function named(map: JsonObject): Json[] {
  return Object.entries(map).map(([name, one]) => (isObject(one) ? { name, ...one } : { name }));
}

function volumeOf({ host_path, ...volume }: JsonObject): Json {
  const path = typeof host_path === 'string' && host_path !== '' ? { host: { sourcePath: host_path } } : {};
  // Empty blocks come out of plans: they say nothing.
  const kept = Object.entries(volume).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return { ...Object.fromEntries(kept), ...path };
}
