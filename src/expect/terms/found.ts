/** What predicates look for in a task and its run. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import { containersByName, namedContainers } from '../../model/namedContainers.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { ContainerRun } from '../../simulate/run.ts';
import { inSeconds } from '../../simulate/seconds.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import type { Args, Context, Verdict } from '../predicate.ts';
import { numberOf, textOf, wordOf } from './arguments.ts';

/** Judges the run of the container that an argument names; without one it does not hold. */
export function judgeRun(
  { run }: Context,
  args: Args,
  judge: (container: ContainerRun) => Verdict,
  name = 'container',
): Verdict {
  const found = containerOf(run, textOf(args, name));
  return found ? judge(found) : missing(args, name);
}

/** The same for its definition. */
export function judgeDefinition(
  { task }: Context,
  args: Args,
  judge: (definition: ContainerDefinition) => Verdict,
  name = 'container',
): Verdict {
  const found = definitionOf(task, textOf(args, name));
  return found ? judge(found) : missing(args, name);
}

/** The definition of the first container of that name. */
export function definitionOf(task: TaskDefinition, name: string): ContainerDefinition | undefined {
  return containersByName(namedContainers(task)).get(name)?.definition;
}

function missing(args: Args, name: string): Verdict {
  return { holds: false, why: `there is no container ${wordOf(args, name)}` };
}

/** Whether something happens, and before a second if `before` says one. `what`: "app starts", `never`: "it never starts". */
export function happens(at: number | undefined, args: Args, what: string, never: string): Verdict {
  const before = numberOf(args, 'before');
  if (at === undefined) return { holds: false, why: never };
  return { holds: before === undefined || at < before, why: `${what} at ${inSeconds(at)}` };
}

/** " before 20.0 s", or nothing when no second is given. */
export function beforeText(args: Args): string {
  const before = numberOf(args, 'before');
  return before === undefined ? '' : ` before ${inSeconds(before)}`;
}
