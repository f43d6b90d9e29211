/** What a single fault does to the task, in words: for a cell of the blast radius. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Casualty } from '../simulate/casualties.ts';
import type { FaultId } from '../simulate/faultKinds.ts';
import type { FaultCell } from '../simulate/faults.ts';
import { logLoss } from '../simulate/logLoss.ts';
import type { Outcome } from '../simulate/outcome.ts';
import type { Run } from '../simulate/run.ts';
import { simulate } from '../simulate/simulate.ts';
import { containerOf } from '../simulate/stateAt.ts';
import { headline } from './headline.ts';
import { listed, nameOf, seconds, sentence } from './words.ts';

/** An outcome as it stands in a cell: "Runs blind". */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  asPlanned: 'As planned',
  neverRuns: 'Never runs',
  hangs: 'Hangs',
  stops: 'Stops',
  runsOn: 'Runs on',
  runsBlind: 'Runs blind',
  restarts: 'Restarts',
  replaced: 'Replaced',
  slowStop: 'Slow stop',
  losesLogs: 'Loses logs',
};

/** The number of a cell: "8.0 s" from the start of the task, "+5.0 s" from the fault or beyond the plan; empty without one. */
export function figureWords({ figure }: Pick<FaultCell, 'figure'>): string {
  if (!figure) return '';
  const plus = figure.of === 'fault' || figure.of === 'longer' ? '+' : '';
  return `${plus}${seconds(figure.seconds)}`;
}

/** What strikes, to what effect, and who goes down in which order: two or three sentences. */
export function faultSentence(task: TaskDefinition, cell: FaultCell): string {
  const run = simulate(task, cell.scenario);
  return `${sentence(struck(run, cell))} ${effect(task, run, cell)}`;
}

const deeds: Readonly<Record<FaultId, string>> = {
  exits0: 'exits with code 0',
  exits1: 'exits with code 1',
  killed: 'is killed for want of memory, code 137,',
  neverHealthy: 'never answers its health check',
  turnsUnhealthy: 'stops answering its health check',
  cannotStart: 'cannot be started',
  ignoresSigterm: 'ignores SIGTERM',
};

function struck(run: Run, { container, fault, at, phase }: FaultCell): string {
  const name = nameOf(run, container);
  if (fault === 'ignoresSigterm') return `StopTask is called at ${seconds(at)}, and ${name} ${deeds[fault]}`;
  if (fault === 'neverHealthy') return `${name} runs from ${seconds(at)} on and ${deeds[fault]}`;
  const when = phase === 'running' ? ', while the task is RUNNING' : '';
  return `${name} ${deeds[fault]} at ${seconds(at)}${when}`.replace(',,', ',');
}

function effect(task: TaskDefinition, run: Run, cell: FaultCell): string {
  const name = nameOf(run, cell.container);
  const { stoppedAt, stoppingAt = cell.at } = run.task;
  switch (cell.outcome) {
    case 'asPlanned':
      return 'Nothing differs from the plan.';
    case 'hangs':
      return headline(run);
    case 'neverRuns':
      return `${headline(run)}${order(run, cell, stoppingAt)}`;
    case 'stops':
      return `${sentence(essentialOne(run, cell))}${order(run, cell, stoppingAt)}`;
    case 'losesLogs':
      return `${sentence(`${writers(task, run)} for ${seconds(cell.logsLost)} while nobody takes the logs`)}${
        stoppedAt === undefined ? '' : order(run, cell, stoppingAt)
      }`;
    case 'runsBlind':
      return sentence(`The task runs on without it, and ${writers(task, run)} while nobody takes the logs`);
    case 'restarts':
      return sentence(`its restart policy starts ${name} again, and the task runs on`).replace(/^i/, 'I');
    case 'replaced':
      return `${sentence(unhealthyFrom(run, cell.container, name))} ECS does not stop the task for that; the scheduler of its service replaces it.`;
    case 'slowStop':
      return slowStop(run, cell);
    case 'runsOn':
      return runsOn(run, cell, name);
    default:
      return never(cell.outcome);
  }
}

function essentialOne(run: Run, { container }: FaultCell): string {
  const cause = run.task.stopCause ?? container;
  const who = cause === container ? 'It' : nameOf(run, cause);
  return cause === container ? `${who} is essential, so the task stops` : `${who} stops the task`;
}

/** " Then app leaves at 75.3 s and log-router at 78.0 s. All is STOPPED 4.0 s after the fault." */
function order(run: Run, { ends, container, at, fault }: FaultCell, from: number): string {
  const others = ends.filter((end) => end.container !== container && end.at >= from && end.how !== 'givenUp');
  const ran = others.filter(({ how }) => how !== 'neverRuns');
  const then = ran.length === 0 ? '' : ` ${sentence(`Then ${listed(ran.map((end) => endWords(run, end)))}`)}`;
  const { stoppedAt } = run.task;
  if (stoppedAt === undefined) return then;
  const after = stoppedAt - at;
  return `${then} ${sentence(`All is STOPPED at ${seconds(stoppedAt)}${after > 0 && fault !== 'neverHealthy' ? `, ${seconds(after)} after the fault` : ''}`)}`;
}

function endWords(run: Run, { container, how, at }: Casualty): string {
  const name = nameOf(run, container);
  return how === 'killed' ? `${name} is killed at ${seconds(at)}` : `${name} leaves at ${seconds(at)}`;
}

function writers(task: TaskDefinition, run: Run): string {
  const keys = [...new Set(logLoss(task, run).map(({ container }) => container))];
  const names = listed(keys.map((key) => nameOf(run, key)));
  return `${names} ${keys.length === 1 ? 'writes' : 'write'}`;
}

function unhealthyFrom(run: Run, key: string, name: string): string {
  const at = run.events.find(({ type, container }) => type === 'unhealthy' && container === key)?.at;
  return at === undefined ? `${name} is not HEALTHY` : `${name} is UNHEALTHY from ${seconds(at)} on`;
}

function slowStop(run: Run, { container, at, figure, ends }: FaultCell): string {
  const killed = ends.find((end) => end.container === container);
  const name = nameOf(run, container);
  const kill = killed ? `${name} is killed at ${seconds(killed.at)}, at the end of its stop timeout. ` : '';
  const took = seconds((run.task.stoppedAt ?? run.endsAt) - at);
  return `${kill}The stop takes ${took}, ${seconds(figure?.seconds ?? 0)} longer than planned.`;
}

function runsOn(run: Run, { container, fault }: FaultCell, name: string): string {
  const { essential, stoppedAt, startedAt } = containerOf(run, container) ?? {};
  if (stoppedAt === undefined) return `ECS only reports it: the task runs on with ${name} UNHEALTHY.`;
  if (fault === 'ignoresSigterm') return 'The task stops no later than planned.';
  const ends = startedAt === undefined ? 'it never runs' : 'it is gone';
  return `${sentence(essential ? `${name} has ended` : `It is not essential: ${ends}, and the task runs on without it`)}`;
}

function never(value: never): string {
  return value;
}
