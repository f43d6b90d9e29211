/** What sits in a JSON text, looked for once for all formats; each tells by it whether the file is its own. */

import { READ_ONLY } from '../../lens/complaint.ts';
import { type Found, findTasks } from '../../lens/findTasks.ts';
import { treeOf } from '../../lens/recentTrees.ts';
import { childAt, nodeAt, type SyntaxNode, type SyntaxTree } from '../../lens/syntax/tree.ts';
import { isTemplate } from '../../lens/template.ts';
import { taskFields } from '../../model/fields/taskFields.ts';
import { oncePer } from '../../model/oncePer.ts';

export interface JsonFile {
  readonly tree: SyntaxTree;
  /** The outermost value; nothing where a template's placeholders stand, for that is read as one and not by guessing. */
  readonly root: SyntaxNode | undefined;
  /** The places at which a task or containers sit, in the order of the text; none in a template. */
  readonly found: readonly Found[];
}

/** What any text is as JSON. Of broken JSON as much as can be read; never throws. */
export function jsonFile(text: string): JsonFile {
  return fileOf(treeOf(text));
}

const fileOf = oncePer(
  (tree: SyntaxTree): JsonFile =>
    isTemplate(tree.text)
      ? { tree, root: undefined, found: [] }
      : { tree, root: tree.root, found: findTasks(tree.root).filter(saysSomething) },
);

/** Under the name `taskDefinition` other things stand too, such as a reference to one in a CDK tree. */
function saysSomething({ holds, node }: Found): boolean {
  if (holds !== 'task' || node.kind !== 'object' || node.children.length === 0) return true;
  return node.children.some(({ key = '' }) => Object.hasOwn(taskFields, key) || READ_ONLY.has(key));
}

/** The one task of a file; nothing where several sit in it, or no whole one. */
export function onlyTask({ found: [first, second] }: JsonFile): Found | undefined {
  return first?.holds === 'task' && second === undefined ? first : undefined;
}

/** Whether a task is what DescribeTaskDefinition returns: with members of its own, or with its tags beside it. */
export function isDescribed(root: SyntaxNode | undefined, { node, root: path }: Found): boolean {
  const own =
    node.kind === 'object' && node.children.some(({ key }) => key !== undefined && READ_ONLY.has(key));
  return (
    own ||
    (path.at(-1) === 'taskDefinition' && childAt(nodeAt(root, path.slice(0, -1)), 'tags') !== undefined)
  );
}

/** Whether a file is what RegisterTaskDefinition takes: one task, alone or under `taskDefinition`. */
export function isRegistration(file: JsonFile): boolean {
  const task = onlyTask(file);
  if (task === undefined || isDescribed(file.root, task)) return false;
  const [step, deeper] = task.root;
  return step === undefined || (step === 'taskDefinition' && deeper === undefined);
}
