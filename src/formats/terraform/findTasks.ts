/** Where in Terraform's files task definitions are: resources, and calls of modules that take containers. */
import type { Json } from '../../model/json.ts';
import { isObject } from '../built/fitTo.ts';
import type { Scope } from './evaluate.ts';
import type { Block, Body } from './syntax.ts';
import { isKnownValue, isMembers, jsonOfValue, textOfValue, type Value } from './values.ts';

type JsonObject = { readonly [member: string]: Json };

export interface Candidate {
  /** `aws_ecs_task_definition.app`, `module.service`. */
  readonly address: string;
  readonly start: number;
  /** `local`: containers that a task in another file takes. */
  readonly kind: 'resource' | 'module' | 'local';
  readonly arguments: JsonObject;
  /** What is said about the block itself: loops, blocks that are not worked out. */
  readonly remarks: readonly string[];
}

/** All of a file, in its order. */
export function candidatesIn(body: Body, scope: Scope): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const block of body.blocks) {
    const [type = '', name = ''] = block.labels;
    if (block.type === 'resource' && type === 'aws_ecs_task_definition') {
      found.push(candidate(block, `${type}.${name}`, scope, 'resource'));
    } else if (block.type === 'module') found.push(...modules(block, type, scope));
  }
  return found.length > 0 ? found : localsIn(body, scope);
}

/** Files that only prepare containers for others: each local that holds some. */
function localsIn(body: Body, scope: Scope): readonly Candidate[] {
  return body.blocks
    .filter(({ type }) => type === 'locals')
    .flatMap((block) =>
      block.body.attributes.flatMap((attribute): Candidate[] => {
        const value = scope.valueOf(attribute) ?? null;
        const text = textOfValue(value) ?? '';
        const json = jsonOfValue(value);
        const containers = isContainers(json) || /^\s*[[{][\s\S]*"image"\s*:/.test(text);
        if (!containers) return [];
        const address = `local.${attribute.name}`;
        const found = { container_definitions: json };
        return [{ address, start: attribute.start, kind: 'local', arguments: found, remarks: [] }];
      }),
    );
}

function isContainers(value: Json): boolean {
  const items = Array.isArray(value) ? value : [value];
  return items.length > 0 && items.every((item: Json) => isObject(item) && 'image' in item && 'name' in item);
}

function candidate(block: Block, address: string, scope: Scope, kind: Candidate['kind']): Candidate {
  const remarks: string[] = [];
  const found = bodyOf(block.body, scope, remarks);
  const { for_each, count } = found;
  if (for_each !== undefined || (count !== undefined && count !== 1))
    remarks.push('count or for_each makes any number of this block: one is shown.');
  return { address, start: block.start, kind, arguments: found, remarks };
}

function modules(block: Block, name: string, scope: Scope): Candidate[] {
  const whole = candidate(block, `module.${name}`, scope, 'module');
  const { services, container_definitions: containers } = whole.arguments;
  if (containers !== undefined && containers !== null) return [whole];
  if (isObject(services)) {
    return Object.entries(services).flatMap(([key, service]) =>
      isObject(service) && service.container_definitions !== undefined
        ? [{ ...whole, address: `${whole.address}.services.${key}`, arguments: { family: key, ...service } }]
        : [],
    );
  }
  const single = Object.entries(whole.arguments).filter(([key]) => key.startsWith('container_'));
  const container = Object.fromEntries(single.map(([key, value]) => [key.slice('container_'.length), value]));
  if (typeof container.image !== 'string') return [];
  const rest = Object.entries(whole.arguments).filter(([key]) => !key.startsWith('container_'));
  const variables = [
    'environment',
    'map_environment',
    'secrets',
    'map_secrets',
    'port_mappings',
    'mount_points',
    'log_configuration',
    'command',
    'entrypoint',
    'essential',
  ];
  const own = rest.filter(([key]) => variables.includes(key));
  const outer = rest.filter(([key]) => !variables.includes(key));
  const one = {
    name,
    ...container,
    ...Object.fromEntries(own.map(([key, value]) => [key.replace(/^map_/, ''), value])),
  };
  return [{ ...whole, arguments: { ...Object.fromEntries(outer), container_definitions: [one] } }];
}

/** Attributes and blocks of a block as JSON: a block that stands more than once becomes a list. */
function bodyOf(body: Body, scope: Scope, remarks: string[]): Record<string, Json> {
  const object: Record<string, Json> = {};
  for (const attribute of body.attributes)
    object[attribute.name] = jsonOfValue(scope.valueOf(attribute) ?? null);
  for (const { type, labels, body: inner } of body.blocks) {
    if (type === 'lifecycle' || type === 'provisioner') continue;
    if (type === 'dynamic') {
      const [name = ''] = labels;
      const content = inner.blocks.find((block) => block.type === 'content');
      const over: Value | undefined = scope.valueOf(inner.attributes.find((one) => one.name === 'for_each'));
      if (content === undefined) continue;
      const items = isMembers(over)
        ? [...over.entries()]
        : Array.isArray(over)
          ? [...over.entries()]
          : undefined;
      if (items === undefined || items.some(([, item]) => !isKnownValue(item))) {
        remarks.push(
          `The block ${name} is made by a loop (dynamic) that only Terraform knows: it is left out.`,
        );
        continue;
      }
      const iterator = scope.sourceAt(inner, 'iterator') ?? name;
      for (const [key, value] of items) {
        const each = new Map<string, Value>([
          ['key', key],
          ['value', value],
        ]);
        scope.within(iterator, each, () => put(object, name, bodyOf(content.body, scope, remarks)));
      }
    } else put(object, type, bodyOf(inner, scope, remarks));
  }
  return object;
}

function put(object: Record<string, Json>, name: string, value: Json): void {
  const before = object[name];
  object[name] =
    before === undefined ? [value] : Array.isArray(before) ? [...before, value] : [before, value];
}
