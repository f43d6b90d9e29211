/** Makes a scenario out of a real run: pull times, exits, and when the task was stopped. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { culpritOf } from './culprit.ts';
import { behaviourOf } from './defaults.ts';
import type { RealRun } from './realRun.ts';
import { couldNotPull } from './reason.ts';
import type { Behaviour, Scenario } from './scenario.ts';
import { roundSeconds } from './seconds.ts';
import { simulate } from './simulate.ts';
import { containerOf } from './stateAt.ts';

/**
 * The scenario with what the real run tells. A run of ours begins when the first image is pulled. Pull times are all
 * made longer or shorter alike until the last pull ends when it really did; exit codes are those that were reported, and
 * who brought the task down leaves when the task began to stop.
 */
export function fitScenario(task: TaskDefinition, scenario: Scenario, real: RealRun): Scenario {
  const begins = real.pullStartedAt ?? 0;
  const pulls = real.pullStoppedAt === undefined ? undefined : real.pullStoppedAt - begins;
  const { stopRequestedAt: _, ...endless } = scenario;
  const pulled = { ...endless, behaviours: fitPulls(task, scenario, pulledBy(real), pulls) };
  const stopping = real.stoppingAt ?? real.stoppedAt;
  const culprit = culpritOf(task, real);
  const planned = simulate(task, pulled);
  const behaviours: Record<string, Behaviour> = { ...pulled.behaviours };
  for (const container of real.containers) {
    const { name, exitCode, reason } = container;
    const run = containerOf(planned, name);
    if (!run) continue;
    const own = (more: Behaviour) => {
      behaviours[name] = { ...behaviours[name], ...more };
    };
    if (exitCode === undefined) {
      if (couldNotPull(container)) own({ pullFails: true });
      else if (/^CannotStart/.test(reason ?? '') && !/dependency graph/.test(reason ?? ''))
        own({ cannotStart: true });
      continue;
    }
    const usual = behaviourOf(task, pulled, name);
    const leaves = usual?.exitsByRun[0];
    if (container === culprit && stopping !== undefined && run.startedAt !== undefined) {
      const afterSeconds = Math.max(0, roundSeconds(stopping - begins - run.startedAt));
      own({ exits: { afterSeconds, code: exitCode } });
    } else if (leaves && run.essential === false) own({ exits: { ...leaves, code: exitCode } });
    else if (exitCode === 137) own({ ignoresSigterm: true });
    else if (exitCode !== 143 || usual?.sigtermExit.code !== 0) {
      own({ sigtermExit: { afterSeconds: usual?.sigtermExit.afterSeconds ?? 1, code: exitCode } });
    }
  }
  const stopRequestedAt = culprit || stopping === undefined ? undefined : roundSeconds(stopping - begins);
  return {
    ...pulled,
    behaviours,
    ...(stopRequestedAt !== undefined && { stopRequestedAt }),
    horizonSeconds: Math.max(scenario.horizonSeconds, real.endsAt + 120),
  };
}

/** Who certainly ran, so its image was pulled; 143 is also the code of one that was given up before. */
function pulledBy({ containers }: RealRun): ReadonlySet<string> {
  const ran = containers.filter(
    ({ exitCode, lastStatus }) => lastStatus === 'RUNNING' || (exitCode !== undefined && exitCode !== 143),
  );
  return new Set(ran.map(({ name }) => name));
}

/** Behaviours whose pulls are all changed by one factor, so that the last pull ends after so many seconds. */
function fitPulls(
  task: TaskDefinition,
  scenario: Scenario,
  pulled: ReadonlySet<string>,
  seconds: number | undefined,
): Scenario['behaviours'] {
  if (seconds === undefined || !(seconds > 0)) return scenario.behaviours;
  const { stopRequestedAt: _, ...endless } = scenario;
  const keys = simulate(task, { ...endless, horizonSeconds: 0 }).containers.map(({ key }) => key);
  const times = keys.map((key) => [key, behaviourOf(task, scenario, key)?.pullSeconds ?? 0] as const);
  const scaled = (factor: number): Scenario['behaviours'] => ({
    ...scenario.behaviours,
    ...Object.fromEntries(
      times.map(([key, pull]) => [
        key,
        { ...scenario.behaviours[key], pullSeconds: Math.round(pull * factor * 100) / 100 },
      ]),
    ),
  });
  const lastPull = (factor: number) => {
    const { events } = simulate(task, {
      ...endless,
      behaviours: scaled(factor),
      horizonSeconds: seconds * 4 + 900,
    });
    const last = events.findLast(({ type, container = '' }) => type === 'pullEnded' && pulled.has(container));
    return last?.at ?? 0;
  };
  let low = 0;
  let high = 1;
  while (lastPull(high) < seconds && high < 1024) high *= 2;
  for (let count = 0; count < 24; count += 1) {
    const middle = (low + high) / 2;
    if (lastPull(middle) < seconds) low = middle;
    else high = middle;
  }
  return scaled(high);
}
