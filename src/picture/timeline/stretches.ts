/** The life of one container along its lane: bars, waits, and the tag that says how it ended. */

import { couldNotPull } from '../../simulate/reason.ts';
import type { ContainerRun, ContainerState } from '../../simulate/run.ts';
import type { WaitCost } from '../../simulate/waitCosts.ts';
import { textWidth } from '../textWidth.ts';
import { type Axis, xOf } from './axis.ts';
import { time } from './time.ts';

export interface Bar {
  readonly state: Exclude<
    ContainerState,
    'waiting' | 'exited' | 'killed' | 'givenUp' | 'failed' | 'neverRan'
  >;
  /** Seconds. */
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
  /** The word inside, from its x on, where there is room that no arrow crosses. */
  readonly text?: { readonly x: number; readonly text: string };
  readonly title: string;
}

export interface Wait {
  /** Seconds. */
  readonly from: number;
  readonly x: number;
  readonly width: number;
  readonly text?: { readonly x: number; readonly text: string };
  readonly title: string;
}

export interface Tag {
  /** Seconds. */
  readonly at: number;
  readonly x: number;
  readonly width: number;
  readonly text: string;
  readonly bad: boolean;
  readonly title: string;
}

/** What a bar is called. */
export const BAR_WORDS: Readonly<Record<Bar['state'], string>> = {
  pulling: 'pull',
  starting: 'start',
  notReady: 'not ready',
  running: 'running',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  restarting: 'restarts',
  stopping: 'stopping',
};

/** What stands in the lane already, or goes through it. */
export interface InTheWay {
  /** The x of lines that go on through the lane. */
  readonly crossings: readonly number[];
  readonly labels: readonly { readonly x: number; readonly width: number }[];
  /** The x of the checks of health that are drawn. */
  readonly pins: readonly number[];
  /** What gates on the way to RUNNING cost. */
  readonly costs: readonly WaitCost[];
}

/** In the order of time. */
export function stretches(
  container: ContainerRun,
  axis: Axis,
  { crossings, labels, pins, costs }: InTheWay,
): { readonly bars: readonly Bar[]; readonly waits: readonly Wait[]; readonly tags: readonly Tag[] } {
  const bars: Bar[] = [];
  const waits: Wait[] = [];
  const tags: Tag[] = [];
  const breaks = axis.breaks.map(({ x, width }) => ({ x: x - 4, width: width + 8 }));
  const taken = labels.map(({ x, width }) => ({ x: x - 8, width: width + 16 }));
  for (const { from, to, state, waitsFor = [] } of container.spans) {
    const x = xOf(axis, from);
    const width = Math.max(0, xOf(axis, to) - x);
    switch (state) {
      case 'waiting': {
        const text =
          waitsFor.length === 0 ? 'waits' : `waits for ${waitsFor.map(({ on }) => on).join(' and ')}`;
        const lines = crossings.map((each) => ({ x: each - 6, width: 12 }));
        const words = [...costWords(costs, container.key, to), text];
        const placed =
          words.map((each) => placeFor(each, x, width, [...breaks, ...taken, ...lines])).find(Boolean) ??
          placeFor(text, x, width, [...breaks, ...taken]);
        waits.push({
          from,
          x,
          width,
          title: `${container.key} ${text} from ${time(from)} to ${time(to)}`,
          ...(placed === undefined ? {} : { text: placed }),
        });
        break;
      }
      case 'exited':
      case 'killed':
      case 'givenUp':
      case 'failed':
      case 'neverRan': {
        const text = endWords(container, state);
        tags.push({
          at: from,
          x: x + 3,
          width: tagWidth(text),
          text,
          bad: state !== 'exited' ? state !== 'neverRan' : (container.exitCode ?? 0) !== 0,
          title: `${container.key}: ${text} at ${time(from)}${container.reason === undefined ? '' : `. ${container.reason}`}`,
        });
        break;
      }
      default: {
        const text = BAR_WORDS[state];
        const edges = axis.breaks.flatMap((each) => [each.x, each.x + each.width]);
        const at = roomFor(text, x, width, state === 'notReady', [
          ...crossings,
          ...edges,
          ...pins.filter((pin) => pin > x + 2),
        ]);
        bars.push({
          state,
          from,
          to,
          x,
          width: Math.max(2, width),
          title: `${container.key}: ${text} from ${time(from)} to ${time(to)}`,
          ...(at === undefined ? {} : { text: { x: at, text } }),
        });
      }
    }
  }
  return { bars, waits, tags };
}

/** How a container ended, on its tag. */
export function endWords(container: ContainerRun, state: ContainerState): string {
  const { exitCode } = container;
  if (state === 'givenUp') return 'given up, 143';
  if (state === 'failed') return couldNotPull(container) ? 'cannot pull' : 'cannot start';
  if (state === 'neverRan') return 'never ran';
  return exitCode === undefined ? 'exited' : `exit ${exitCode}`;
}

/** The width of a tag with these words. */
export function tagWidth(text: string): number {
  return textWidth(text, { size: 11, weight: 500 }) + 12;
}

/** "held 9.0 s by envoy", for the wait that ends when the gate is released; with what is free to gain if there is room. */
function costWords(costs: readonly WaitCost[], container: string, until: number): readonly string[] {
  const cost = costs.find(
    ({ container: held, at, held: seconds }) => held === container && at === until && seconds > 0,
  );
  if (cost === undefined) return [];
  const words = `held ${cost.held.toFixed(1)} s by ${cost.on}`;
  return cost.idle > 0 ? [`${words}, ${cost.idle.toFixed(1)} s of it free`, words] : [words];
}

interface Part {
  readonly x: number;
  readonly width: number;
}

/** Where words of 12 px stand in the middle of a line, or of its widest part that nothing takes. */
function placeFor(
  text: string,
  x: number,
  width: number,
  taken: readonly Part[],
): { readonly x: number; readonly text: string } | undefined {
  const length = textWidth(text, { size: 12 });
  const [from, to] = [x + 8, x + width - 8];
  const cuts = taken.filter((each) => each.x < to && each.x + each.width > from).sort((a, b) => a.x - b.x);
  const middle = (x + x + width - length) / 2;
  if (to - from >= length && cuts.every((each) => middle + length <= each.x || middle >= each.x + each.width))
    return { x: middle, text };
  let start = from;
  let widest = { start, room: 0 };
  for (const cut of [...cuts, { x: to, width: 0 }]) {
    if (cut.x - start > widest.room) widest = { start, room: cut.x - start };
    start = Math.max(start, cut.x + cut.width);
  }
  return widest.room < length ? undefined : { x: widest.start + (widest.room - length) / 2, text };
}

/** Where a word of 11 px may begin inside a bar, clear of the arrows that cross it. */
export function roomFor(
  text: string,
  x: number,
  width: number,
  centred: boolean,
  crossings: readonly number[],
): number | undefined {
  const length = textWidth(text, { size: 11, weight: 500 });
  const first = centred ? x + (width - length) / 2 : x + 6;
  const starts = [
    first,
    ...crossings.filter((each) => each > x - 7 && each < x + width).map((each) => each + 9),
  ];
  return starts.find(
    (start) =>
      start >= x + 5 &&
      start + length <= x + width - 5 &&
      crossings.every((each) => each < start - 7 || each > start + length + 7),
  );
}
