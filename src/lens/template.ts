/**
 * The file is a template of JSON: placeholders without quotation marks (`${cpu}`, `{{command}}`, `<NAME>`) and directives
 * (`%{ if … }`, `{{ end }}`) make it no JSON until its own tool has filled it in. Placeholders are shown, judged by no rule,
 * and kept to the byte; what a directive may take away or repeat is changed only as text.
 */
import { type Edit, isRefusal, type Refusal } from '../model/edit.ts';
import { formatPath, type Path } from '../model/path.ts';
import type { Source } from '../model/reading.ts';
import { findTasks } from './findTasks.ts';
import type { Holds } from './holds.ts';
import { toFile } from './holds.ts';
import { jsonLens } from './jsonLens.ts';
import type { Lens } from './lens.ts';
import { templateTreeOf, treeOf } from './recentTrees.ts';
import { isContainer, nodeAt, type SyntaxNode, startOf } from './syntax/tree.ts';

/** Signs without which a text is no template. */
const SIGNS = /[$%#@]|\{\{|<[A-Za-z_%]|__/;

/** Whether a text is JSON but for the placeholders of a template, and holds a task. */
export function isTemplate(text: string): boolean {
  return rootIn(text) !== undefined;
}

function rootIn(text: string): Path | undefined {
  if (treeOf(text).sound || !SIGNS.test(text)) return undefined;
  const tree = templateTreeOf(text);
  if ((tree.placeholders ?? 0) + (tree.directives?.length ?? 0) === 0) return undefined;
  const [found] = findTasks(tree.root);
  if (found === undefined || (found.holds === 'containers' && !hasObject(found.node))) return undefined;
  return found.root;
}

function hasObject(node: SyntaxNode): boolean {
  return (
    node.kind === 'array' &&
    node.children.some(
      ({ value }) =>
        value.kind === 'object' && value.children.some(({ key }) => key === 'image' || key === 'name'),
    )
  );
}

function holdsOf(node: SyntaxNode): Holds {
  if (node.kind === 'array') return 'containers';
  return findTasks(node)[0]?.holds === 'container' ? 'container' : 'task';
}

const plain = jsonLens('template', () => undefined, holdsOf, templateTreeOf);

export const template: Lens = {
  ...plain,
  detect: (text) => {
    const root = rootIn(text);
    return root && { lens: plain.id, root };
  },
  patch: (text, source, edits) => {
    if ((templateTreeOf(text).directives?.length ?? 0) === 0) return plain.patch(text, source, edits);
    // One at a time: each is held against the directives as they stand after those before it.
    let now = text;
    for (const edit of edits) {
      const refused = besideDirective(now, source, edit);
      if (refused !== undefined) return refused;
      const written = plain.patch(now, source, [edit]);
      if (isRefusal(written)) return written;
      now = written;
    }
    return now;
  },
};

/** Why an edit would not be safe: members come or go, or a value is rewritten, where a directive stands. */
function besideDirective(text: string, source: Source, edit: Edit): Refusal | undefined {
  for (const path of 'from' in edit && edit.op === 'move' ? [edit.from, edit.path] : [edit.path]) {
    const refused = unsafeAt(text, source, path, edit.op === 'set');
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function unsafeAt(text: string, source: Source, path: Path, setting: boolean): Refusal | undefined {
  const tree = templateTreeOf(text);
  const root = nodeAt(tree.root, source.root);
  const inside = root && toFile(holdsOf(root), path);
  if (root === undefined || inside === undefined) return undefined;
  const node = nodeAt(root, inside);
  const directives = tree.directives ?? [];
  let found: { readonly start: number } | undefined;
  if (setting && node !== undefined) {
    found = directives.find(({ start, end }) => start >= node.start && end <= node.end);
  } else {
    let box: SyntaxNode | undefined;
    for (let length = inside.length - 1; box === undefined && length >= 0; length -= 1)
      box = nodeAt(root, inside.slice(0, length));
    const around = box ?? root;
    found = directives.find(
      ({ start, end }) => start >= around.start && end <= around.end && !insideChild(around, start),
    );
  }
  if (found === undefined) return undefined;
  const line = text.slice(0, found.start).split(/\r\n?|\n/).length;
  const place = path.length === 0 ? 'the task' : formatPath(path);
  return {
    refused: `Line ${line} holds a directive or placeholder of the template that decides what stands beside ${place}, so this can only be changed as text.`,
    path,
  };
}

/** Whether an offset lies inside one of the members or items of a node; a placeholder among them is none. */
function insideChild(node: SyntaxNode, offset: number): boolean {
  if (!isContainer(node)) return false;
  return node.children.some(
    (child) =>
      (node.kind === 'array' || child.key !== undefined) &&
      offset >= startOf(child) &&
      offset < child.value.end,
  );
}
