/** Where a container's output goes. */
import type { ContainerDefinition, LogConfiguration, LogDriver } from '../../model/containerDefinition.ts';
import type { Json } from '../../model/json.ts';
import { items } from '../../model/list.ts';
import { type NamedContainer, namedContainers } from '../../model/namedContainers.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import { type Path, pathKey, stepName } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Change } from '../change.ts';
import { containerAt, isGone, titleOf } from './address.ts';
import { editsBetween } from './editsBetween.ts';
import { mainContainer } from './mainContainer.ts';
import { changeOf } from './writer.ts';

type Options = { readonly [option: string]: string };

/**
 * Sends a container's output through a log driver, or with `undefined` leaves it to the host's default. Without options
 * of your own: awslogs writes to the task's group (see logGroupOf) in the region that the task speaks of elsewhere; awsfirelens sends to
 * where the task's other containers send, else to the group and under the prefix that the container wrote to; every
 * other driver starts without options. Members of logConfiguration that the API does not know stay; options and secrets
 * of the former driver go.
 */
export function routeLogs(key: NodeKey, driver: LogDriver | undefined, options?: Options): Change {
  const label =
    driver === undefined ? `No log driver for ${titleOf(key)}` : `Send logs of ${titleOf(key)} by ${driver}`;
  return changeOf(label, (writer) => {
    const container = containerAt(writer.task, key);
    if (container === undefined) return isGone(key);
    const path = ['containerDefinitions', container.index, 'logConfiguration'];
    const now = container.definition.logConfiguration;
    if (driver === undefined) {
      writer.restore(path, 'absent');
      return undefined;
    }
    if (now?.logDriver === driver && options === undefined) return undefined;
    const next = suggestion(writer.task, container, driver, options);
    // An empty list of secrets says nothing of the former driver.
    if (now?.secretOptions?.length === 0 && next.secretOptions === undefined) next.secretOptions = [];
    if (now === undefined) writer.override(path, next);
    else writer.edits.push(...editsBetween(path, now, next));
    if (now?.logDriver !== driver && next.options !== undefined) {
      for (const option of unseen(writer.before.reading, [...path, 'options'])) writer.remove(option);
    }
    return undefined;
  });
}

/** Options that the view does not show, because they are placeholders or no texts: they are the former driver's. */
function unseen({ opaque, unreadable }: Reading, options: Path): Path[] {
  const within = `${pathKey(options)}/`;
  return [...opaque.keys(), ...unreadable].flatMap((key) => {
    const [name] = key.startsWith(within) ? key.slice(within.length).split('/') : [];
    return name === undefined ? [] : [[...options, stepName(name)]];
  });
}

function suggestion(
  task: TaskDefinition,
  container: NamedContainer,
  driver: LogDriver,
  options: Options | undefined,
): { [member: string]: Json } {
  if (options !== undefined) return { logDriver: driver, options };
  if (driver === 'awslogs') return { logDriver: driver, options: awslogsOptions(task, container.name) };
  if (driver !== 'awsfirelens') return { logDriver: driver };
  const peer = peerByFirelens(task, container);
  if (peer !== undefined) return { logDriver: driver, ...optionsOf(peer) };
  // Where it went so far, also while that is still a placeholder.
  const now = container.definition.logConfiguration?.options;
  return {
    logDriver: driver,
    options: {
      Name: 'cloudwatch_logs',
      region: now?.['awslogs-region'] ?? regionOf(task),
      log_group_name: now?.['awslogs-group'] ?? logGroupOf(task),
      log_stream_prefix: `${now?.['awslogs-stream-prefix'] ?? container.name}/`,
      auto_create_group: 'true',
    },
  };
}

function optionsOf({ options, secretOptions }: LogConfiguration): { [member: string]: Json } {
  return {
    ...(options === undefined ? {} : { options: { ...options } }),
    ...(secretOptions === undefined
      ? {}
      : { secretOptions: items(secretOptions).map(([one]) => ({ ...one })) }),
  };
}

/**
 * The log configuration of a container that is added, as members to spread: by the driver of most others (the log router
 * aside) and with what they tell it, under the container's own name. Nothing where no other has one.
 */
export function logsAsOthers(task: TaskDefinition, name: string): { readonly [member: string]: Json } {
  const others = namedContainers(task).flatMap(({ definition }) =>
    definition.firelensConfiguration === undefined ? (definition.logConfiguration ?? []) : [],
  );
  const shared = (one: LogConfiguration) =>
    others.filter(({ logDriver }) => logDriver === one.logDriver).length;
  const [most] = others
    .filter(({ logDriver }) => logDriver !== undefined)
    .sort((a, b) => shared(b) - shared(a));
  if (most?.logDriver === undefined) return {};
  const own = most.logDriver === 'awslogs' ? { options: awslogsOptions(task, name) } : optionsOf(most);
  return { logConfiguration: { logDriver: most.logDriver, ...own } };
}

/** Options with which awslogs works on every capacity; Fargate insists on the stream prefix. */
export function awslogsOptions(task: TaskDefinition, prefix: string): Options {
  return {
    'awslogs-group': logGroupOf(task),
    'awslogs-region': regionOf(task),
    'awslogs-stream-prefix': prefix || 'ecs',
  };
}

/**
 * The log group that all of the task's containers write to, by awslogs or through Fluent Bit; else `/ecs/` and the
 * family, without the words and the hash that CDK puts behind it; without a family, and where people have still to
 * fill it in, the name of the main container.
 */
export function logGroupOf(task: TaskDefinition): string {
  const groups = logConfigurations(task).flatMap(
    ({ options }) => options?.['awslogs-group'] ?? options?.log_group_name ?? [],
  );
  const distinct = [...new Set(groups)];
  if (distinct.length === 1 && distinct[0]) return distinct[0];
  const { family = '' } = task;
  const generated = /^(.+?)(?:TaskDef(?:inition)?)?(?=[0-9A-F]*[0-9])[0-9A-F]{8}$/.exec(family)?.[1];
  const named = /^$|^<.*>$|^your[-_ ]/i.test(family) ? mainContainer(task)?.name : (generated ?? family);
  return `/ecs/${named || 'task'}`;
}

/**
 * The AWS region that a task speaks of: in its log options, where it may be a placeholder, in images or ARNs; us-east-1
 * when it speaks of none.
 */
export function regionOf(task: TaskDefinition): string {
  const regions = logConfigurations(task).flatMap(
    ({ options }) => options?.['awslogs-region'] ?? options?.region ?? [],
  );
  const spoken = regions.find((region) => REGION.test(region)) ?? regions.find((region) => region !== '');
  if (spoken !== undefined) return spoken;
  const text = JSON.stringify(task);
  return (
    /\.dkr\.ecr\.([a-z]{2}-[a-z-]+-\d)\./.exec(text)?.[1] ??
    /arn:aws[\w-]*:[\w-]+:([a-z]{2}-[a-z-]+-\d):/.exec(text)?.[1] ??
    'us-east-1'
  );
}

const REGION = /^[a-z]{2}-[a-z-]+-\d$/;

function logConfigurations(task: TaskDefinition): LogConfiguration[] {
  return namedContainers(task).flatMap(
    ({ definition }: { definition: ContainerDefinition }) => definition.logConfiguration ?? [],
  );
}

function peerByFirelens(task: TaskDefinition, container: NamedContainer): LogConfiguration | undefined {
  return namedContainers(task).find(
    ({ key, definition }) =>
      key !== container.key && definition.logConfiguration?.logDriver === 'awsfirelens',
  )?.definition.logConfiguration;
}
