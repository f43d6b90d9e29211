/** Where in a JSON text task definitions, lists of containers or single containers sit, judged by what they look like. */
import { containerFields } from '../model/fields/containerFields.ts';
import { taskFields } from '../model/fields/taskFields.ts';
import type { Path } from '../model/path.ts';
import type { Holds } from './holds.ts';
import { isContainer, type SyntaxNode } from './syntax/tree.ts';

/** Values looked at before giving up: a task sits near the top of any file that people keep. */
const MOST_VALUES = 50_000;

export interface Found {
  readonly root: Path;
  readonly holds: Holds;
  readonly node: SyntaxNode;
}

/**
 * All task definitions in a tree, those nearest to the top first; nothing is looked for inside one. Only when there is
 * none: the root, if it is a list of containers or one container.
 */
export function findTasks(root: SyntaxNode | undefined): readonly Found[] {
  if (root === undefined) return [];
  const found: Found[] = [];
  const queue: Found[] = [{ root: [], holds: 'task', node: root }];
  for (let next = 0; next < queue.length && next < MOST_VALUES; next += 1) {
    const at = queue[next];
    if (at === undefined) break;
    const { node } = at;
    if (!isContainer(node)) continue;
    if (looksLikeTask(node, at.root.at(-1))) found.push(at);
    else {
      node.children.forEach(({ key, value }, index) => {
        if (!isContainer(value)) return;
        queue.push({ root: [...at.root, key ?? index], holds: 'task', node: value });
      });
    }
  }
  if (found.length > 0) return found;
  if (root.kind === 'array') return [{ root: [], holds: 'containers', node: root }];
  return looksLikeContainer(root) ? [{ root: [], holds: 'container', node: root }] : [];
}

function looksLikeTask(node: SyntaxNode, step: string | number | undefined): boolean {
  if (node.kind !== 'object') return false;
  const keys = new Set(node.children.map(({ key }) => key ?? ''));
  if (keys.has('containerDefinitions') || step === 'taskDefinition') return true;
  const known = [...keys].filter((key) => Object.hasOwn(taskFields, key));
  return keys.has('family') && known.length >= 2;
}

function looksLikeContainer(node: SyntaxNode): boolean {
  if (node.kind !== 'object') return false;
  const known = new Set(
    node.children.map(({ key }) => key ?? '').filter((key) => Object.hasOwn(containerFields, key)),
  );
  return known.size >= 2 && (known.has('image') || known.has('name'));
}
