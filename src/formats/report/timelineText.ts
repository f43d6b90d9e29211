/** A run as a table of text: one line a container, what it does until all run, and how it ends. */
import { couldNotPull } from '../../simulate/reason.ts';
import type { ContainerRun, ContainerState, Run, Span } from '../../simulate/run.ts';

const WORDS: Readonly<Record<ContainerState, string>> = {
  waiting: 'waits',
  pulling: 'pulls',
  starting: 'starts',
  notReady: 'not healthy yet',
  running: 'runs',
  healthy: 'HEALTHY',
  unhealthy: 'UNHEALTHY',
  restarting: 'restarts',
  stopping: 'stops',
  exited: 'exited',
  killed: 'killed',
  givenUp: 'given up',
  failed: 'cannot start',
  neverRan: 'never ran',
};

/** At most so many stretches a container; a restart loop has thousands. */
const MOST_SPANS = 12;

/** Lines of `name  0.0 waits · 12.0 pulls · …`, names in one column; seconds from the start of the task. */
export function timelineText(run: Run): string {
  const width = Math.max(4, ...run.containers.map((container) => nameOf(container).length));
  const task = run.task.spans.map(({ from, status }) => at(from, status)).join(' · ');
  const lines = run.containers.map(
    (container) => `${nameOf(container).padEnd(width)}  ${stretches(container)}`,
  );
  return [`${'task'.padEnd(width)}  ${task}`, ...lines].join('\n');
}

function nameOf({ name, index }: ContainerRun): string {
  return index === -1 ? 'Service Connect' : name.replace(/\s+/g, ' ').trim() || 'no name';
}

function stretches(container: ContainerRun): string {
  const { spans } = container;
  const shown = spans.slice(0, MOST_SPANS).map((span) => at(span.from, stateOf(span, container)));
  return [...shown, ...(spans.length > MOST_SPANS ? [`${spans.length - MOST_SPANS} more`] : [])].join(' · ');
}

function stateOf({ state, waitsFor = [] }: Span, container: ContainerRun): string {
  const { exitCode } = container;
  if (state === 'failed' && couldNotPull(container)) return 'cannot be pulled';
  if (state === 'waiting' && waitsFor.length > 0) {
    return `waits for ${waitsFor.map(({ on, condition }) => `${on} ${condition}`).join(', ')}`;
  }
  return state === 'exited' && exitCode !== undefined ? `exited ${exitCode}` : WORDS[state];
}

function at(seconds: number, words: string): string {
  return `${seconds.toFixed(1)} ${words}`;
}
