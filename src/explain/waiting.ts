/** Why a container waits, and whether it will ever stop waiting. */
import { type EndlessWait, endlessPending } from '../simulate/endlessPending.ts';
import type { ContainerRun, Run, RunEvent, Span } from '../simulate/run.ts';
import { containerOf } from '../simulate/stateAt.ts';
import { awaited, listed, nameOf, seconds } from './words.ts';

/** For a span of state `waiting`; without the full stop. */
export function whyItWaits(run: Run, container: ContainerRun, span: Span, second: number): string {
  const name = nameOf(run, container.key);
  const waitsFor = span.waitsFor ?? [];
  if (waitsFor.length === 0) {
    const { stoppingAt } = run.task;
    if (stoppingAt !== undefined && stoppingAt <= second)
      return `${name} is stopped once nobody needs it any more`;
    return `${name} is about to go on`;
  }
  const whom = waitsFor.map(({ on, condition }) => `for ${nameOf(run, on)} ${awaited(condition)}`);
  const text = `${name} waits ${listed(whom)}`;
  const end = givenUp(run, container);
  if (end) return `${text}; it ${whyGivenUp(run, container, end)}`;
  const endless = endlessPending(run).find((wait) => wait.container === container.key);
  if (endless) return `${text}, without end: ${whyEndless(run, endless)}`;
  const last = waitsFor
    .toSorted((one, other) => releasedAt(container, one) - releasedAt(container, other))
    .at(-1);
  const on = last && containerOf(run, last.on);
  return on ? `${text}; ${outlook(run, on, last.condition, second, waitsFor.length > 1)}` : text;
}

function releasedAt(
  { gates }: ContainerRun,
  { on, condition }: NonNullable<Span['waitsFor']>[number],
): number {
  const gate = gates.find((candidate) => candidate.on === on && candidate.condition === condition);
  return gate?.releasedAt ?? Number.POSITIVE_INFINITY;
}

/** How far the other one is, and what it needs next. */
function outlook(
  run: Run,
  on: ContainerRun,
  condition: string,
  second: number,
  oneOfSeveral: boolean,
): string {
  const name = nameOf(run, on.key);
  if (on.startedAt === undefined) return `${name} does not start in this run`;
  if (on.startedAt > second) return `${name} starts at ${seconds(on.startedAt)}`;
  if (condition === 'HEALTHY') {
    const next = on.probes.findIndex(({ at }) => at > second);
    const check = on.probes[next];
    if (check) {
      const which = next === 0 ? 'first' : 'next';
      const whose = oneOfSeveral ? `the ${which} check of ${name}` : `its ${which} check`;
      return `${whose} runs at ${seconds(check.at)}${check.passed ? ' and passes' : ''}`;
    }
    const healthy = run.events.find(
      ({ type, container, at }) => type === 'healthy' && container === on.key && at > second,
    );
    return healthy
      ? `it becomes HEALTHY at ${seconds(healthy.at)}`
      : `${name} runs since ${seconds(on.startedAt)}`;
  }
  return `${name} runs since ${seconds(on.startedAt)}${on.stoppedAt === undefined ? '' : ` and leaves at ${seconds(on.stoppedAt)}`}`;
}

/** The event that gives the container up, if the run has it. */
export function givenUp(run: Run, { key }: ContainerRun): RunEvent | undefined {
  return run.events.find(({ type, container }) => type === 'givenUp' && container === key);
}

/** "will never start: …"; to be put after the container's name. */
export function whyGivenUp(run: Run, container: ContainerRun, { because, at }: RunEvent): string {
  const consequence =
    run.task.stopCause === container.key
      ? `ECS gives ${nameOf(run, container.key)} up with exit code 143 and, as it is essential, stops the task`
      : `ECS gives ${nameOf(run, container.key)} up with exit code 143`;
  if (because.kind !== 'unresolvable') return `is given up at ${seconds(at)}`;
  const on = containerOf(run, because.on);
  const name = nameOf(run, because.on);
  switch (because.why) {
    case 'failed': {
      const code =
        on?.exitCode === undefined ? 'ended without an exit code' : `exited with code ${on.exitCode}`;
      return `will never start: ${name} ${code} and SUCCESS needs 0, so ${consequence}`;
    }
    case 'timedOut': {
      const passed = run.events.find(
        ({ type, container: of }) => type === 'startTimeoutPassed' && of === because.on,
      );
      const limit = passed?.because.kind === 'startTimeout' ? ` of ${seconds(passed.because.seconds)}` : '';
      return `will never start: the startTimeout${limit} of ${name} is over at ${seconds(at)}, so ${consequence}`;
    }
    case 'neverStarts':
      return `will never start: ${name} never starts, so ${consequence}`;
    case 'missing':
      return `will never start: ${name} does not exist, so ${consequence}`;
    default:
      return never(because.why);
  }
}

/** The reason of an endless wait; without the full stop. */
export function whyEndless(run: Run, { container, on, condition, reason }: EndlessWait): string {
  const name = nameOf(run, on);
  switch (reason) {
    case 'noHealthCheck':
      return `${name} has no health check`;
    case 'stoppedUnhealthy':
      return `${name} has stopped and can never be HEALTHY`;
    case 'noExitCode':
      return `${name} ended without an exit code`;
    case 'circle':
      return on === container
        ? 'it waits for itself'
        : `${name} waits, directly or not, for ${nameOf(run, container)}`;
    case 'notHealthy':
      return `no check of ${name} passes in this run, and only a startTimeout of ${name} would end the wait`;
    case 'runsOn':
      return `${name} does not exit in this run, and only a startTimeout of ${name} would end the wait`;
    case 'notStarted':
      return `${name} does not start in this run, so it cannot ${condition === 'START' ? 'have started' : 'get that far'}`;
    default:
      return never(reason);
  }
}

function never(value: never): string {
  return value;
}
