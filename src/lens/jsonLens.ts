/** What the lenses for JSON have in common: they differ in where the task sits and how much of one the file holds. */
import type { Edit, Refusal } from '../model/edit.ts';
import { isRefusal } from '../model/edit.ts';
import { formatPath, isWithin, type Path } from '../model/path.ts';
import type { Reading, Source } from '../model/reading.ts';
import { fromFile, HELD_AT, type Holds, toFile } from './holds.ts';
import { readJson } from './jsonReading.ts';
import type { Lens } from './lens.ts';
import { treeOf as jsonTreeOf } from './recentTrees.ts';
import { nodeAt, type SyntaxNode, type SyntaxTree } from './syntax/tree.ts';
import { type Obstacle, Writer } from './syntax/write/writer.ts';

/**
 * A lens over JSON. `holdsOf` says what the value at the source's root holds, for a text as it stands; `treeOf` reads the
 * language, which may be JSON with something more.
 */
export function jsonLens(
  id: string,
  detect: (tree: SyntaxTree) => Path | undefined,
  holdsOf: (node: SyntaxNode) => Holds,
  treeOf: (text: string) => SyntaxTree = jsonTreeOf,
): Lens {
  return {
    id,
    detect: (text) => {
      const root = detect(treeOf(text));
      return root && { lens: id, root };
    },
    read: (text, source) => readJson(text, source, holdsOf, treeOf),
    patch: (text, source, edits) => patchJson(text, source, edits, holdsOf, treeOf),
    cannotEdit: (reading, path) => {
      if (!reading.whole) return notWhole(reading);
      const node = nodeAt(treeOf(reading.text).root, reading.source.root);
      return node && outside(holdsOf(node), path);
    },
  };
}

function patchJson(
  text: string,
  source: Source,
  edits: readonly Edit[],
  holdsOf: (node: SyntaxNode) => Holds,
  treeOf: (text: string) => SyntaxTree,
): string | Refusal {
  if (edits.length === 0) return text;
  const tree = treeOf(text);
  const { root } = tree;
  const node = nodeAt(root, source.root);
  if (root === undefined || node === undefined || !tree.sound)
    return notWhole(readJson(text, source, holdsOf, treeOf));
  const holds = holdsOf(node);
  const writer = new Writer({ ...tree, root });
  for (const [index, edit] of edits.entries()) {
    const refused = apply(writer, edit, source.root, holds);
    if (refused === undefined) continue;
    if (isRefusal(refused)) return refused;
    return refusalFor(refused, edit, edits, index, source.root, holds);
  }
  return writer.text();
}

function apply(writer: Writer, edit: Edit, root: Path, holds: Holds): Obstacle | Refusal | undefined {
  const refused = outside(holds, edit.path) ?? ('from' in edit ? outside(holds, edit.from) : undefined);
  if (refused !== undefined) return refused;
  const inFile = (path: Path): Path => [...root, ...(toFile(holds, path) ?? [])];
  const path = inFile(edit.path);
  switch (edit.op) {
    case 'set':
      return (
        writer.set(path, edit.value) ??
        (edit.written === undefined ? undefined : writer.spellEmpty(path, edit.written))
      );
    case 'insert':
      return writer.insert(path, edit.value);
    case 'remove':
      return path.length === root.length ? { path, why: 'whole' } : writer.remove(path);
    case 'move':
      return writer.move(inFile(edit.from), path);
    case 'copy':
      return writer.copy(inFile(edit.from), path);
    default:
      return edit satisfies never;
  }
}

/** Why a place is not in the file at all, or nothing. */
function outside(holds: Holds, path: Path): Refusal | undefined {
  const held = HELD_AT[holds];
  if (isWithin(path, held)) return undefined;
  const what = holds === 'containers' ? 'a list of containers' : 'one container';
  return {
    refused: `This file holds only ${what}, so there is no place in it for ${formatPath(path)}.`,
    path,
    beyondFile:
      holds === 'containers'
        ? 'Make it a whole task definition first: { "family": …, "containerDefinitions": [ … ] }.'
        : 'Make it a list of containers or a whole task definition first.',
  };
}

function notWhole({ problems, source }: Pick<Reading, 'problems' | 'source'>): Refusal {
  const first = problems.find(({ kind }) => kind === 'syntax' || kind === 'too-large' || kind === 'no-task');
  const where = first === undefined ? '' : ` Line ${first.line}, column ${first.column}: ${first.message}`;
  const what =
    source.root.length > 0 ? 'No task definition can be read in the text' : 'The text cannot be read';
  return { refused: `${what}, so it can only be changed as text.${where}` };
}

function refusalFor(
  obstacle: Obstacle,
  edit: Edit,
  edits: readonly Edit[],
  index: number,
  root: Path,
  holds: Holds,
): Refusal {
  const path = fromFile(holds, obstacle.path.slice(root.length));
  const place = formatPath(path);
  const { instead, why } = obstacle;
  if (
    (why === 'no-object' || why === 'no-list') &&
    instead !== undefined &&
    instead.path.length > root.length
  ) {
    const set: Edit = { op: 'set', path, value: instead.value };
    const replaced =
      edit.op === 'move' || edit.op === 'copy'
        ? [{ ...set, value: why === 'no-list' ? [] : {} }, edit]
        : [set];
    return {
      refused: `${place} is no ${why === 'no-list' ? 'list' : 'object'}, so nothing can be written into it.`,
      path,
      remedy: { label: `Replace ${place}`, edits: edits.toSpliced(index, 1, ...replaced) },
    };
  }
  return { refused: words[why](place), path };
}

const words: Readonly<Record<Obstacle['why'], (place: string) => string>> = {
  'no-object': (place) => `${place} is no object, so nothing can be written into it.`,
  'no-list': (place) => `${place} is no list, so nothing can be put into it.`,
  'no-such-item': (place) => `${place} is beyond the end of its list.`,
  'nothing-there': (place) => `There is nothing at ${place}.`,
  'into-itself': (place) => `${place} lies inside what would be moved there.`,
  whole: (place) => `${place} cannot be taken out of its file, nor moved.`,
};
