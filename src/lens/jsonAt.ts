/**
 * The task sits somewhere in a JSON file: under `taskDefinition` in what DescribeTaskDefinition returns, deeper in a recorded
 * answer, as an item of a list. A list at that place is taken for `containerDefinitions`, as Terraform keeps them in files:
 * the view then has nothing else, and members of the task have no place in the text.
 */
import { findTasks } from './findTasks.ts';
import { jsonLens } from './jsonLens.ts';

export const jsonAt = jsonLens(
  'jsonAt',
  (tree) => {
    const found = findTasks(tree.root)[0];
    if (found === undefined || found.holds === 'container') return undefined;
    return found.root.length === 0 && found.holds === 'task' ? undefined : found.root;
  },
  (node) => (node.kind === 'array' ? 'containers' : 'task'),
);
