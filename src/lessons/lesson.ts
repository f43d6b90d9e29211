/** What a lesson is: a task to begin with, what is to be reached, and how. All of it is data that the simulator checks. */
import type { Change } from '../edit/change.ts';
import type { Expectation } from '../expect/predicate.ts';
import type { GlossaryId } from '../model/glossary.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Run } from '../simulate/run.ts';
import type { Scenario } from '../simulate/scenario.ts';

export interface Lesson {
  /** The file's name, and what `#lesson=` opens. */
  readonly id: string;
  readonly title: string;
  /** What one knows or can do afterwards, one sentence. */
  readonly teaches: string;
  /** Where one stands when it begins: paragraphs. */
  readonly story: readonly string[];
  /** The task definition to begin with, as text. */
  readonly start: string;
  /** How the containers behave, whatever one does; the first is the plan. Goals and questions may name another by its id. */
  readonly scenarios: readonly [Scenario, ...Scenario[]];
  readonly questions: readonly Question[];
  readonly steps: readonly LessonStep[];
  /** What holds at the start and must still hold at the end, so that nothing useful is thrown away. */
  readonly keep: readonly Goal[];
  /** Plausible designs that miss the goal. */
  readonly wrong: readonly WrongDesign[];
  /** The words to look up. */
  readonly terms: readonly GlossaryId[];
  /** What one has seen: said once the goal is met. */
  readonly learnt: string;
}

export interface LessonStep {
  /** What to do, in a sentence or two. */
  readonly text: string;
  readonly goals: readonly Goal[];
  /** From a nudge to nearly the answer. */
  readonly hints: readonly string[];
  /** One way to reach the goals, from where the step before ends. Each label says what it does. */
  readonly solution: readonly Change[];
}

/** A predicate of `src/expect`; `scenario` is the id of one of the lesson's, without it the plan. */
export interface Goal extends Expectation {
  readonly scenario?: string;
}

/** A question that is asked before the run, and answered by the run. */
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly scenario?: string;
  choices(task: TaskDefinition): readonly string[];
  /** What the run says; its choice is one of the choices as long as the task is the one that was asked about. */
  answer(run: Run, task: TaskDefinition): Answer;
}

export interface Answer {
  readonly choice: string;
  /** The second at which it shows. */
  readonly at: number;
  /** What happens in the run, a whole sentence. */
  readonly why: string;
}

/** A design that one may well think of, and why it misses. */
export interface WrongDesign {
  readonly says: string;
  /** What it is made from: the start, unless it is the solution spoilt. */
  readonly from?: 'solution';
  readonly changes: readonly Change[];
}
