/** What a file holds, in one line a task: for a table of very many. Plain data. */
import { readAny } from '../formats/index.ts';
import { read } from '../lens/index.ts';
import { namedContainers } from '../model/namedContainers.ts';
import type { Source } from '../model/reading.ts';
import { check } from '../rules/check.ts';
import { defaultScenario } from '../simulate/defaults.ts';
import { blastRadius } from '../simulate/faults.ts';
import { type Outcome, wasRunning } from '../simulate/outcome.ts';
import { simulate } from '../simulate/simulate.ts';

/** A single fault of a single container, and what it does to the task. */
export interface WorstFault {
  readonly outcome: Outcome;
  readonly container: string;
}

export interface TaskSummary {
  readonly name: string;
  readonly source: Source;
  readonly containers: number;
  readonly errors: number;
  readonly warnings: number;
  /** Seconds until the task is RUNNING when all goes as planned; absent: it never is. */
  readonly runningAt?: number;
  /** Absent: no single fault makes a difference. */
  readonly worst?: WorstFault;
  /** How many faults make it stop, hang or never run. */
  readonly fatal: number;
  /** How many findings of each rule have a fix. */
  readonly fixes: Readonly<Record<string, number>>;
  /** Its images, each once. */
  readonly images: readonly string[];
  /** Whether a change can be written back into the very file. */
  readonly inPlace: boolean;
}

export interface FileSummary {
  readonly tasks: readonly TaskSummary[];
  /** Why there is no task, as a sentence; absent when there is one. */
  readonly problem?: string;
}

/** The worst first. */
const worstFirst: readonly Outcome[] = [
  'neverRuns',
  'hangs',
  'losesLogs',
  'stops',
  'runsBlind',
  'replaced',
  'slowStop',
  'restarts',
  'runsOn',
];
const fatal: ReadonlySet<Outcome> = new Set(['neverRuns', 'hangs', 'losesLogs', 'stops']);

/** Reads a file of any format and sums up its tasks. Never throws. */
export function fileSummary(text: string, path: string): FileSummary {
  const { tasks, problems } = readAny(text, path);
  const [problem] = problems;
  return {
    tasks: tasks.map((task) =>
      taskSummary(task.text, task.source, { name: task.name, inPlace: task.text === text }),
    ),
    ...(tasks.length === 0 && {
      problem: problem === undefined ? 'No task definition was found.' : placed(problem),
    }),
  };
}

function placed({ message, line, column }: { message: string; line?: number; column?: number }): string {
  return line === undefined ? message : `Line ${line}, column ${column ?? 1}: ${message}`;
}

function taskSummary(
  text: string,
  source: Source,
  given: { readonly name: string; readonly inPlace: boolean },
): TaskSummary {
  const reading = read(text, source);
  const { task } = reading;
  const findings = check(reading);
  const scenario = defaultScenario(task);
  const run = simulate(task, scenario);
  const { cells } = blastRadius(task, scenario);
  const [worst] = cells
    .filter(({ outcome }) => worstFirst.includes(outcome))
    .sort((one, other) => worstFirst.indexOf(one.outcome) - worstFirst.indexOf(other.outcome));
  const fixes: Record<string, number> = {};
  for (const { rule, fix } of findings) if (fix) fixes[rule] = (fixes[rule] ?? 0) + 1;
  const containers = namedContainers(task);
  const { runningAt } = run.task;
  return {
    ...given,
    inPlace: given.inPlace && reading.whole,
    source,
    containers: containers.length,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    ...(wasRunning(run) && runningAt !== undefined && { runningAt }),
    ...(worst && { worst: { outcome: worst.outcome, container: worst.container } }),
    fatal: cells.filter(({ outcome }) => fatal.has(outcome)).length,
    fixes,
    images: [...new Set(containers.flatMap(({ definition: { image } }) => image ?? []))],
  };
}
