/** A rule that looks at how a task lives, not only at how it is written: it wraps an analysis of the simulator. */
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Reading } from '../../model/reading.ts';
import type { ContainerKey, Run } from '../../simulate/run.ts';
import type { Scenario } from '../../simulate/scenario.ts';
import type { Complaint, Example, Finding, Rule } from '../rule.ts';

/** What such a rule is told. */
export interface Life {
  readonly reading: Reading;
  readonly scenario: Scenario;
  /** `simulate(reading.task, scenario)`. */
  readonly run: Run;
}

/** What it says, with the stretch of time that it is about. Seconds since the task was handed to the agent. */
export interface LifecycleComplaint extends Complaint {
  readonly at: number;
  /** Absent: a moment. */
  readonly until?: number;
  /** In whose lane it shows. */
  readonly container: ContainerKey;
  /** A finding of the first list that says the same without its second: it is left out beside this one. */
  readonly instead?: { readonly rule: string; readonly node: NodeKey };
}

/** A finding on a life. Never an `error`: ECS registers the task. */
export interface LifecycleFinding extends Finding {
  readonly severity: 'warning' | 'info';
  readonly at: number;
  readonly until?: number;
  readonly container: ContainerKey;
  readonly instead?: LifecycleComplaint['instead'];
}

/** As a `Rule`, but for what it is told; its examples are played with the default scenario, unless they have their own. */
export interface LifecycleRule extends Omit<Rule, 'severity' | 'check' | 'examples'> {
  readonly severity: 'warning' | 'info';
  readonly examples: { readonly good: readonly LifeExample[]; readonly bad: readonly LifeExample[] };
  check(life: Life): Iterable<LifecycleComplaint>;
}

export interface LifeExample extends Example {
  readonly behaviours?: Scenario['behaviours'];
}
