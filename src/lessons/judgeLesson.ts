/** Judges a task by the goals of a lesson: any way that reaches them counts. */
import { type Judged, judge } from '../expect/judgeExpectation.ts';
import type { FindingLike } from '../expect/predicate.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Run } from '../simulate/run.ts';
import type { Scenario } from '../simulate/scenario.ts';
import { simulate } from '../simulate/simulate.ts';
import type { Goal, Lesson } from './lesson.ts';

export interface LessonVerdict {
  /** By step: each of its goals, in order. */
  readonly steps: readonly (readonly Judged[])[];
  /** What must still hold; the last one is that ECS takes the definition. */
  readonly keep: readonly Judged[];
  /** Everything holds. */
  readonly met: boolean;
}

export interface Judging {
  /** What the rules say of the task; absent: not known yet, and then nothing is met. */
  readonly findings?: readonly FindingLike[] | undefined;
  /** The run of the task under a scenario; by default it is simulated. */
  readonly runIn?: (task: TaskDefinition, scenario: Scenario) => Run;
}

const TAKEN: Goal = { id: 'no-errors', args: {} };

/** Every goal of the lesson, judged under the scenario that it names. Whatever the task, nothing throws. */
export function judgeLesson(
  lesson: Pick<Lesson, 'steps' | 'keep' | 'scenarios'>,
  task: TaskDefinition,
  { findings, runIn = simulate }: Judging = {},
): LessonVerdict {
  const runs = new Map<Scenario, Run>();
  const judgeGoal = (goal: Goal): Judged => {
    const scenario = scenarioFor(lesson, goal);
    const run = runs.get(scenario) ?? runIn(task, scenario);
    runs.set(scenario, run);
    return judge({ task, scenario, run, ...(findings && { findings }) }, goal);
  };
  const steps = lesson.steps.map(({ goals }) => goals.map(judgeGoal));
  const keep = [...lesson.keep, TAKEN].map(judgeGoal);
  return { steps, keep, met: [...steps.flat(), ...keep].every(({ holds }) => holds) };
}

/** The scenario of a goal or a question; the plan where it names none, or one that the lesson has not. */
export function scenarioFor(
  { scenarios }: Pick<Lesson, 'scenarios'>,
  { scenario }: { readonly scenario?: string },
): Scenario {
  return scenarios.find(({ id }) => id === scenario) ?? scenarios[0];
}
