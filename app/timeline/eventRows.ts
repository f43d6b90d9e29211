/** The events of a run in words, a row each. */
import type { Because, Run, RunEventType } from '../../src/simulate/run.ts';
import { containerOf } from '../../src/simulate/stateAt.ts';

export interface EventRow {
  /** Seconds. */
  readonly at: number;
  readonly who: string;
  /** The container's key; absent for an event of the task. */
  readonly key?: string;
  readonly what: string;
  readonly why: string;
}

const MOST = 400;

const WHAT: Readonly<Record<RunEventType, string>> = {
  gateReleased: 'a gate is released',
  gateLapsed: 'a gate closes again',
  pullStarted: 'pull begins',
  pullEnded: 'image is there',
  pullFailed: 'image cannot be pulled',
  created: 'created',
  started: 'RUNNING',
  startFailed: 'cannot be started',
  restarting: 'exited, restarts',
  restartFailed: 'restart fails, exit',
  restarted: 'runs again',
  checkPassed: 'health check passes',
  checkFailed: 'health check fails',
  healthy: 'HEALTHY',
  unhealthy: 'UNHEALTHY',
  startTimeoutPassed: 'startTimeout passed',
  signalled: 'SIGTERM',
  exited: 'exited',
  killed: 'SIGKILL',
  givenUp: 'given up',
  cancelled: 'never ran',
  stopRequested: 'StopTask',
  taskRunning: 'RUNNING',
  taskStopping: 'stops',
  taskStopped: 'STOPPED',
};

function why(type: RunEventType, because: Because): string {
  switch (because.kind) {
    case 'task':
      return 'nothing holds it';
    case 'gate':
      return `${because.on} ${because.condition}`;
    case 'step':
      return STEP[type] ?? `its ${because.step} is over`;
    case 'process':
      return type === 'exited' || type === 'restarting' ? 'by itself' : 'as the scenario says';
    case 'unresolvable':
      return `${because.on} ${because.condition} can never come`;
    case 'essential':
      return `${because.on} is essential and ended`;
    case 'pullFailed':
      return `the image of ${because.on} could not be pulled`;
    case 'startFailed':
      return 'it could not be started';
    case 'stopTask':
      return type === 'stopRequested' ? 'as the scenario says' : 'StopTask';
    case 'taskStopping':
      return 'the task stops';
    case 'dependentStopped':
      return `${because.on} has stopped`;
    case 'stopSignal':
      return 'SIGTERM';
    case 'container':
      return `${because.on} was the last`;
    case 'startTimeout':
    case 'stopTimeout':
      return `${because.kind} of ${because.seconds} s`;
    case 'restartPolicy':
      return `ran ${because.ranFor.toFixed(1)} s of at least ${because.period} s`;
    case 'check':
      return checkWords(because);
    default:
      return never(because);
  }
}

const STEP: Readonly<Partial<Record<RunEventType, string>>> = {
  created: 'its image is there',
  started: 'it is created',
};

function checkWords({ passed, failures, inStartPeriod }: Extract<Because, { kind: 'check' }>): string {
  if (passed) return 'a check passed';
  if (failures === 0) return inStartPeriod ? 'in the start period: it does not count' : 'it does not count';
  return failures === 1 ? 'the first that counts' : `${failures} failed in a row`;
}

function never(because: never): string {
  return because;
}

/** Without routine checks; at most 400 of them, and how many are left out. */
export function eventRows(run: Run): { readonly rows: readonly EventRow[]; readonly left: number } {
  const events = run.events.filter(({ type }) => type !== 'checkPassed');
  const rows = events.map(
    ({ at, container, type, code, because }): EventRow => ({
      at,
      who: container ?? 'Task',
      ...(container === undefined ? {} : { key: container }),
      what: code === undefined ? WHAT[type] : `${WHAT[type]} ${code}`,
      why: [why(type, because), ...reported(run, type, container)].join('; ECS reports '),
    }),
  );
  const all = [...rows, ...healthRows(run)].sort((one, other) => one.at - other.at);
  return { rows: all.slice(0, MOST), left: Math.max(0, all.length - MOST) };
}

/** What ECS itself tells of an end. */
function reported(run: Run, type: RunEventType, container: string | undefined): readonly string[] {
  const { stopCode, stoppedReason } = run.task;
  if (type === 'taskStopped' && stopCode !== undefined) return [`${stopCode}: ${stoppedReason ?? ''}`];
  if (!ENDS.has(type) || container === undefined) return [];
  const reason = containerOf(run, container)?.reason;
  return reason === undefined ? [] : [reason];
}

const ENDS = new Set<RunEventType>(['exited', 'killed', 'givenUp', 'cancelled']);

/** The health of the task, as long as it is meant to run; it is that of its essential containers. */
function healthRows({ task, events }: Run): readonly EventRow[] {
  const { stoppingAt = Number.POSITIVE_INFINITY } = task;
  return task.health.slice(1).flatMap(({ at, health }): EventRow[] => {
    if (at >= stoppingAt) return [];
    const cause = events.findLast(
      ({ at: then, type }) =>
        then === at && (type === 'healthy' || type === 'unhealthy' || type === 'exited'),
    );
    const who = cause?.container === undefined ? 'an essential container' : cause.container;
    return [{ at, who: 'Task', what: `health ${health}`, why: `the health of ${who}` }];
  });
}

/** The rows as text with tabs, as spreadsheets and tickets take it. */
export function eventText(rows: readonly EventRow[]): string {
  const lines = rows.map(({ at, who, what, why: cause }) =>
    [`${at.toFixed(1)} s`, who, what, cause].join('\t').trimEnd(),
  );
  return `${['At', 'Who', 'What', 'Because of'].join('\t')}\n${lines.join('\n')}\n`;
}
