/** A statement about a task and its run that holds or does not: what a scenario expects, and what a lesson asks for. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Run } from '../simulate/run.ts';
import type { Scenario } from '../simulate/scenario.ts';

/** What predicates look at. `findings` is left out where nobody has computed them. */
export interface Context {
  readonly task: TaskDefinition;
  /** The run of the task under `scenario`. */
  readonly run: Run;
  readonly scenario: Scenario;
  readonly findings?: readonly FindingLike[];
}

/** Of a finding of the rules what predicates need. */
export interface FindingLike {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
}

/** A predicate with its arguments, as it is stored: in scenarios, links and lessons. */
export interface Expectation {
  readonly id: string;
  readonly args: Args;
}

export type Args = Readonly<Record<string, unknown>>;

/** An argument that a person fills in. */
export interface Argument {
  readonly name: string;
  readonly label: string;
  readonly type: ArgumentType;
  /** The predicate makes sense without it. */
  readonly optional?: true;
  /** What a form starts with. */
  readonly suggestion?: string | number;
}

/** `container` and `volume` are names of the task; `seconds` and `code` are numbers; `choice` is one of `choices`. */
export type ArgumentType =
  | { readonly kind: 'container' }
  | { readonly kind: 'volume' }
  | { readonly kind: 'seconds' }
  | { readonly kind: 'code' }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** The answer. `why` says in a few words what is the case, without a full stop: "it never starts". */
export interface Verdict {
  readonly holds: boolean;
  readonly why: string;
}

export interface PredicateExample {
  readonly task: TaskDefinition;
  readonly scenario?: Partial<Scenario>;
  readonly findings?: readonly FindingLike[];
  readonly args: Args;
}

export interface Predicate {
  /** The file's name. */
  readonly id: string;
  /** With dots for the arguments, for a list to choose from: "… starts before …". */
  readonly title: string;
  readonly args: readonly Argument[];
  /** It looks at the text alone, so it is the same in every scenario. */
  readonly about: 'run' | 'task';
  /** With the arguments filled in: "app starts before 20.0 s". */
  says(args: Args): string;
  holds(context: Context, args: Args): Verdict;
  /** Its tests: one that holds and one that does not. */
  readonly examples: { readonly good: PredicateExample; readonly bad: PredicateExample };
}
