/** The words for what a view of a task cannot show. */
import type { Field } from '../model/fields/field.ts';
import { expectedOf, valuesOf } from '../model/fields/shape.ts';
import type { SyntaxNode } from './syntax/tree.ts';

/** What only DescribeTaskDefinition returns (API reference: TaskDefinition). */
export const READ_ONLY: ReadonlySet<string> = new Set([
  'taskDefinitionArn',
  'revision',
  'status',
  'requiresAttributes',
  'compatibilities',
  'registeredAt',
  'registeredBy',
  'deregisteredAt',
  'deleteRequestedAt',
]);

/** "image is the number 5; ECS takes a text." */
export function wrongType(name: string, field: Field, node: SyntaxNode, text: string): string {
  const wanted = expectedOf(field);
  const values = valuesOf(field);
  if (values !== undefined && node.kind === 'string') {
    const same = values.find((value) => value.toLowerCase() === node.value.toLowerCase());
    const quoted = excerpt(text, node);
    if (same !== undefined) return `${name} is ${quoted}; ECS spells it "${same}".`;
    return `${name} is ${quoted}; ECS takes ${wanted}.`;
  }
  return `${name} is ${described(node, text)}; ECS takes ${wanted}.`;
}

function described(node: SyntaxNode, text: string): string {
  switch (node.kind) {
    case 'string':
      return `the text ${excerpt(text, node)}`;
    case 'number':
      return `the number ${excerpt(text, node)}`;
    case 'literal':
      return String(node.value);
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
    case 'bad':
      return node.end > node.start ? excerpt(text, node) : 'missing';
  }
}

function excerpt(text: string, node: SyntaxNode): string {
  const raw = text.slice(node.start, Math.min(node.end, node.start + 200));
  return raw.length > 60 ? `${raw.slice(0, 59)}…` : raw;
}

/** "ECS knows no enviroment in a container definition; environment is meant, perhaps." */
export function unknownMember(key: string, known: readonly string[], where: string): string {
  const near = nearest(key, known);
  const hint = near === undefined ? '' : ` Perhaps ${near} is meant.`;
  return `ECS knows no member ${JSON.stringify(key)} ${where}.${hint}`;
}

function nearest(key: string, known: readonly string[]): string | undefined {
  if (key.length > 60) return undefined;
  const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const wanted = bare(key);
  if (wanted === '') return undefined;
  const same = known.find((name) => bare(name) === wanted);
  if (same !== undefined) return same;
  const most = wanted.length < 5 ? 1 : 2;
  let best: string | undefined;
  let least = most + 1;
  for (const name of known) {
    const away = distance(wanted, bare(name), most);
    if (away < least) {
      least = away;
      best = name;
    }
  }
  return best;
}

/** How many letters must be added, dropped or changed; anything above `most` is given as `most + 1`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}
