/** Reads a task out of a JSON text, wherever the text holds it. */
import { fieldAt } from '../model/fields/fieldAt.ts';
import type { Path } from '../model/path.ts';
import type { Problem, Reading, Source } from '../model/reading.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { fromFile, HELD_AT, type Holds } from './holds.ts';
import { pathInside, placesOf } from './places.ts';
import { lineFinder } from './syntax/lines.ts';
import { nodeAt, type SyntaxNode, type SyntaxTree } from './syntax/tree.ts';
import { type Earlier, View, type ViewProblem } from './view.ts';

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
  // In a template the text of a place does not say alone what it means: a condition may stand around it.
  const plain = tree.sound && tree.directives === undefined;
  const earlier = plain && latest?.holds === holds ? latest : undefined;
  const view = new View(text, HELD_AT[holds], earlier?.text);
  const value = node && viewOf(view, node, holds, earlier);
  const task = node === undefined ? {} : held(value, holds);
  if (plain && node !== undefined && isSilent(view)) latest = { text, node, value, holds };

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

/** The latest reading of which nothing was to be said: after an edit most of its text stands there again. */
let latest: (Earlier & { readonly text: string; readonly holds: Holds }) | undefined;

function isSilent({ problems, opaque, unreadable }: View): boolean {
  return problems.length === 0 && opaque.size === 0 && unreadable.size === 0;
}

function viewOf(view: View, node: SyntaxNode, holds: Holds, earlier: Earlier | undefined): unknown {
  const field = fieldAt(HELD_AT[holds]);
  return field && view.value(node, field, earlier);
}

function held(value: unknown, holds: Holds): TaskDefinition {
  let task = value;
  for (const step of HELD_AT[holds].toReversed()) task = typeof step === 'number' ? [task] : { [step]: task };
  // The field tables are typed by the members of TaskDefinition, so what they let through is one.
  return (task ?? {}) as TaskDefinition;
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
