/** What a piece of text says, as a value. */
import type { Json } from '../../../model/json.ts';
import type { SyntaxNode } from '../tree.ts';
import type { Piece } from './piece.ts';

/** The value of a piece; the last member counts where a key stands twice, and what is no JSON is null. */
export function jsonOf(piece: Piece): Json {
  if (piece.kind === 'raw') return jsonOfNode(piece.node);
  if (piece.kind === 'array') return piece.slots.map(({ value }) => jsonOf(value));
  const object: Record<string, Json> = Object.create(null);
  for (const { key, value } of piece.slots) if (key !== undefined) object[key.name] = jsonOf(value);
  return object;
}

/** The same for a node of the tree. */
export function jsonOfNode(node: SyntaxNode): Json {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'literal':
      return node.value;
    case 'array':
      return node.children.map(({ value }) => jsonOfNode(value));
    case 'object': {
      const object: Record<string, Json> = Object.create(null);
      for (const { key, value } of node.children) if (key !== undefined) object[key] = jsonOfNode(value);
      return object;
    }
    case 'bad':
      return null;
  }
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same; the order of members does not matter. */
export function sameJson(a: Json, b: Json): boolean {
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index] ?? null));
  if (!isObject(a)) return a === b;
  if (!isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] ?? null, b[key] ?? null))
  );
}
