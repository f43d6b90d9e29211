/** Questions that several lessons ask, answered by the run. */
import { namedContainers } from '../../model/namedContainers.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { wasRunning } from '../../simulate/outcome.ts';
import type { Run } from '../../simulate/run.ts';
import { inSeconds } from '../../simulate/seconds.ts';
import { containerOf } from '../../simulate/stateAt.ts';
import type { Question } from '../lesson.ts';

type More = Pick<Question, 'scenario'>;

/** The names of all containers, in the order of the file. */
export function names(task: TaskDefinition): readonly string[] {
  return namedContainers(task).map(({ name }) => name);
}

/** Which container is sent the stop signal first. */
export function whoStopsFirst(text: string, more: More = {}): Question {
  return {
    id: 'stops-first',
    text,
    ...more,
    choices: (task) => [...names(task), 'all at once'],
    answer({ events, endsAt }) {
      const at = events.find(({ type }) => type === 'signalled')?.at ?? endsAt;
      const first = events.filter((event) => event.type === 'signalled' && event.at === at);
      const [one] = first;
      return {
        choice: first.length === 1 ? (one?.container ?? '') : 'all at once',
        at,
        why:
          first.length === 1
            ? `At ${inSeconds(at)} the stop signal goes to ${one?.container}; the others wait for it to leave.`
            : `At ${inSeconds(at)} the stop signal goes to ${first.map(({ container }) => container).join(' and ')} together: nobody depends on anybody.`,
      };
    },
  };
}

/** At which second a container starts, from a list of seconds. */
export function whenStarts(
  text: string,
  container: string,
  seconds: readonly number[],
  more: More = {},
): Question {
  const never = 'never';
  return {
    id: `${container}-starts`,
    text,
    ...more,
    choices: () => [...seconds.map(inSeconds), never],
    answer(run) {
      const at = containerOf(run, container)?.startedAt;
      if (at === undefined) {
        return { choice: never, at: run.endsAt, why: `${container} does not start in this run.` };
      }
      return { choice: inSeconds(at), at, why: `${container} starts at ${inSeconds(at)}.` };
    },
  };
}

/** What becomes of the task. */
export function whatBecomes(text: string, more: More = {}): Question {
  const choices = [
    'it runs until it is stopped',
    'it runs, then stops by itself',
    'it stays PENDING',
    'it never runs',
  ];
  return {
    id: 'what-becomes',
    text,
    ...more,
    choices: () => choices,
    answer(run) {
      const [runsOn = '', stops = '', pending = '', never = ''] = choices;
      const { runningAt = 0, stoppingAt = run.endsAt, stopCause } = run.task;
      const byItself = stopCause !== undefined && stopCause !== 'StopTask';
      if (wasRunning(run)) {
        return byItself
          ? { choice: stops, at: stoppingAt, why: `${endsIt(run)} at ${inSeconds(stoppingAt)}.` }
          : { choice: runsOn, at: runningAt, why: `It is RUNNING from ${inSeconds(runningAt)} on.` };
      }
      return byItself
        ? {
            choice: never,
            at: stoppingAt,
            why: `${endsIt(run)} at ${inSeconds(stoppingAt)}, before it was RUNNING.`,
          }
        : {
            choice: pending,
            at: stoppingAt,
            why: 'Somebody waits to the end of the run, and the task with it.',
          };
    },
  };
}

function endsIt({ task: { stopCause = '' }, containers }: Run): string {
  const code = containers.find(({ key }) => key === stopCause)?.exitCode;
  return `${stopCause}, which is essential, ends${code === undefined ? '' : ` with code ${code}`} and takes the task with it`;
}

/** The exit code with which a container ends. */
export function whichCode(
  text: string,
  container: string,
  codes: readonly number[],
  more: More = {},
): Question {
  const none = 'it does not end';
  return {
    id: `${container}-code`,
    text,
    ...more,
    choices: () => [...codes.map(String), none],
    answer(run) {
      const found = containerOf(run, container);
      if (found?.stoppedAt === undefined || found.exitCode === undefined) {
        return { choice: none, at: run.endsAt, why: `${container} does not end in this run.` };
      }
      const { exitCode, stoppedAt } = found;
      return {
        choice: String(exitCode),
        at: stoppedAt,
        why: `${container} ends at ${inSeconds(stoppedAt)} with ${exitCode}.`,
      };
    },
  };
}

/** How long the stop takes, from a list of seconds. */
export function howLongStops(text: string, seconds: readonly number[], more: More = {}): Question {
  return {
    id: 'stop-takes',
    text,
    ...more,
    choices: () => seconds.map(inSeconds),
    answer({ task: { stoppingAt = 0, stoppedAt }, endsAt }) {
      const end = stoppedAt ?? endsAt;
      return {
        choice: inSeconds(end - stoppingAt),
        at: end,
        why: `The stop begins at ${inSeconds(stoppingAt)}, and the task is STOPPED ${inSeconds(end - stoppingAt)} later.`,
      };
    },
  };
}
