/** What a pasted text holds: container definitions, wherever in it they sit, and the volumes beside them. */
import type { SyntaxNode } from '../lens/syntax/tree.ts';
import type { Json } from '../model/json.ts';

export type JsonObject = { readonly [member: string]: Json };

export interface Pasted {
  readonly containers: readonly JsonObject[];
  readonly volumes: readonly JsonObject[];
}

/** The value of a syntax tree; of a key that stands twice the last one, and members that are `null` are left out. */
export function jsonOf(node: SyntaxNode): Json {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(
        node.children.flatMap(({ key, value }) => {
          const json = jsonOf(value);
          return key === undefined || json === null ? [] : [[key, json] as const];
        }),
      );
    case 'array':
      return node.children.map(({ value }) => jsonOf(value));
    case 'string':
    case 'number':
    case 'literal':
      return node.value;
    case 'bad':
      return node.placeholder ?? null;
    default:
      return node satisfies never;
  }
}

/** The nearest containers below a value, breadth first; nothing when there are none. */
export function pastedIn(value: Json): Pasted | undefined {
  const queue: Json[] = [value];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (Array.isArray(next)) {
      const containers = found(next, asContainer);
      if (containers.length > 0) return { containers, volumes: [] };
      queue.push(...next);
      continue;
    }
    const object = asObject(next);
    if (object === undefined) continue;
    const list = object.containerDefinitions;
    if (Array.isArray(list) && list.length > 0) {
      return { containers: objectsIn(list), volumes: objectsIn(object.volumes) };
    }
    const container = asContainer(object);
    if (container !== undefined) return { containers: [container], volumes: [] };
    queue.push(...Object.values(object));
  }
  return undefined;
}

/** A JSON object, as far as the value is one. */
export function asObject(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

// A volume has a name too: only these members tell that an object is a container.
const TELLING = [
  'image',
  'essential',
  'command',
  'entryPoint',
  'dependsOn',
  'portMappings',
  'mountPoints',
  'logConfiguration',
];

function asContainer(value: Json): JsonObject | undefined {
  const object = asObject(value);
  if (object === undefined || 'containerDefinitions' in object) return undefined;
  const named = typeof object.name === 'string' || typeof object.image === 'string';
  return named && TELLING.some((member) => Object.hasOwn(object, member)) ? object : undefined;
}

function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? found(value, asObject) : [];
}

function found(list: readonly Json[], as: (item: Json) => JsonObject | undefined): JsonObject[] {
  return list.map(as).filter((item) => item !== undefined);
}
