/** A run that really happened: what `aws ecs describe-tasks` says of a task, in seconds from its creation. */
import type { Path } from '../model/path.ts';
import { givenUpSpans, inARow, type RealSpan, spansOf } from './realSpans.ts';
import type { ContainerState, TaskStatus } from './run.ts';
import { roundSeconds } from './seconds.ts';

export interface RealRun {
  /** The last part of the ARN; empty when there is none. */
  readonly id: string;
  readonly lastStatus: string;
  /** Seconds from `createdAt`, as far as they are said; where that is missing, from the earliest time. */
  readonly pullStartedAt?: number;
  readonly pullStoppedAt?: number;
  readonly startedAt?: number;
  readonly stoppingAt?: number;
  readonly stoppedAt?: number;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  /** The last second that is known. */
  readonly endsAt: number;
  readonly spans: readonly { readonly from: number; readonly to: number; readonly status: TaskStatus }[];
  readonly containers: readonly RealContainer[];
}

export interface RealContainer {
  readonly name: string;
  readonly lastStatus: string;
  readonly exitCode?: number;
  readonly reason?: string;
  readonly healthStatus?: string;
  /** DescribeTasks tells times of the task only: the spans of a container are those of its task. */
  readonly spans: readonly RealSpan[];
}

export interface RealProblem {
  readonly path: Path;
  readonly text: string;
}

export interface RealRuns {
  readonly runs: readonly RealRun[];
  readonly problems: readonly RealProblem[];
}

type Data = Readonly<Record<string, unknown>>;

/**
 * Reads the JSON that describe-tasks prints: `{"tasks": […]}`, a list of tasks, or one task. Times are ISO texts or
 * seconds since 1970. Never throws: what cannot be read is named with its place, the rest is read.
 */
export function readRealRuns(text: string): RealRuns {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return { runs: [], problems: [{ path: [], text: `This is not the JSON of describe-tasks: ${why}.` }] };
  }
  const problems: RealProblem[] = [];
  const runs: RealRun[] = [];
  for (const [item, path] of tasksIn(data)) {
    const task = recordOf(item);
    if (task && (Array.isArray(task.containers) || task.lastStatus !== undefined)) {
      runs.push(realRun(task, path, problems));
    } else problems.push({ path, text: 'This is no task: it has neither containers nor a lastStatus.' });
  }
  const failures = recordOf(data)?.failures;
  if (Array.isArray(failures)) {
    failures.forEach((failure, place) => {
      const reason = textOf(recordOf(failure)?.reason) ?? 'no reason given';
      problems.push({ path: ['failures', place], text: `ECS did not find a task: ${reason}.` });
    });
  }
  if (runs.length === 0 && problems.length === 0) {
    problems.push({ path: [], text: 'There is no task in it. Paste the output of aws ecs describe-tasks.' });
  }
  return { runs, problems };
}

function tasksIn(data: unknown): readonly (readonly [item: unknown, path: Path])[] {
  const tasks = recordOf(data)?.tasks;
  if (Array.isArray(tasks)) return tasks.map((task, place) => [task, ['tasks', place]] as const);
  if (Array.isArray(data)) return data.map((task, place) => [task, [place]] as const);
  return [[data, []]];
}

const TIMES = [
  'createdAt',
  'pullStartedAt',
  'pullStoppedAt',
  'startedAt',
  'stoppingAt',
  'stoppedAt',
] as const;

function realRun(task: Data, path: Path, problems: RealProblem[]): RealRun {
  const clock: Partial<Record<(typeof TIMES)[number], number>> = {};
  for (const name of TIMES) {
    const value = task[name];
    const at = secondsSince1970(value);
    if (at !== undefined) clock[name] = at;
    else if (value !== undefined && value !== null) {
      problems.push({ path: [...path, name], text: `${name} is not a time.` });
    }
  }
  const start = clock.createdAt ?? Math.min(...Object.values(clock));
  const after = (at: number | undefined) =>
    at === undefined ? undefined : Math.max(0, roundSeconds(at - start));
  const times = Object.fromEntries(
    TIMES.slice(1).flatMap((name) => (clock[name] === undefined ? [] : [[name, after(clock[name])]])),
  ) as Pick<RealRun, 'pullStartedAt' | 'pullStoppedAt' | 'startedAt' | 'stoppingAt' | 'stoppedAt'>;
  const endsAt = Math.max(0, ...Object.values(times));
  const stopCode = textOf(task.stopCode);
  const stoppedReason = textOf(task.stoppedReason);
  const containers = Array.isArray(task.containers) ? task.containers : [];
  return {
    id: textOf(task.taskArn)?.split('/').at(-1) ?? '',
    lastStatus: textOf(task.lastStatus) ?? '',
    ...times,
    ...(stopCode !== undefined && { stopCode }),
    ...(stoppedReason !== undefined && { stoppedReason }),
    endsAt,
    spans: taskSpans(times, endsAt),
    containers: containers.flatMap((item, place) => {
      const container = recordOf(item);
      if (container) return realContainer(container, times, endsAt);
      problems.push({ path: [...path, 'containers', place], text: 'This is no container.' });
      return [];
    }),
  };
}

type Times = Pick<RealRun, 'pullStartedAt' | 'pullStoppedAt' | 'startedAt' | 'stoppingAt' | 'stoppedAt'>;

function taskSpans({ startedAt, stoppingAt, stoppedAt }: Times, endsAt: number): RealRun['spans'] {
  const starts: readonly (readonly [TaskStatus, number | undefined])[] = [
    ['PENDING', 0],
    ['RUNNING', startedAt],
    ['STOPPING', stoppingAt],
    ['STOPPED', stoppedAt],
  ];
  return inARow(starts, endsAt).map(({ from, to, what }) => ({ from, to, status: what }));
}

function realContainer(container: Data, times: Times, endsAt: number): RealContainer {
  const { pullStartedAt, pullStoppedAt, startedAt, stoppingAt, stoppedAt } = times;
  const code = container.exitCode;
  const exitCode = typeof code === 'number' && Number.isInteger(code) ? code : undefined;
  const reason = textOf(container.reason);
  const healthStatus = textOf(container.healthStatus);
  const lastStatus = textOf(container.lastStatus) ?? '';
  const ended = lastStatus === 'STOPPED';
  const ran = exitCode !== undefined || (!ended && lastStatus === 'RUNNING');
  const end = endState(exitCode, reason);
  const runs =
    healthStatus === 'HEALTHY' ? 'healthy' : healthStatus === 'UNHEALTHY' ? 'unhealthy' : 'running';
  const starts: readonly (readonly [ContainerState, number | undefined])[] = [
    ['waiting', 0],
    ['pulling', pullStartedAt],
    ['starting', pullStoppedAt],
    [runs, ran ? (startedAt ?? pullStoppedAt) : undefined],
    ['stopping', ran ? stoppingAt : undefined],
    [end, ended ? (stoppedAt ?? endsAt) : undefined],
  ];
  return {
    name: textOf(container.name) ?? '',
    lastStatus,
    ...(exitCode !== undefined && { exitCode }),
    ...(reason !== undefined && { reason }),
    ...(healthStatus !== undefined && { healthStatus }),
    spans: ended && end === 'givenUp' ? givenUpSpans({ ...times, endsAt }) : spansOf(starts, endsAt),
  };
}

function endState(exitCode: number | undefined, reason: string | undefined): ContainerState {
  if (reason?.includes('dependency graph')) return 'givenUp';
  if (exitCode === 137) return 'killed';
  if (exitCode !== undefined) return 'exited';
  return reason === undefined ? 'neverRan' : 'failed';
}

/** ISO text, seconds or milliseconds since 1970; `undefined` for anything else. */
function secondsSince1970(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value > 1e11 ? value / 1000 : value;
  if (typeof value !== 'string') return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at / 1000;
}

function recordOf(value: unknown): Data | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
