/** A lesson that somebody made of a design: what its scenarios expect is the goal. */
import type { OwnLesson } from '../edit/parts/lesson.ts';
import { scenarios as scenariosPart } from '../edit/parts/scenarios.ts';
import type { Scenario } from '../simulate/scenario.ts';
import type { Goal, Lesson } from './lesson.ts';
import { plan } from './terms/starting.ts';

/** The same as a lesson of the course, but without hints and solution. Expectations of no known predicate never hold. */
export function lessonOf({ title, text, start, scenarios: part }: OwnLesson): Lesson {
  // What a scenario holds is read by the simulator, which takes anything for a behaviour that makes none.
  const scenarios = scenariosPart.read(part) as readonly Scenario[];
  const [first = plan(), ...others] = scenarios;
  const goals = scenarios.flatMap(({ id, expectations }) =>
    expectations.map((expectation): Goal => ({ ...expectation, scenario: id })),
  );
  return {
    id: 'own',
    title,
    teaches: '',
    story: text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== ''),
    start,
    scenarios: [first, ...others],
    questions: [],
    steps: [{ text: 'Change the task until each of these holds.', goals, hints: [], solution: [] }],
    keep: [],
    wrong: [],
    terms: [],
    learnt: 'Everything that was asked for holds.',
  };
}
