/** Containers as plain JSON on the clipboard: out of a task as they stand in the text, and into another from any text. */
import { lineFinder } from '../lens/syntax/lines.ts';
import { parse } from '../lens/syntax/parse.ts';
import { linkedName } from '../model/dependencies.ts';
import type { Refusal } from '../model/edit.ts';
import type { Json } from '../model/json.ts';
import { namedContainers } from '../model/namedContainers.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Reading } from '../model/reading.ts';
import type { Change } from './change.ts';
import { unusedName, volumeNames } from './changes/address.ts';
import { changeOf, type Writer } from './changes/writer.ts';
import { asObject, type JsonObject, jsonOf, type Pasted, pastedIn } from './pasted.ts';

/**
 * The containers of these keys as JSON text, exactly as they stand in the text but for the indentation: one is an
 * object, several are an array in the order of the task, none is empty text. Out of a template they come as the API has
 * them.
 */
export function copyContainers(reading: Reading, keys: readonly NodeKey[]): string {
  const texts = namedContainers(reading.task)
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ index }) => {
      if (!reading.source.lens.startsWith('json'))
        return [JSON.stringify(reading.task.containerDefinitions?.[index], null, 2)];
      const place = reading.places.value(['containerDefinitions', index]);
      return place === undefined ? [] : [dedented(reading.text, place.start, place.end)];
    });
  if (texts.length < 2) return texts[0] ?? '';
  return `[\n${texts.map((text) => text.replace(/^/gm, '  ')).join(',\n')}\n]`;
}

/**
 * A change that adds the containers found in a text, with the volumes that come with them: one container definition, a
 * list of them, a task definition, or anything in which one of these sits. Names that are taken become unused ones, and
 * what refers to them inside the pasted text follows. Text without a container is refused with the place of its fault.
 */
export function pasteContainers(text: string): Change | Refusal {
  const tree = parse(text);
  if (tree.root === undefined || !tree.sound) {
    const problem = tree.problems.find(({ fatal }) => fatal) ?? tree.problems[0];
    if (problem === undefined) return { refused: 'There is no JSON in what was pasted.' };
    const { line, column } = lineFinder(text)(problem.start);
    return { refused: `What was pasted is no JSON. Line ${line}, column ${column}: ${problem.message}` };
  }
  const pasted = pastedIn(jsonOf(tree.root));
  if (pasted === undefined) return { refused: 'There is no container definition in what was pasted.' };
  const [first] = pasted.containers;
  const what = pasted.containers.length === 1 ? nameIn(first) : `${pasted.containers.length} containers`;
  return changeOf(`Paste ${what}`, (writer) => writePasted(writer, pasted));
}

function writePasted(writer: Writer, { containers, volumes }: Pasted): undefined {
  const { task } = writer;
  const volumeMap = new Map<string, string>();
  const takenVolumes = volumeNames(task);
  for (const volume of volumes) {
    const wanted = textOf(volume.name);
    if (wanted === '' || volumeMap.has(wanted)) continue;
    const twin = task.volumes?.find((one) => one?.name === wanted);
    const name = twin === undefined || isSameVolume(twin, volume) ? wanted : unusedName(wanted, takenVolumes);
    volumeMap.set(wanted, name);
    takenVolumes.push(name);
    if (twin === undefined || name !== wanted) writer.append(['volumes'], { ...volume, name });
  }

  const taken = namedContainers(task).map(({ name }) => name);
  const containerMap = new Map<string, string>();
  const names = containers.map((container) => {
    const name = unusedName(nameIn(container), taken);
    taken.push(name);
    if (!containerMap.has(nameIn(container))) containerMap.set(nameIn(container), name);
    return name;
  });
  const added = containers.map((container, place): Json => {
    const { name: _, ...rest } = container;
    return following({ name: names[place] ?? '', ...rest }, containerMap, volumeMap);
  });
  writer.append(['containerDefinitions'], ...added);
}

type Names = ReadonlyMap<string, string>;

/** The same container with what it refers to called as it is called now. */
function following(container: JsonObject, containers: Names, volumes: Names): JsonObject {
  const named = (field: string, names: Names) => (value: Json) =>
    eachItem(value, (item) => {
      const object = asObject(item);
      const name = textOf(object?.[field]);
      return object !== undefined && names.has(name) ? { ...object, [field]: names.get(name) ?? name } : item;
    });
  const rules: Readonly<Record<string, (value: Json) => Json>> = {
    dependsOn: named('containerName', containers),
    volumesFrom: named('sourceContainer', containers),
    mountPoints: named('sourceVolume', volumes),
    links: (value) =>
      eachItem(value, (link) => {
        const name = typeof link === 'string' ? linkedName(link) : '';
        return typeof link === 'string' && containers.has(name)
          ? `${containers.get(name) ?? name}${link.slice(name.length)}`
          : link;
      }),
  };
  return Object.fromEntries(
    Object.entries(container).map(([member, value]) => {
      const rule = Object.hasOwn(rules, member) ? rules[member] : undefined;
      return [member, rule === undefined ? value : rule(value)];
    }),
  );
}

function eachItem(value: Json, change: (item: Json) => Json): Json {
  return Array.isArray(value) ? value.map(change) : value;
}

function nameIn(container: JsonObject | undefined): string {
  return textOf(container?.name) || 'container';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Whether two volumes are the same thing, the order of members aside. */
function isSameVolume(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** A stretch of text without the indentation of the line in which it begins. */
function dedented(text: string, start: number, end: number): string {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  const raw = text.slice(start, end).replace(/\r\n?/g, '\n');
  return indent === '' ? raw : raw.replaceAll(`\n${indent}`, '\n');
}
