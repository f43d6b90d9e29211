/** The death of one container in a run that goes well otherwise: what dies with it, in which order, how long it takes. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { type Casualty, casualties } from './casualties.ts';
import { said } from './defaults.ts';
import type { ContainerKey, ContainerRun, Run } from './run.ts';
import type { Behaviour, Scenario } from './scenario.ts';
import { roundSeconds, secondsOr } from './seconds.ts';
import { simulate } from './simulate.ts';
import { containerOf } from './stateAt.ts';

export interface Death {
  readonly container: ContainerKey;
  /** The second of its end. */
  readonly at: number;
  /** It ends by itself as planned: a container that does its work and leaves. */
  readonly planned: boolean;
  /** The others that end from then on otherwise than as planned, in the order in which they do; `after` the death, in seconds. */
  readonly ends: readonly (Casualty & { readonly after: number })[];
  /** Seconds from the death until the task is STOPPED; absent: it runs on. */
  readonly takes?: number;
  /** The essential container whose end stops the task. */
  readonly stopCause?: ContainerKey;
}

/** A while after RUNNING, in seconds: nothing starts any more. */
const SETTLED = 60;
/** Room for every stop timeout after the death. */
const AFTERMATH = 3600;

/**
 * What the death of a container does if it were essential, or were not, whatever the definition says. It dies for good
 * with exit code 1 a minute after RUNNING, sooner where a restart policy would bring it back; one that leaves by itself
 * in the plan dies then, with its own code. `undefined` for one that never runs.
 */
export function deathOf(
  task: TaskDefinition,
  scenario: Scenario,
  key: ContainerKey,
  essential: boolean,
): Death | undefined {
  const { stopRequestedAt: _, ...endless } = scenario;
  const plan = simulate(task, { ...endless, horizonSeconds: scenario.horizonSeconds + AFTERMATH });
  const planned = containerOf(plan, key);
  if (planned?.startedAt === undefined || planned.index < 0) return undefined;
  const own = planned.stoppedAt !== undefined && planned.signalledAt === undefined;
  const at = own ? (planned.stoppedAt ?? 0) : timeToDie(task, plan, planned, planned.startedAt);
  const behaviour: Behaviour = own
    ? said(scenario, key)
    : { ...withoutExits(said(scenario, key)), exits: { afterSeconds: at - planned.startedAt, code: 1 } };
  const run = simulate(withEssential(task, planned.index, essential), {
    ...endless,
    behaviours: { ...scenario.behaviours, [key]: behaviour },
    horizonSeconds: at + AFTERMATH,
  });
  const { stoppedAt, stopCause } = run.task;
  return {
    container: key,
    at,
    planned: own,
    ends: casualties(everybodyLives(plan, at), run).flatMap((end) =>
      end.container === key || end.at < at ? [] : [{ ...end, after: roundSeconds(end.at - at) }],
    ),
    ...(stoppedAt !== undefined && { takes: roundSeconds(stoppedAt - at) }),
    ...(stopCause !== undefined && { stopCause }),
  };
}

function timeToDie(task: TaskDefinition, plan: Run, { index }: ContainerRun, startedAt: number): number {
  const settled = Math.max(plan.task.runningAt ?? startedAt, startedAt) + SETTLED;
  const policy = task.containerDefinitions?.[index]?.restartPolicy;
  if (policy?.enabled !== true) return settled;
  // The default of restartAttemptPeriod (API reference, ContainerRestartPolicy).
  const period = secondsOr(policy.restartAttemptPeriod, 300);
  return Math.min(settled, startedAt + Math.max(0, period - 1));
}

function withoutExits({ exits: _, exitsByRun: __, ...others }: Behaviour): Behaviour {
  return others;
}

function withEssential(task: TaskDefinition, index: number, essential: boolean): TaskDefinition {
  const containerDefinitions = (task.containerDefinitions ?? []).map((definition, place) =>
    place === index && definition !== undefined ? { ...definition, essential } : definition,
  );
  return { ...task, containerDefinitions };
}

/** The plan, of which only those ends count that came before the death: a plan that is stopped by it is none. */
function everybodyLives(plan: Run, before: number): Run {
  const containers = plan.containers.map((container) => {
    const { stoppedAt, exitCode: _, ...alive } = container;
    return stoppedAt === undefined || stoppedAt < before ? container : alive;
  });
  return { ...plan, containers };
}
