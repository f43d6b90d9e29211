/** Makes a plain register file of a described task: what RegisterTaskDefinition refuses is taken out, named and kept. */
import { jsonOf } from '../../edit/pasted.ts';
import { READ_ONLY } from '../../lens/complaint.ts';
import { patch } from '../../lens/index.ts';
import { treeOf } from '../../lens/recentTrees.ts';
import { childAt, isContainer, nodeAt, type SyntaxNode } from '../../lens/syntax/tree.ts';
import { type Edit, isRefusal } from '../../model/edit.ts';
import { fieldAt } from '../../model/fields/fieldAt.ts';
import { formatPath, type Path, pathKey } from '../../model/path.ts';
import type { Loss } from '../format.ts';
import { ownText } from './ownText.ts';

/** How much goes: only what nobody may send, or also what says nothing (nulls, empty texts). */
export type Extent = 'read-only' | 'all';

export interface PlainTask {
  readonly text: string;
  readonly losses: readonly Loss[];
  readonly setAside: Readonly<Record<string, unknown>>;
}

const PLAIN = { lens: 'json', root: [] };
/** A member that stands twice comes to light again when the last one goes. */
const MOST_ROUNDS = 8;

/**
 * The task at a place of a file as a text of its own, under the plain lens. A text that cannot be written into comes back
 * as it stands, with nothing taken out.
 */
export function plainTask(file: string, root: Path, extent: Extent): PlainTask {
  const losses = new Map<string, Loss>();
  const { file: whole, loss } = withTagsInside(file, root);
  const node = nodeAt(treeOf(whole).root, root);
  let text = root.length === 0 || node === undefined ? whole : ownText(whole, node);
  const aside: [string, unknown][] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const taken = takeOut(text, extent);
    if (taken === undefined) break;
    text = taken.text;
    for (const one of taken.losses) losses.set(`${pathKey(one.path)} ${one.message}`, one);
    if (round === 0) aside.push(...taken.aside);
  }
  if (loss !== undefined) losses.set('tags beside', loss);
  return { text, losses: [...losses.values()], setAside: Object.fromEntries(aside) };
}

interface Draft {
  readonly edits: Edit[];
  readonly losses: Loss[];
  readonly aside: [string, unknown][];
}

function takeOut(text: string, extent: Extent): (Draft & { text: string }) | undefined {
  const { root } = treeOf(text);
  if (root?.kind !== 'object') return undefined;
  const draft: Draft = { edits: [], losses: [], aside: [] };
  for (const [key, value] of lastOfEachKey(root)) {
    if (READ_ONLY.has(key)) {
      draft.aside.push([key, exactValue(value, text)]);
      drop(draft, [key], `${key} is only part of what DescribeTaskDefinition returns.`);
    } else if (key === 'tags' && value.kind === 'array' && value.children.length === 0) {
      drop(draft, [key], 'tags is an empty list, which RegisterTaskDefinition refuses.');
    } else if (extent === 'all') takeOutEmpty(draft, value, [key]);
  }
  if (draft.edits.length === 0) return undefined;
  const patched = patch(text, PLAIN, draft.edits);
  return isRefusal(patched) ? undefined : { ...draft, text: patched };
}

function takeOutEmpty(draft: Draft, node: SyntaxNode, path: Path): void {
  if (node.kind === 'array') {
    node.children.forEach(({ value }, index) => {
      if (isContainer(value)) takeOutEmpty(draft, value, [...path, index]);
    });
  } else if (node.kind === 'object') {
    for (const [key, value] of lastOfEachKey(node)) takeOutEmpty(draft, value, [...path, key]);
  } else if (node.kind === 'literal' && node.value === null) {
    drop(draft, path, `${formatPath(path)} is null, which means that it is not set.`);
  } else if (node.kind === 'string' && node.value === '' && meansNotSet(path)) {
    drop(draft, path, `${formatPath(path)} is an empty text, which means that it is not set.`);
  }
}

/** An empty value of a variable, a property or a tag means something, and so does one under a key of the user's own. */
function meansNotSet(path: Path): boolean {
  return (
    path.at(-1) !== 'value' && fieldAt(path) !== undefined && fieldAt(path.slice(0, -1))?.kind === 'structure'
  );
}

function drop(draft: Draft, path: Path, message: string): void {
  draft.edits.push({ op: 'remove', path });
  draft.losses.push({ path, message });
}

/** Tags stand beside `taskDefinition` in an answer, and inside it in a registration. */
function withTagsInside(file: string, root: Path): { readonly file: string; readonly loss?: Loss } {
  const tree = treeOf(file);
  const above = root.slice(0, -1);
  const tags =
    root.at(-1) === 'taskDefinition' ? childAt(nodeAt(tree.root, above), 'tags')?.value : undefined;
  if (tags === undefined) return { file };
  const path = ['tags'];
  const stay = (message: string) => ({ file, loss: { path, message } });
  if (tags.kind !== 'array' || tags.children.length === 0) {
    return stay('tags beside the task definition is empty: it is left out.');
  }
  if (childAt(nodeAt(tree.root, root), 'tags') !== undefined) {
    const raw = file.slice(tags.start, Math.min(tags.end, tags.start + 200));
    return stay(`The task definition has tags of its own: those beside it are left out, ${raw}.`);
  }
  const moved = patch(file, PLAIN, [{ op: 'move', from: [...above, 'tags'], path: [...root, 'tags'] }]);
  if (isRefusal(moved)) {
    return stay('tags beside the task definition could not be moved into it: they are left out.');
  }
  const message =
    'tags stood beside the task definition: they are moved into it, where RegisterTaskDefinition takes them.';
  return { file: moved, loss: { path, message } };
}

function lastOfEachKey(node: SyntaxNode): ReadonlyMap<string, SyntaxNode> {
  const last = new Map<string, SyntaxNode>();
  if (node.kind === 'object')
    for (const { key, value } of node.children) if (key !== undefined) last.set(key, value);
  return last;
}

/** The value exactly, nulls too; of JSON that only a tolerant reader takes, as far as that goes. */
function exactValue(node: SyntaxNode, text: string): unknown {
  try {
    return JSON.parse(text.slice(node.start, node.end));
  } catch {
    return jsonOf(node);
  }
}
