/** Reads a task out of a JSON text, wherever the text holds it. */
import { fieldAt } from '../model/fields/fieldAt.ts';
import type { Path } from '../model/path.ts';
import type { Problem, Reading, Source } from '../model/reading.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { fromFile, HELD_AT, type Holds } from './holds.ts';
import { pathInside, placesOf } from './places.ts';
import { lineFinder } from './syntax/lines.ts';
import { nodeAt, type SyntaxNode, type SyntaxTree } from './syntax/tree.ts';
import { View, type ViewProblem } from './view.ts';

/**
 * The reading of a text. It is `whole` when the tree is exactly the text's (comments, trailing commas and odd blanks do no
 * harm and are only named) and what `source.root` points at is of the kind that holds a task.
 */
export function readJson(
  text: string,
  source: Source,
  holdsOf: (node: SyntaxNode) => Holds,
  treeOf: (text: string) => SyntaxTree,
): Reading {
  const tree = treeOf(text);
  const found = nodeAt(tree.root, source.root);
  const holds = found === undefined ? 'task' : holdsOf(found);
  const node = found?.kind === (holds === 'containers' ? 'array' : 'object') ? found : undefined;
  const view = new View(text, HELD_AT[holds]);
  const task = node === undefined ? {} : viewOf(view, node, holds);

  const drafts: ViewProblem[] = syntaxProblems(tree, node, holds);
  if (node === undefined && (tree.sound || source.root.length > 0)) drafts.push(noTask(found, source, text));
  // A member that stands in two branches of a condition stands once in what the template gives.
  const branches = (tree.directives?.length ?? 0) > 0;
  drafts.push(...view.problems.filter(({ kind }) => !branches || kind !== 'duplicate-member'));
  drafts.sort((a, b) => a.start - b.start);
  const find = lineFinder(text);
  return {
    text,
    source,
    task,
    whole: tree.sound && node !== undefined,
    places: placesOf(node, holds),
    problems: drafts.map(
      ({ start, end, ...draft }): Problem => ({ ...draft, place: { start, end }, ...find(start) }),
    ),
    opaque: view.opaque,
    unreadable: view.unreadable,
  };
}

function viewOf(view: View, node: SyntaxNode, holds: Holds): TaskDefinition {
  const field = fieldAt(HELD_AT[holds]);
  let value = field && view.value(node, field);
  for (const step of HELD_AT[holds].toReversed())
    value = typeof step === 'number' ? [value] : { [step]: value };
  // The field tables are typed by the members of TaskDefinition, so what they let through is one.
  return (value ?? {}) as TaskDefinition;
}

function syntaxProblems(tree: SyntaxTree, node: SyntaxNode | undefined, holds: Holds): ViewProblem[] {
  return tree.problems.map(({ kind, start, end, message }) => {
    const inside = node !== undefined && start >= node.start && start <= node.end;
    return { kind, path: inside ? fromFile(holds, pathInside(node, start)) : [], start, end, message };
  });
}

function noTask(found: SyntaxNode | undefined, source: Source, text: string): ViewProblem {
  const at = found ?? { start: 0, end: Math.min(text.length, 1) };
  const message =
    found === undefined
      ? `There is no task definition at ${where(source.root)} in this text.`
      : `A task definition is an object, { … }; ${where(source.root)} holds something else.`;
  return { kind: 'no-task', path: [], start: at.start, end: at.end, message };
}

function where(root: Path): string {
  return root.length === 0 ? 'this file' : root.map((step) => JSON.stringify(step)).join(' → ');
}
