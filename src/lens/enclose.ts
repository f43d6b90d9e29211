/** A file that holds only containers becomes a whole task definition around them. */
import type { Source } from '../model/reading.ts';
import { HELD_AT } from './holds.ts';
import { json } from './json.ts';
import { jsonAt } from './jsonAt.ts';
import { jsonContainer } from './jsonContainer.ts';
import { treeOf } from './recentTrees.ts';
import type { SyntaxTree } from './syntax/tree.ts';
import { Writer } from './syntax/write/writer.ts';

/**
 * The text with `family` and `containerDefinitions` put around the list of containers, or the single one, that is all of it.
 * Nothing where the file holds a whole task already, has more around its containers, is no JSON, or is a template: there
 * the rest of the task stands elsewhere.
 */
export function enclose(
  text: string,
  source: Source,
  family: string,
): { readonly text: string; readonly source: Source } | undefined {
  const tree = treeOf(text);
  if (source.root.length > 0 || !tree.sound) return undefined;
  const isList = source.lens === jsonAt.id && tree.root?.kind === 'array';
  if (!isList && source.lens !== jsonContainer.id) return undefined;
  const enclosed = aroundContainers(tree, { family });
  return enclosed === undefined ? undefined : { text: enclosed, source: { lens: json.id, root: [] } };
}

/**
 * The text of a list of containers, or of a single one, with `containerDefinitions` and these members put around it. What
 * stood there is indented as its new place asks, and else stays as it is written. Nothing for a text without a value.
 */
export function aroundContainers(
  { root, ...tree }: SyntaxTree,
  members: { readonly family?: string },
): string | undefined {
  if (root === undefined) return undefined;
  const writer = new Writer({ ...tree, root });
  writer.enclose({ ...members }, HELD_AT[root.kind === 'array' ? 'containers' : 'container']);
  return writer.text();
}
