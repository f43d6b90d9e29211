/** What a container does at a second of its run, in the words of a card. */
import { couldNotPull } from '../../src/simulate/reason.ts';
import type { ContainerRun, ContainerState, Run, Span } from '../../src/simulate/run.ts';

/** The looks that states share; each has a tint, a glyph and a word in the screen's kit. */
export type LifecycleState =
  | 'waiting'
  | 'pulling'
  | 'starting'
  | 'notReady'
  | 'running'
  | 'healthy'
  | 'unhealthy'
  | 'stopping'
  | 'exited'
  | 'neverRan'
  | 'failed'
  | 'givenUp';

export interface StateWords {
  readonly state: LifecycleState;
  readonly words: string;
}

const LOOKS: Readonly<Record<ContainerState, LifecycleState>> = {
  waiting: 'waiting',
  pulling: 'pulling',
  starting: 'starting',
  notReady: 'notReady',
  running: 'running',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  restarting: 'starting',
  stopping: 'stopping',
  exited: 'exited',
  killed: 'failed',
  givenUp: 'givenUp',
  failed: 'failed',
  neverRan: 'neverRan',
};

/** The stretch of a container's life that holds a second; the last one for every later second. */
export function spanAt(container: ContainerRun, second: number): Span | undefined {
  return container.spans.findLast(({ from }) => from <= second) ?? container.spans[0];
}

const wordsPerSpan = new WeakMap<Span, StateWords>();

/**
 * State and words of one container at a second; nothing for one that the run does not know. The same object for all
 * seconds of a stretch, so that a card is drawn anew only when something changes for it.
 */
export function stateWordsAt(run: Run, key: string, second: number): StateWords | undefined {
  const container = run.containers.find((each) => each.key === key);
  const span = container === undefined ? undefined : spanAt(container, second);
  if (container === undefined || span === undefined) return undefined;
  const known = wordsPerSpan.get(span);
  if (known !== undefined) return known;
  const words = { state: look(span, container), words: wordsOf(span, container) };
  wordsPerSpan.set(span, words);
  return words;
}

function look({ state }: Span, { exitCode }: ContainerRun): LifecycleState {
  return state === 'exited' && exitCode !== undefined && exitCode !== 0 ? 'failed' : LOOKS[state];
}

function wordsOf({ state, waitsFor }: Span, container: ContainerRun): string {
  const { exitCode } = container;
  switch (state) {
    case 'waiting': {
      const [first, ...more] = waitsFor ?? [];
      if (first === undefined) return 'Waiting';
      return more.length === 0 ? `Waits for ${first.on}` : `Waits for ${first.on} and ${more.length} more`;
    }
    case 'pulling':
      return 'Pulling';
    case 'starting':
      return 'Starting';
    case 'notReady':
      return 'Not ready';
    case 'running':
      return 'Running';
    case 'healthy':
      return 'Healthy';
    case 'unhealthy':
      return 'Unhealthy';
    case 'restarting':
      return 'Restarting';
    case 'stopping':
      return 'Stopping';
    case 'exited':
      return exitCode === undefined ? 'Exited' : `Exited ${exitCode}`;
    case 'killed':
      return 'Killed 137';
    case 'givenUp':
      return 'Given up, 143';
    case 'failed':
      return couldNotPull(container) ? 'Cannot be pulled' : 'Cannot start';
    case 'neverRan':
      return 'Never ran';
  }
}
