/** Where a place of the task stands in the template, and whether an edit there is safe. */
import type { Refusal } from '../../model/edit.ts';
import type { Field } from '../../model/fields/field.ts';
import { fieldsAlong } from '../../model/fields/fieldAt.ts';
import { formatPath, type Path } from '../../model/path.ts';
import { childAt, type SyntaxNode } from '../syntax/tree.ts';
import { shown } from './intrinsics.ts';
import { stepInFile, type TaskChild, type TaskTree } from './taskTree.ts';

/**
 * The path below `Properties` of a place of the task; or why nothing is written there: it is computed, one way of a
 * condition, or shared through an anchor. `insert` means a new item before the one that stands there.
 */
export function pathInFile(tree: TaskTree, path: Path, insert = false): Path | Refusal {
  const fields = fieldsAlong(path);
  const steps: (string | number)[] = [];
  let node: SyntaxNode | undefined = tree.root;
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1;
    const child: TaskChild | undefined = taskChild(node, step);
    if (child !== undefined && !(last && insert)) {
      const reason = tree.locks.get(child.value);
      if (reason !== undefined) return locked(path.slice(0, depth + 1), reason);
      steps.push(child.step);
      node = child.value;
      continue;
    }
    const box: SyntaxNode | undefined = node && tree.boxes.get(node);
    if (typeof step === 'number') steps.push(child?.step ?? endOf(node, box, step));
    else {
      const name = stepInFile(fields[depth], step);
      const hidden = childAt(box, name)?.value;
      if (hidden !== undefined && hidden.kind !== 'literal') {
        const reason = `The template leaves it out by ${shown(hidden)}.`;
        return locked(path.slice(0, depth + 1), reason);
      }
      steps.push(name);
    }
    node = undefined;
  }
  return steps;
}

function locked(path: Path, reason: string): Refusal {
  return {
    refused: `${formatPath(path)} is only shown. ${reason} Change it in the text of the template.`,
    path,
  };
}

function taskChild(node: SyntaxNode | undefined, step: string | number): TaskChild | undefined {
  const child = childAt(node, step);
  return child !== undefined && 'step' in child ? (child as TaskChild) : undefined;
}

/** The index behind the last item of the file, where items that are left out may stand. */
function endOf(node: SyntaxNode | undefined, box: SyntaxNode | undefined, step: number): number {
  if (node?.kind !== 'array' || box?.kind !== 'array') return step;
  return box.children.length + (step - node.children.length);
}

/** The field at a path, for the names below it. */
export function fieldOf(path: Path): Field | undefined {
  return fieldsAlong(path).at(path.length);
}
