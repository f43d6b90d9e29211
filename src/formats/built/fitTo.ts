/** Makes what another language says about a task into what ECS takes: names, types, and what has no counterpart as a loss. */
import { fieldAt } from '../../model/fields/fieldAt.ts';
import { shapeOf } from '../../model/fields/shape.ts';
import type { Json } from '../../model/json.ts';
import { formatPath, type Path } from '../../model/path.ts';
import type { Loss } from '../format.ts';

type JsonObject = { readonly [member: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of blocks and arguments that differ from the API's in more than case and underscores. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['configureatlaunch', 'configuredAtLaunch'],
  ['environmentfile', 'environmentFiles'],
  ['mapenvironment', 'environment'],
  ['containerdependson', 'dependsOn'],
  ['dependencies', 'dependsOn'],
]);

/** The API's name for a member under a path, whatever its case and underscores; nothing when ECS has no such member. */
export function memberName(name: string, path: Path): string | undefined {
  const field = fieldAt(path);
  if (field?.kind !== 'structure') return undefined;
  if (Object.hasOwn(field.fields, name)) return name;
  const plain = name.replaceAll('_', '').toLowerCase();
  const other = NAMES.get(plain);
  if (other !== undefined && Object.hasOwn(field.fields, other)) return other;
  return Object.keys(field.fields).find((known) => known.toLowerCase() === plain);
}

/**
 * A value for a place of the task: members under the API's names, numbers and texts as the API wants them, nulls left out.
 * `lost` is told of members that ECS does not have; they do not come along.
 */
export function fitTo(value: Json, path: Path, lost: (loss: Loss) => void): Json | undefined {
  if (value === null) return undefined;
  const field = fieldAt(path);
  if (field === undefined) return value;
  switch (shapeOf(field)) {
    case 'text':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
    case 'integer':
      return typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    case 'texts':
      return isObject(value) ? texts(value) : value;
    case 'structure': {
      // Blocks of which there may be only one come as lists in a plan.
      const [only, second] = Array.isArray(value) ? value : [value];
      if (second !== undefined || (Array.isArray(value) && only === undefined)) return undefined;
      return isObject(only) ? structure(only, path, lost) : only;
    }
    case 'list': {
      const list = Array.isArray(value) ? value : isObject(value) ? pairs(value, path) : undefined;
      if (list === undefined) return value;
      return list.flatMap((item: Json, index: number) => fitTo(item, [...path, index], lost) ?? []);
    }
    default:
      return value;
  }
}

function texts(map: JsonObject): Json {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) =>
      value === null ? [] : [[key, typeof value === 'object' ? JSON.stringify(value) : String(value)]],
    ),
  );
}

function structure(object: JsonObject, path: Path, lost: (loss: Loss) => void): Json {
  const fitted: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object)) {
    const name = memberName(key, path);
    if (name === undefined) {
      if (value !== null) {
        const of = path.length === 0 ? 'a task definition' : formatPath(path);
        lost({ path: [...path, key], message: `ECS has no member ${key} in ${of}: it is left out.` });
      }
      continue;
    }
    const item = fitTo(value, [...path, name], lost);
    if (item !== undefined) fitted[name] = item;
  }
  return fitted;
}

/** A map where ECS has a list: `{ A: "b" }` for variables, tags and the like; one object for a list of one. */
function pairs(map: JsonObject, path: Path): readonly Json[] | undefined {
  const item = fieldAt([...path, 0]);
  if (item?.kind !== 'structure') return undefined;
  const known = Object.keys(map).filter((key) => memberName(key, [...path, 0]) !== undefined);
  if (known.length > 0 && known.length === Object.keys(map).length) return [map];
  const names = Object.keys(item.fields);
  const key = names.includes('name') ? 'name' : names.includes('key') ? 'key' : undefined;
  const value = names.includes('valueFrom') && !names.includes('value') ? 'valueFrom' : 'value';
  if (key === undefined || !names.includes(value)) return undefined;
  return Object.entries(map).map(([name, one]) => ({ [key]: name, [value]: one }));
}
