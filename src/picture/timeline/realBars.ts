/** A run that really happened, as bars above those of the simulated one. */
import type { RealContainer, RealRun } from '../../simulate/realRun.ts';
import { couldNotPull } from '../../simulate/reason.ts';
import type { ContainerState, TaskStatus } from '../../simulate/run.ts';
import { inSeconds, roundSeconds } from '../../simulate/seconds.ts';
import { textWidth } from '../textWidth.ts';
import { type Axis, xOf } from './axis.ts';

export interface RealBar<State = ContainerState> {
  readonly state: State;
  /** Seconds of the simulated run, which begins when the first image is pulled. */
  readonly from: number;
  readonly x: number;
  readonly width: number;
  readonly word: string;
  /** The word inside, from its x on, where there is room. */
  readonly text?: { readonly x: number; readonly text: string };
  /** How it ended: a tag behind the bars. */
  readonly end?: true;
  readonly bad?: true;
  readonly title: string;
}

/** What a strip of real bars adds to each lane, in px. */
export const REAL_HEIGHT = 22;
/** A bar in it, and its distance from the top of the strip. */
export const REAL_BAR = { top: 6, height: 14 } as const;

const ENDS = new Set<ContainerState>(['exited', 'killed', 'givenUp', 'failed', 'neverRan']);

const WORDS: Readonly<Partial<Record<ContainerState, string>>> = {
  waiting: 'waits',
  pulling: 'pull',
  starting: 'starts',
  givenUp: 'given up, 143',
  failed: 'cannot start',
  neverRan: 'never ran',
};

/** Seconds that the axis must hold so that all of the real run has a place on it. */
export function realMoments(real: RealRun | undefined): readonly number[] {
  if (real === undefined) return [];
  const { pullStartedAt, pullStoppedAt, startedAt, stoppingAt, stoppedAt, endsAt } = real;
  return [pullStartedAt, pullStoppedAt, startedAt, stoppingAt, stoppedAt, endsAt].flatMap((at) =>
    at === undefined ? [] : [shifted(real, at)],
  );
}

/** The tags of containers that ended, and when. */
export function realEnds(
  real: RealRun | undefined,
): readonly { readonly at: number; readonly text: string }[] {
  if (real === undefined) return [];
  return real.containers.flatMap((container) =>
    container.spans.flatMap(({ state, from }) =>
      ENDS.has(state) ? [{ at: shifted(real, from), text: wordOf(state, container) }] : [],
    ),
  );
}

/** The bars of one container; none for one that the real run does not have. */
export function realBars(real: RealRun | undefined, name: string, axis: Axis): readonly RealBar[] {
  const container = real?.containers.find((each) => each.name === name);
  if (real === undefined || container === undefined) return [];
  return container.spans.flatMap(({ from, to, state }) => {
    const bar = barOf(real, axis, from, to, state, wordOf(state, container), `Really: ${name}`);
    if (!ENDS.has(state)) return bar === undefined ? [] : [bar];
    const at = shifted(real, from);
    const text = wordOf(state, container);
    const bad = state === 'exited' ? (container.exitCode ?? 0) !== 0 : state !== 'neverRan';
    const x = xOf(axis, at) + 3;
    return [
      {
        state,
        from: at,
        x,
        width: textWidth(text, { size: 11, weight: 500 }) + 12,
        word: text,
        text: { x: x + 6, text },
        end: true,
        ...(bad && { bad }),
        title: `Really: ${name} ${text} at ${inSeconds(at)}${container.reason === undefined ? '' : `. ${container.reason}`}`,
      } as const,
    ];
  });
}

/** The bars of the task itself. */
export function realTaskBars(real: RealRun | undefined, axis: Axis): readonly RealBar<TaskStatus>[] {
  if (real === undefined) return [];
  return real.spans.flatMap(({ from, to, status }) => {
    const bar = barOf(real, axis, from, to, status, status, 'Really: task');
    return bar === undefined ? [] : [bar];
  });
}

/** "; really: pull from 0.0 s, exit 1 from 7.0 s"; empty without bars. */
export function realInWords(bars: readonly RealBar[]): string {
  if (bars.length === 0) return '';
  return `; really: ${bars.map(({ word, from }) => `${word} from ${inSeconds(from)}`).join(', ')}`;
}

/** The simulated run begins with the first pull: what came before is left out. */
function shifted(real: RealRun, at: number): number {
  return Math.max(0, roundSeconds(at - (real.pullStartedAt ?? 0)));
}

function barOf<State extends string>(
  real: RealRun,
  axis: Axis,
  begins: number,
  ends: number,
  state: State,
  word: string,
  who: string,
): RealBar<State> | undefined {
  const [from, to] = [shifted(real, begins), shifted(real, ends)];
  const stopped = state === 'STOPPED';
  if (to <= from && !stopped) return undefined;
  const x = xOf(axis, from);
  const width = stopped ? 64 : Math.max(2, xOf(axis, to) - x);
  const fits = stopped || textWidth(word, { size: 11, weight: 500 }) + 12 <= width;
  return {
    state,
    from,
    x,
    width,
    word,
    ...(fits && { text: { x: x + 6, text: word } }),
    title: `${who} ${word} from ${inSeconds(from)}${to > from ? ` to ${inSeconds(to)}` : ''}`,
  };
}

function wordOf(state: ContainerState, container: RealContainer): string {
  const { exitCode } = container;
  if (state === 'failed' && couldNotPull(container)) return 'cannot pull';
  if (state === 'exited' || state === 'killed') return exitCode === undefined ? 'exited' : `exit ${exitCode}`;
  return WORDS[state] ?? state;
}
