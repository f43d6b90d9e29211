/** Task definitions, and edits of them, for property tests. */
import * as fc from 'fast-check';
import type { Edit } from '../../model/edit.ts';
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import { nodeAt, type SyntaxTree } from '../syntax/tree.ts';

type JsonObject = { readonly [key: string]: Json };

const words = fc.constantFrom(
  'app',
  'db',
  'nginx:1',
  'a b',
  'CMD-SHELL',
  'é',
  '"quoted"',
  'a/b\\c',
  '',
  '__proto__',
);
const texts = fc.array(words, { maxLength: 3 });
const numbers = fc.constantFrom(0, 1, 80, 1024, -5);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });

function objectOf(members: Record<string, fc.Arbitrary<Json | undefined>>): fc.Arbitrary<JsonObject> {
  return fc.record(members).map((value) => {
    const kept = Object.entries(value).filter((entry): entry is [string, Json] => entry[1] !== undefined);
    return Object.fromEntries(kept);
  });
}

const pair = objectOf({ name: words, value: words });
const container = objectOf({
  name: words,
  image: some(words),
  essential: some(fc.boolean()),
  cpu: some(numbers),
  command: some(texts),
  environment: some(fc.array(pair, { maxLength: 3 })),
  portMappings: some(
    fc.array(objectOf({ containerPort: numbers, hostPort: some(numbers) }), { maxLength: 2 }),
  ),
  dependsOn: some(fc.array(objectOf({ containerName: words, condition: words }), { maxLength: 2 })),
  healthCheck: some(objectOf({ command: texts, retries: some(numbers) })),
  logConfiguration: some(
    objectOf({
      logDriver: words,
      options: some(fc.dictionary(words, words, { maxKeys: 3, noNullPrototype: true })),
    }),
  ),
  madeUp: some(fc.constantFrom<Json>(null, [], {}, [[1], [2, 3]], { deep: { er: [true] } })),
});

/** Task definitions with unknown members, nulls and empty lists. */
export const tasks: fc.Arbitrary<JsonObject> = objectOf({
  family: some(words),
  containerDefinitions: some(fc.array(container, { maxLength: 3 })),
  volumes: some(fc.array(objectOf({ name: words, host: some(fc.constant({})) }), { maxLength: 2 })),
  requiresCompatibilities: some(fc.constant(['FARGATE'])),
  tags: some(fc.constantFrom<Json>([], null)),
});

/** What edits put in. */
export const values: fc.Arbitrary<Json> = fc.oneof(
  words,
  numbers,
  fc.boolean(),
  fc.constant(null),
  texts,
  pair,
  container,
);

/** All paths of a value, itself included. */
export function pathsOf(value: Json, path: Path = []): Path[] {
  const paths: Path[] = [path];
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) paths.push(...pathsOf(item, [...path, index]));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) paths.push(...pathsOf(item, [...path, key]));
  }
  return paths;
}

export function at(value: Json, path: Path): Json | undefined {
  let found: Json | undefined = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as JsonObject)[step];
  }
  return found;
}

/** The value after an edit whose place exists: what the text must read as. */
export function edited(value: Json, edit: Edit): Json {
  switch (edit.op) {
    case 'set':
      return changed(value, edit.path, edit.value, false);
    case 'insert':
      return changed(value, edit.path, edit.value, true);
    case 'remove':
      return without(value, edit.path);
    case 'copy':
      return changed(value, edit.path, at(value, edit.from) ?? null, typeof edit.path.at(-1) === 'number');
    case 'move':
      return changed(
        without(value, edit.from),
        edit.path,
        at(value, edit.from) ?? null,
        typeof edit.path.at(-1) === 'number',
      );
  }
}

function changed(value: Json, [step, ...rest]: Path, wanted: Json, insert: boolean): Json {
  if (step === undefined) return wanted;
  if (Array.isArray(value) && typeof step === 'number') {
    const inner: Json = rest.length === 0 ? wanted : changed(value[step], rest, wanted, insert);
    return value.toSpliced(step, insert && rest.length === 0 ? 0 : 1, inner);
  }
  const members = new Map(Object.entries((value ?? {}) as JsonObject));
  members.set(String(step), changed(members.get(String(step)) ?? null, rest, wanted, insert));
  return Object.fromEntries(members);
}

function without(value: Json, [step, ...rest]: Path): Json {
  if (Array.isArray(value) && typeof step === 'number') {
    return rest.length === 0 ? value.toSpliced(step, 1) : value.with(step, without(value[step], rest));
  }
  const members = new Map(Object.entries(value as JsonObject));
  if (rest.length === 0) members.delete(String(step));
  else members.set(String(step), without(members.get(String(step)) ?? null, rest));
  return Object.fromEntries(members);
}

/** The edit that spells empty brackets as they are in a text, where lines stand between them. */
export function respelt({ root, text }: SyntaxTree, path: Path): Edit[] {
  const node = nodeAt(root, path);
  const written = node === undefined ? '' : text.slice(node.start, node.end);
  if (!/^[[{]\s*[\]}]$/.test(written) || !/[\r\n]/.test(written)) return [];
  return [{ op: 'set', path, value: written.startsWith('[') ? [] : {}, written }];
}
