/** Why a container is where it is at one second of a run, in one sentence. */
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { couldNotPull } from '../simulate/reason.ts';
import type { ContainerKey, ContainerRun, Run, RunEvent, Span } from '../simulate/run.ts';
import { containerOf, spanAt } from '../simulate/stateAt.ts';
import { givenUp, whyGivenUp, whyItWaits } from './waiting.ts';
import { awaited, listed, nameOf, seconds, sentence } from './words.ts';

/**
 * "app waits for envoy to be HEALTHY; its first check runs at 7.0 s." Empty for a key that the run does not have. The
 * run is known to its end, so the sentence says what comes as well.
 */
export function whyAt(run: Run, task: TaskDefinition, container: ContainerKey, second: number): string {
  const found = containerOf(run, container);
  const span = found && spanAt(found, second);
  return found && span ? sentence(words(run, task, found, span, second)) : '';
}

function words(run: Run, task: TaskDefinition, container: ContainerRun, span: Span, second: number): string {
  const name = nameOf(run, container.key);
  const since = `since ${seconds(span.from)}`;
  switch (span.state) {
    case 'waiting':
      return whyItWaits(run, container, span, second);
    case 'pulling':
      return `${name} pulls its image until ${seconds(span.to)}; ${whatReleased(run, container, span.from)}`;
    case 'starting':
      return `${name} is being started until ${seconds(span.to)}`;
    case 'notReady':
      return `${name} runs, but no check has passed yet; ${nextCheck(run, container, second)}`;
    case 'running':
      return `${name} runs ${since}; it has no health check${held(run, container, second)}`;
    case 'healthy':
      return `${name} is HEALTHY ${since}${held(run, container, second)}`;
    case 'unhealthy':
      return `${name} is UNHEALTHY ${since}${failedChecks(run, container, span.from)}; ECS only reports it, and in a service the scheduler replaces the task${held(run, container, second)}`;
    case 'restarting':
      return `${name} is restarted by its restart policy until ${seconds(span.to)}`;
    case 'stopping':
      return stopping(run, container, span);
    case 'exited':
    case 'killed':
      return ended(run, task, container);
    case 'givenUp': {
      const event = givenUp(run, container);
      return event ? `${name} ${whyGivenUp(run, container, event)}` : `${name} is given up`;
    }
    case 'failed':
      if (couldNotPull(container))
        return `the image of ${name} could not be pulled: the pull failed at ${seconds(span.from)}${consequence(run, container)}`;
      return `${name} cannot be started: the runtime refused it at ${seconds(span.from)}${consequence(run, container)}`;
    case 'neverRan':
      return `${name} never ran: the task was stopped at ${seconds(run.task.stoppingAt ?? span.from)} while it waited or pulled its image`;
    default:
      return never(span.state);
  }
}

function whatReleased(run: Run, { key }: ContainerRun, at: number): string {
  const cause = eventOf(run, key, 'pullStarted', at)?.because;
  if (cause?.kind !== 'gate') return 'nothing holds it';
  return `it waited for ${nameOf(run, cause.on)} ${awaited(cause.condition)}, which held at ${seconds(at)}`;
}

function nextCheck(run: Run, { key, probes }: ContainerRun, second: number): string {
  const next = probes.findIndex(({ at }) => at > second);
  const check = probes[next];
  if (check) {
    const which = probes[next - 1] ? 'next' : 'first';
    return `its ${which} check runs at ${seconds(check.at)} and ${check.passed ? 'passes' : 'fails'}`;
  }
  const healthy = run.events.find(
    ({ type, container, at }) => type === 'healthy' && container === key && at > second,
  );
  return healthy ? `it is reported HEALTHY at ${seconds(healthy.at)}` : 'none passes in this run';
}

function failedChecks(run: Run, { key }: ContainerRun, at: number): string {
  const cause = eventOf(run, key, 'unhealthy', at)?.because;
  return cause?.kind === 'check' ? `, after ${cause.failures} failed checks in a row` : '';
}

/** While the task stops: whom it has to outlive. */
function held(run: Run, { key, signalledAt }: ContainerRun, second: number): string {
  const { stoppingAt } = run.task;
  if (stoppingAt === undefined || second < stoppingAt) return '';
  const before = run.containers.filter(
    ({ gates, stoppedAt }) =>
      gates.some(({ on }) => on === key) && (stoppedAt ?? Number.POSITIVE_INFINITY) > second,
  );
  if (before.length === 0 || signalledAt === undefined) return '';
  return `; the task stops, and it may stop only after ${listed(before.map((other) => nameOf(run, other.key)))}`;
}

function stopping(run: Run, { key, stoppedAt, signalledAt = 0, exitCode }: ContainerRun, span: Span): string {
  const cause = eventOf(run, key, 'signalled', signalledAt)?.because;
  const after = cause?.kind === 'dependentStopped' ? `, since ${nameOf(run, cause.on)} is gone,` : '';
  const text = `${nameOf(run, key)} got the stop signal at ${seconds(signalledAt)}${after}`;
  if (stoppedAt === undefined) return `${text} and is still there when this run ends`;
  const killed = run.events.some(({ type, container }) => type === 'killed' && container === key);
  return killed
    ? `${text} and is killed at ${seconds(span.to)}, when its stop timeout of ${seconds(stoppedAt - signalledAt)} is over`
    : `${text} and leaves at ${seconds(stoppedAt)} with code ${exitCode ?? 0}`;
}

function ended(run: Run, task: TaskDefinition, container: ContainerRun): string {
  const { key, stoppedAt = 0, exitCode, signalledAt, index } = container;
  const killed = run.events.some(({ type, container: of }) => type === 'killed' && of === key);
  const text = killed
    ? `${nameOf(run, key)} was killed at ${seconds(stoppedAt)}, at the end of its stop timeout: exit code 137`
    : `${nameOf(run, key)} exited with code ${exitCode ?? 0} at ${seconds(stoppedAt)}`;
  if (signalledAt !== undefined) return `${text}, as the task stops`;
  const policy = task.containerDefinitions?.[index]?.restartPolicy;
  const refused = run.events.some(({ type, container: of }) => type === 'restartFailed' && of === key);
  const final = refused
    ? ', and its restart failed'
    : policy?.enabled === true
      ? ', and its restart policy does not restart that'
      : '';
  return `${text}${final}${consequence(run, container)}`;
}

function consequence(run: Run, { key, essential }: ContainerRun): string {
  if (run.task.stopCause === key) return '; it is essential, so the task stops';
  return essential ? '' : '; it is not essential, so the task goes on without it';
}

function eventOf(run: Run, key: ContainerKey, type: RunEvent['type'], at: number): RunEvent | undefined {
  return run.events.find((event) => event.type === type && event.container === key && event.at === at);
}

function never(state: never): string {
  return state;
}
