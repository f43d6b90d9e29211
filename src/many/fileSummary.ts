/** What a file holds, in one line a task: for a table of very many. Plain data. */
import type { FoundTask } from '../formats/format.ts';
import { formats, readAny } from '../formats/index.ts';
import { read, sourcesIn } from '../lens/index.ts';
import { namedContainers } from '../model/namedContainers.ts';
import type { Reading, Source } from '../model/reading.ts';
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
  /** How the file itself holds it, so that a change is written into the very file; absent where it cannot be. */
  readonly place?: Source;
  /** Why no change can be written into the file, as a sentence; absent where one can. */
  readonly fixed?: string;
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
  const { format, tasks, problems } = readAny(text, path);
  const [problem] = problems;
  return {
    tasks: tasks.map((task) => ({ ...taskSummary(task), ...whereIn(text, format, task) })),
    ...(tasks.length === 0 && {
      problem: problem === undefined ? 'No task definition was found.' : placed(problem),
    }),
  };
}

/** Where in the file the task stands, or why no change can be written there. */
function whereIn(
  text: string,
  format: string | undefined,
  task: FoundTask,
): Pick<TaskSummary, 'place' | 'fixed'> {
  const { label = 'This form', holdsMore = false } = formats.find(({ id }) => id === format) ?? {};
  const place = task.text === text ? task.source : holdsMore ? placeOfOnly(text, task) : undefined;
  if (place === undefined)
    return { fixed: `${label}: read here, not written. Open the task to change and export it.` };
  if (!read(text, place).whole)
    return { fixed: 'The file cannot be read to its end: what is wrong in it has to be mended first.' };
  return { place };
}

/** The place of the only task of a JSON file, where it has the containers that were read of it. */
function placeOfOnly(text: string, task: FoundTask): Source | undefined {
  const [place, second] = sourcesIn(text);
  if (place === undefined || second !== undefined) return undefined;
  const names = (reading: Reading) => namedContainers(reading.task).map(({ key }) => key);
  const same = String(names(read(text, place))) === String(names(read(task.text, task.source)));
  return same ? place : undefined;
}

function placed({ message, line, column }: { message: string; line?: number; column?: number }): string {
  return line === undefined ? message : `Line ${line}, column ${column ?? 1}: ${message}`;
}

function taskSummary({ name, text, source }: FoundTask): TaskSummary {
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
    name,
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
