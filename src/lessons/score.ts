/** How few steps a puzzle took: counted in what differs from its start, so that trying out costs nothing. */
import { editsBetween } from '../edit/changes/editsBetween.ts';
import { applyChange, type Design, readingOf } from '../edit/design.ts';
import { isRefusal } from '../model/edit.ts';
import type { Json } from '../model/json.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { designOf } from './designOf.ts';
import type { Lesson } from './lesson.ts';

/** In how many places two tasks differ. */
export function stepsBetween(before: TaskDefinition, after: TaskDefinition): number {
  // The view is plain data; its type only says so of its members.
  return editsBetween([], before, after as unknown as Json).length;
}

/** The design after the solution of a lesson; after so many of its changes where a number is given. */
export function solved(lesson: Lesson, changes = Number.POSITIVE_INFINITY): Design {
  let design = designOf(lesson);
  for (const change of lesson.steps.flatMap(({ solution }) => solution).slice(0, changes)) {
    const next = applyChange(design, change);
    if (!isRefusal(next)) design = next;
  }
  return design;
}

/** In how many places the solution of a lesson differs from its start. */
export function parOf(lesson: Lesson): number {
  return stepsBetween(readingOf(designOf(lesson)).task, readingOf(solved(lesson)).task);
}

/** Three for as few steps as the solution takes, two for up to two more, one for any number. */
export function scoreOf(lesson: Lesson, task: TaskDefinition): 1 | 2 | 3 {
  const more = stepsBetween(readingOf(designOf(lesson)).task, task) - parOf(lesson);
  return more <= 0 ? 3 : more <= 2 ? 2 : 1;
}
