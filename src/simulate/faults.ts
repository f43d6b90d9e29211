/** Every single fault of every container, and what it does to the task: each is played through the same engine. */
import { items } from '../model/list.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { type Casualty, casualties } from './casualties.ts';
import { behaviourOf, said } from './defaults.ts';
import { endlessPending } from './endlessPending.ts';
import { type FaultId, type FaultKind, type FaultPhase, faultKinds } from './faultKinds.ts';
import { logLoss, secondsLost } from './logLoss.ts';
import { type Outcome, outcomeOf, stopTakes } from './outcome.ts';
import type { ContainerKey, ContainerRun, GateCondition, Run } from './run.ts';
import type { Behaviour, Scenario } from './scenario.ts';
import { roundSeconds, secondsOr } from './seconds.ts';
import { simulate } from './simulate.ts';

export interface BlastRadius {
  /** How far each fault is followed, in seconds from the start of the task. */
  readonly horizonSeconds: number;
  /** By container in list order, then by phase, then by fault. A fault that cannot happen, or makes no difference to the other phase, has no cell. */
  readonly cells: readonly FaultCell[];
}

export interface FaultCell {
  readonly container: ContainerKey;
  readonly fault: FaultId;
  readonly phase: FaultPhase;
  /** The second in which it strikes; for `ignoresSigterm` that in which StopTask is called. */
  readonly at: number;
  readonly outcome: Outcome;
  /** The number that belongs to the outcome; absent where none does. */
  readonly figure?: FaultFigure;
  /** When the task is STOPPED. */
  readonly stoppedAt?: number;
  /** Who ends otherwise than in the plan, in order of time. */
  readonly ends: readonly Casualty[];
  /** For `hangs`: who waits, and for what. */
  readonly waits?: {
    readonly container: ContainerKey;
    readonly on: ContainerKey;
    readonly condition: GateCondition;
  };
  /** Seconds of logs lost, all containers together, beyond those of the plan. */
  readonly logsLost: number;
  /** Plays the cell: `simulate(task, scenario)` is the run that was judged. */
  readonly scenario: Scenario;
  /** The same without the fault: the plan that it is compared with. */
  readonly plan: Scenario;
}

/**
 * Seconds: until STOPPED counted from the start of the task or from the fault; `longer` than the planned stop; or of
 * `logs` lost.
 */
export interface FaultFigure {
  readonly seconds: number;
  readonly of: 'start' | 'fault' | 'longer' | 'logs';
}

/** Fifteen minutes. */
const HORIZON = 900;
/** So much of a run is left after a fault, at least. */
const AFTERMATH = 300;

/**
 * What each single fault does to the task: every container of the definition, every fault of `faultKinds`, while the
 * task starts and once it is settled. The scenario is taken without its own StopTask, and followed for 15 minutes, longer
 * where a restart policy needs a longer run time first.
 */
export function blastRadius(task: TaskDefinition, scenario: Scenario): BlastRadius {
  const bench = testBench(task, scenario);
  const cells: FaultCell[] = [];
  for (const container of bench.planned.run.containers) {
    for (const kind of faultKinds) {
      const starting = cellOf(bench, container, kind, 'starting');
      const running = cellOf(bench, container, kind, 'running');
      // A health that breaks is told only by the checks after it: mostly both phases are one and the same.
      const differs = kind.id !== 'turnsUnhealthy' || starting?.outcome !== running?.outcome;
      if (starting && differs) cells.push(starting);
      if (running) cells.push(running);
    }
  }
  return { horizonSeconds: bench.planned.scenario.horizonSeconds, cells };
}

/** One of the cells of `blastRadius`; `undefined` if that cannot happen to that container. */
export function playFault(
  task: TaskDefinition,
  scenario: Scenario,
  { container: key, fault, phase }: Pick<FaultCell, 'container' | 'fault' | 'phase'>,
): FaultCell | undefined {
  const bench = testBench(task, scenario);
  const container = bench.planned.run.containers.find((candidate) => candidate.key === key);
  const kind = faultKinds.find(({ id }) => id === fault);
  return container && kind && cellOf(bench, container, kind, phase);
}

interface Played {
  readonly scenario: Scenario;
  readonly run: Run;
}

/** What all cells of one blast radius share. */
interface Bench {
  readonly task: TaskDefinition;
  readonly planned: Played;
  /** When each container with a restart policy has run long enough to be restarted, by its index. */
  readonly settled: ReadonlyMap<number, number>;
  /** The plan with StopTask at that second. */
  readonly withStop: (at: number) => Played;
}

function testBench(task: TaskDefinition, scenario: Scenario): Bench {
  const settled = settledAfter(task);
  const horizonSeconds = Math.max(HORIZON, Math.max(...settled.values(), 0) + AFTERMATH);
  const { stopRequestedAt: _, ...endless } = scenario;
  const plan: Scenario = { ...endless, horizonSeconds };
  const stopped = new Map<number, Played>();
  const withStop = (at: number): Played => {
    const stops = { ...plan, stopRequestedAt: at };
    const played = stopped.get(at) ?? { scenario: stops, run: simulate(task, stops) };
    stopped.set(at, played);
    return played;
  };
  return { task, planned: { scenario: plan, run: simulate(task, plan) }, settled, withStop };
}

function cellOf(
  { task, planned, settled, withStop }: Bench,
  container: ContainerRun,
  kind: FaultKind,
  phase: FaultPhase,
): FaultCell | undefined {
  const target = { container, settled: settled.get(container.index) ?? 0 };
  const moment = container.index < 0 ? undefined : kind.moment(planned.run, target, phase);
  const usual = moment && behaviourOf(task, planned.scenario, container.key);
  if (!moment || !usual) return undefined;
  const { at } = moment;
  const plan = kind.id === 'ignoresSigterm' ? withStop(at) : planned;
  const faulty = faultyScenario(
    plan.scenario,
    container,
    kind,
    kind.behaviour(planned.run, container, usual, at),
  );
  const run = simulate(task, faulty);
  const outcome = outcomeOf(task, faulty.environment, plan.run, run);
  const logsLost = roundSeconds(secondsLost(logLoss(task, run)) - secondsLost(logLoss(task, plan.run)));
  const { stoppedAt } = run.task;
  const figure = figureOf(outcome, plan.run, run, moment, logsLost);
  const waits = outcome === 'hangs' ? rootWait(run) : undefined;
  return {
    container: container.key,
    fault: kind.id,
    phase,
    at,
    outcome,
    ...(figure && { figure }),
    ...(stoppedAt !== undefined && { stoppedAt }),
    ends: casualties(plan.run, run),
    ...(waits && { waits }),
    logsLost,
    scenario: faulty,
    plan: plan.scenario,
  };
}

/** The plan, with one container that behaves otherwise. */
function faultyScenario(
  scenario: Scenario,
  { key }: ContainerRun,
  { id, title }: FaultKind,
  otherwise: Behaviour,
): Scenario {
  const { healthyAfterSeconds, unhealthyAfterSeconds, ...usual } = said(scenario, key);
  const health = otherwise.neverHealthy
    ? {}
    : {
        ...(healthyAfterSeconds !== undefined && { healthyAfterSeconds }),
        ...(unhealthyAfterSeconds !== undefined && { unhealthyAfterSeconds }),
      };
  return {
    ...scenario,
    id: `fault:${key}:${id}`,
    name: `${key} ${title}`,
    behaviours: { ...scenario.behaviours, [key]: { ...usual, ...health, ...otherwise } },
  };
}

function figureOf(
  outcome: Outcome,
  plan: Run,
  run: Run,
  moment: { readonly at: number; readonly planned: boolean },
  logsLost: number,
): FaultFigure | undefined {
  const { stoppedAt } = run.task;
  if (outcome === 'losesLogs') return { seconds: logsLost, of: 'logs' };
  if (outcome === 'slowStop')
    return { seconds: roundSeconds(stopTakes(run) - stopTakes(plan)), of: 'longer' };
  if ((outcome !== 'stops' && outcome !== 'neverRuns') || stoppedAt === undefined) return undefined;
  return moment.planned
    ? { seconds: stoppedAt, of: 'start' }
    : { seconds: roundSeconds(stoppedAt - moment.at), of: 'fault' };
}

/** Of those that wait the one that waits for somebody who does not wait himself. */
function rootWait(run: Run): FaultCell['waits'] {
  const waits = endlessPending(run);
  const root = waits.find(({ reason }) => reason !== 'notStarted') ?? waits[0];
  return root && { container: root.container, on: root.on, condition: root.condition };
}

/** A restart policy brings a container back only if it has run that long. Default 300 s (API reference). */
function settledAfter(task: TaskDefinition): ReadonlyMap<number, number> {
  return new Map(
    items(task.containerDefinitions).flatMap(([{ restartPolicy }, index]) =>
      restartPolicy?.enabled
        ? [[index, secondsOr(restartPolicy.restartAttemptPeriod, 300) + 1] as const]
        : [],
    ),
  );
}
