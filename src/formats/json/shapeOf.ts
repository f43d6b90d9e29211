/** What kind of JSON a text is, looked at once for all formats. */
import { READ_ONLY } from '../../lens/complaint.ts';
import { type Found, findTasks } from '../../lens/findTasks.ts';
import { treeOf } from '../../lens/recentTrees.ts';
import { childAt, nodeAt, type SyntaxNode, type SyntaxTree } from '../../lens/syntax/tree.ts';
import { isTemplate } from '../../lens/template.ts';
import { containerFields } from '../../model/fields/containerFields.ts';
import { taskFields } from '../../model/fields/taskFields.ts';

/** The JSON formats by their ids. */
export type Shape =
  | 'design'
  | 'register'
  | 'describe'
  | 'containers'
  | 'container'
  | 'nested'
  | 'dockerrun'
  | 'terraform-plan';

export interface Shaped {
  /** Nothing when no task definition sits in the text. */
  readonly shape: Shape | undefined;
  readonly found: readonly Found[];
  readonly tree: SyntaxTree;
}

/** Members that only a plan or a state of Terraform has at its top. */
const PLAN = ['terraform_version', 'format_version', 'planned_values'];

const known = new WeakMap<SyntaxTree, Shaped>();

/** The shape of any text. Broken JSON has the shape of what can be read of it. */
export function shapeOf(text: string): Shaped {
  const tree = treeOf(text);
  const before = known.get(tree);
  if (before !== undefined) return before;
  // What is JSON but for a template's placeholders is read as that, and not by guessing.
  const template = isTemplate(text);
  const found = findTasks(tree.root).filter(saysSomething);
  const shaped: Shaped = { shape: template ? undefined : judge(tree.root, found), found, tree };
  known.set(tree, shaped);
  return shaped;
}

function judge(root: SyntaxNode | undefined, found: readonly Found[]): Shape | undefined {
  const kind = childAt(root, 'kind')?.value;
  if (kind?.kind === 'string' && kind.value === 'ecs-task-design') return 'design';
  if (childAt(root, 'AWSEBDockerrunVersion') !== undefined) return 'dockerrun';
  if (PLAN.some((member) => childAt(root, member) !== undefined)) return 'terraform-plan';
  const [first, second] = found;
  if (root === undefined || first === undefined) return undefined;
  if (first.holds === 'containers')
    return first.node.kind === 'array' && holdsContainers(first.node.children.map(({ value }) => value))
      ? 'containers'
      : undefined;
  if (first.holds === 'container') return 'container';
  if (second !== undefined) return 'nested';
  if (isDescribed(root, first)) return 'describe';
  const [step, deeper] = first.root;
  return step === undefined || (step === 'taskDefinition' && deeper === undefined) ? 'register' : 'nested';
}

/** Under the name `taskDefinition` other things stand too, such as a reference to one in a CDK tree. */
function saysSomething({ holds, node }: Found): boolean {
  if (holds !== 'task' || node.kind !== 'object' || node.children.length === 0) return true;
  return node.children.some(({ key = '' }) => Object.hasOwn(taskFields, key) || READ_ONLY.has(key));
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

/** A list of containers has at least one: any list of objects with names would pass for one otherwise. */
function holdsContainers(items: readonly SyntaxNode[]): boolean {
  return items.some((item) => {
    if (item.kind !== 'object') return false;
    const members = new Set(
      item.children.map(({ key }) => key ?? '').filter((key) => Object.hasOwn(containerFields, key)),
    );
    return members.has('image') || (members.has('name') && members.size >= 2);
  });
}
