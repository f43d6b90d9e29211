/** Reads a task out of a template. */

import { taskField } from '../../model/fields/fieldAt.ts';
import { type Path, pathKey } from '../../model/path.ts';
import type { Place, Places, Problem, Reading, Source } from '../../model/reading.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { placesOf } from '../places.ts';
import { lineFinder } from '../syntax/lines.ts';
import { childAt, type SyntaxNode } from '../syntax/tree.ts';
import { View, type ViewProblem } from '../view.ts';
import { scopeOf } from './scope.ts';
import { TaskTree } from './taskTree.ts';
import { type Language, type Part, templateOf } from './template.ts';

/** A task of a template: the tree of the task, and the part of the template that it comes from. */
export interface Opened {
  readonly part: Part;
  /** The `Properties` of the resource. */
  readonly properties: SyntaxNode | undefined;
  readonly tree: TaskTree | undefined;
}

export function open(text: string, source: Source, language: Language): Opened {
  const template = templateOf(text, language);
  const part = template.resource(String(source.root[1] ?? ''));
  const properties = childAt(part.node, 'Properties')?.value;
  const tree =
    properties?.kind === 'object'
      ? new TaskTree(properties, scopeOf(template, source), part.locks, text)
      : undefined;
  return { part, properties, tree };
}

export function readTemplate(text: string, source: Source, language: Language): Reading {
  const { part, tree } = open(text, source, language);
  const node = tree?.root?.kind === 'object' ? tree.root : undefined;
  const view = new View(text, []);
  const drafts: ViewProblem[] = part.problems.map(({ kind, start, end, message }) => ({
    kind,
    path: [],
    start,
    end,
    message,
  }));
  // The field tables are typed by the members of TaskDefinition, so what they let through is one.
  const task = (node === undefined ? {} : (view.value(node, taskField) ?? {})) as TaskDefinition;
  if (node === undefined && part.sound) {
    const name = String(source.root[1] ?? '');
    const start = part.node?.start ?? 0;
    const message = `There is no task definition called ${name} in this template.`;
    drafts.push({
      kind: 'no-task',
      path: [],
      start,
      end: part.node?.end ?? Math.min(1, text.length),
      message,
    });
  }
  drafts.push(...(tree?.problems ?? []), ...view.problems);
  drafts.sort((a, b) => a.start - b.start);
  const find = lineFinder(text);
  return {
    text,
    source,
    task,
    whole: part.sound && node !== undefined,
    places: withStrays(placesOf(node, 'task'), tree?.strays),
    problems: drafts.map(
      ({ start, end, ...draft }): Problem => ({ ...draft, place: { start, end }, ...find(start) }),
    ),
    opaque: view.opaque,
    unreadable: new Set([...view.unreadable, ...(tree?.strays.keys() ?? [])]),
  };
}

/** A member under a wrong name is found by the path that names it. */
function withStrays(places: Places, strays: ReadonlyMap<string, Place> | undefined): Places {
  if (strays === undefined || strays.size === 0) return places;
  const stray = (path: Path) => strays.get(pathKey(path));
  return {
    value: (path) => places.value(path) ?? stray(path),
    member: (path) => places.member(path) ?? stray(path),
    key: (path) => places.key(path) ?? stray(path),
    pathAt: places.pathAt,
  };
}
