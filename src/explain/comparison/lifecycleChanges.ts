/** What a change of the definition does to the life of the task: both are simulated, and so is every single fault of both. */
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { defaultScenario } from '../../simulate/defaults.ts';
import type { FaultId, FaultPhase } from '../../simulate/faultKinds.ts';
import { blastRadius, type FaultCell } from '../../simulate/faults.ts';
import { type Outcome, wasRunning } from '../../simulate/outcome.ts';
import type { Run } from '../../simulate/run.ts';
import type { Scenario } from '../../simulate/scenario.ts';
import { simulate } from '../../simulate/simulate.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import { differences } from '../compare.ts';
import { outcomeWords } from '../faults.ts';
import { nameOf, seconds, sentence } from '../words.ts';

export interface LifecycleChange {
  /** Whether the task lives through something that it did not, or no longer does; `neither` for all else. */
  readonly verdict: 'survives' | 'fails' | 'neither';
  /** "app starts 9.0 s later." */
  readonly text: string;
}

/**
 * What goes otherwise when all goes as planned, then what single faults do otherwise. `scenario`: how containers behave,
 * in both; each has its own defaults where that says nothing.
 */
export function lifecycleChanges(
  before: TaskDefinition,
  after: TaskDefinition,
  scenario?: Scenario,
): readonly LifecycleChange[] {
  const old = scenario ?? defaultScenario(before);
  const fresh = scenario ?? defaultScenario(after);
  const [was, is] = [simulate(before, old), simulate(after, fresh)];
  // A task that is not RUNNING as planned survives nothing.
  const both = wasRunning(was) && wasRunning(is);
  return [
    ...planned(was, is),
    ...(both ? faults(blastRadius(before, old).cells, blastRadius(after, fresh).cells) : []),
  ];
}

function planned(before: Run, after: Run): LifecycleChange[] {
  const both = { ...after, containers: after.containers.filter(({ key }) => containerOf(before, key)) };
  const told = differences(before, both).map(({ text }) => text);
  const added = after.containers
    .filter(({ key, startedAt }) => startedAt !== undefined && !containerOf(before, key))
    .map(({ key, startedAt = 0 }) =>
      sentence(`${nameOf(after, key)}, which is new, starts at ${seconds(startedAt)}`),
    );
  return [...told, ...added].map((text) => ({ verdict: 'neither', text }));
}

const deeds: Readonly<Record<FaultId, string>> = {
  exits0: 'exits with code 0',
  exits1: 'exits with code 1',
  killed: 'is killed',
  neverHealthy: 'is never healthy',
  turnsUnhealthy: 'turns unhealthy',
  cannotStart: 'cannot start',
  ignoresSigterm: 'ignores SIGTERM',
};

const phases: Readonly<Record<FaultPhase, string>> = {
  starting: 'while the task starts',
  running: 'once the task is RUNNING',
};

/** The task goes on, or comes up. */
const lives: ReadonlySet<Outcome> = new Set(['asPlanned', 'runsOn', 'runsBlind', 'restarts']);

function faults(before: readonly FaultCell[], after: readonly FaultCell[]): LifecycleChange[] {
  const groups = new Map<
    string,
    { readonly cell: FaultCell; readonly was: Outcome; readonly faults: FaultId[] }
  >();
  for (const cell of after) {
    const { container, fault, phase, outcome } = cell;
    const twin = before.find(
      (other) => other.container === container && other.fault === fault && other.phase === phase,
    );
    if (twin === undefined || twin.outcome === outcome) continue;
    const key = JSON.stringify([container, phase, twin.outcome, outcome, fault === 'ignoresSigterm']);
    const group = groups.get(key);
    if (group) group.faults.push(fault);
    else groups.set(key, { cell, was: twin.outcome, faults: [fault] });
  }
  const told = [...groups.values()].map(({ cell: { container, phase, outcome }, was, faults: ids }) => {
    const verdict = verdictOf(ids[0] ?? 'exits0', was, outcome);
    const how = either(ids.map((id) => deeds[id]));
    const turn = `${outcomeWords[was]} → ${outcomeWords[outcome]}`;
    const head = heads[verdict];
    return { verdict, text: `${head} when ${container} ${how} ${phases[phase]}: ${turn}.` };
  });
  return told.sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict));
}

const order: readonly LifecycleChange['verdict'][] = ['survives', 'fails', 'neither'];
const heads = {
  survives: 'The task now survives',
  fails: 'The task no longer survives',
  neither: 'It goes otherwise',
} as const;

function verdictOf(fault: FaultId, was: Outcome, is: Outcome): LifecycleChange['verdict'] {
  // A task that is told to stop does not survive that, however quickly it goes.
  if (fault === 'ignoresSigterm' || lives.has(was) === lives.has(is)) return 'neither';
  return lives.has(is) ? 'survives' : 'fails';
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
