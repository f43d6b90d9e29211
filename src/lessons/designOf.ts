/** The design that a lesson begins with: its text, its scenarios, and the mark that says which lesson it is. */
import { type Design, newDesign } from '../edit/design.ts';
import { lesson as lessonPart } from '../edit/parts/lesson.ts';
import { setPart } from '../edit/parts/part.ts';
import { scenarios } from '../edit/parts/scenarios.ts';
import type { Scenario } from '../simulate/scenario.ts';
import type { Lesson } from './lesson.ts';

/** A new design of the lesson's start. */
export function designOf({ id, start, scenarios: list }: Pick<Lesson, 'id' | 'start' | 'scenarios'>): Design {
  const marked = setPart({}, lessonPart, { id });
  return { ...newDesign(start), parts: setPart(marked, scenarios, list.map(asData)) };
}

function asData({ behaviours, environment, ...scenario }: Scenario) {
  return {
    ...scenario,
    behaviours: { ...behaviours } as Record<string, Record<string, unknown>>,
    environment: { ...environment },
  };
}
