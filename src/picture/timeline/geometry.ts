/** A run as lanes, bars and arrows: plain data that a panel or a figure prints. */
import { criticalPath } from '../../simulate/criticalPath.ts';
import type { HandOff } from '../../simulate/handOffs.ts';
import type { LogLossWindow } from '../../simulate/logLoss.ts';
import type { RealRun } from '../../simulate/realRun.ts';
import type { ContainerRun, ContainerState, Gate, Run, TaskStatus } from '../../simulate/run.ts';
import { textWidth } from '../textWidth.ts';
import { type Arrow, arrowsInto } from './arrows.ts';
import { type Axis, axisOf, xOf } from './axis.ts';
import { type Ghost, ghostsOf, startOf, taskGhosts } from './ghosts.ts';
import { type HandOffMark, handOffLines, handOffMarks } from './handOffs.ts';
import { REAL_HEIGHT, type RealBar, realBars, realInWords, realMoments, realTaskBars } from './realBars.ts';
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

export interface ProbeMark {
  /** Seconds. */
  readonly at: number;
  readonly x: number;
  readonly passed: boolean;
  readonly title: string;
}

export interface Lane {
  readonly key: string;
  readonly name: string;
  readonly y: number;
  readonly bars: readonly Bar[];
  readonly waits: readonly Wait[];
  readonly tags: readonly Tag[];
  readonly probes: readonly ProbeMark[];
  /** The parts of the critical path to RUNNING in this lane. */
  readonly critical: readonly { readonly x: number; readonly width: number }[];
  /** Seconds in which what it writes reaches nobody. */
  readonly lost: readonly { readonly x: number; readonly width: number; readonly title: string }[];
  /** Where the container ran as planned, where that is not what it does now. */
  readonly ghosts: readonly Ghost[];
  /** What the container really did, in the strip above `y`. */
  readonly real: readonly RealBar[];
  /** The lane in words, for those who do not see it. */
  readonly words: string;
}

export interface TimelineGeometry {
  readonly axis: Axis;
  readonly laneHeight: number;
  readonly barHeight: number;
  /** The strip above each lane, of a run that really happened; 0 without one. */
  readonly realHeight: number;
  readonly lanes: readonly Lane[];
  readonly arrows: readonly Arrow[];
  /** Files on their way from the container that wrote them to the one that reads them. */
  readonly handOffs: readonly HandOffMark[];
  readonly task: {
    readonly y: number;
    readonly ghosts: readonly Ghost[];
    readonly real: readonly RealBar<TaskStatus>[];
    readonly bars: readonly {
      readonly status: TaskStatus;
      readonly x: number;
      readonly width: number;
      readonly title: string;
    }[];
  };
  readonly width: number;
  readonly height: number;
}

export interface TimelineOptions {
  readonly width: number;
  /** Where lanes begin: the names stand left of it. */
  readonly left: number;
  readonly laneHeight: number;
  readonly barHeight: number;
  /** Who leaves files for whom in this run, as `handOffs` of the simulator finds them. */
  readonly handOffs?: readonly HandOff[];
  /** Windows in which logs are lost, as `logLoss` of the simulator finds them. */
  readonly lost?: readonly LogLossWindow[];
  /** The run as planned, of which ghosts are drawn below the bars. */
  readonly plan?: Run;
  /** A run that really happened, drawn in a strip above each lane. */
  readonly real?: RealRun | undefined;
}

export const AXIS_HEIGHT = 32;

const WORDS: Readonly<Record<Bar['state'], string>> = {
  pulling: 'pull',
  starting: 'start',
  notReady: 'not ready',
  running: 'running',
  healthy: 'healthy',
  unhealthy: 'unhealthy',
  restarting: 'restarts',
  stopping: 'stopping',
};

/** Lanes in the order in which containers start; those that never start come last. */
export function timelineGeometry(run: Run, options: TimelineOptions): TimelineGeometry {
  const { width, left, laneHeight, barHeight, plan, real } = options;
  const also = [...(plan === undefined ? [] : startOf(plan)), ...realMoments(real)];
  const axis = axisOf(run, left, width - 64, also);
  const realHeight = real === undefined ? 0 : REAL_HEIGHT;
  const rowHeight = laneHeight + realHeight;
  const ordered = [...run.containers].sort(
    (a, b) => (a.startedAt ?? Number.MAX_VALUE) - (b.startedAt ?? Number.MAX_VALUE) || a.index - b.index,
  );
  const rows = new Map(ordered.map(({ key }, row) => [key, AXIS_HEIGHT + row * rowHeight + realHeight]));
  const path = criticalPath(run);
  const arrows = ordered.flatMap((container) => arrowsInto(container, axis, rows, laneHeight));
  const written = handOffLines(options.handOffs ?? [], axis, rows, laneHeight);
  const lanes = ordered.map((container): Lane => {
    const middle = (rows.get(container.key) ?? 0) + laneHeight / 2;
    const crossings = arrows
      .map(({ x, fromY, toY }) => ({ x, fromY, toY }))
      .concat(written)
      .filter(({ fromY, toY }) => Math.min(fromY, toY) < middle && middle < Math.max(fromY, toY))
      .map(({ x }) => x)
      .sort((a, b) => a - b);
    const arrowsIn = container.gates.filter(
      ({ releasedAt, origin }) => releasedAt !== undefined && origin === 'dependsOn',
    );
    const really = realBars(real, container.name, axis);
    return {
      key: container.key,
      name: container.name || container.key,
      y: rows.get(container.key) ?? AXIS_HEIGHT,
      ...stretches(container, axis, arrowsIn, crossings),
      probes: probesOf(container, axis),
      lost: (options.lost ?? [])
        .filter((loss) => loss.container === container.key)
        .map(({ from, to, router }) => ({
          x: xOf(axis, from),
          width: Math.max(3, xOf(axis, to) - xOf(axis, from)),
          title: `${(to - from).toFixed(1)} s of the logs of ${container.key} are lost: ${router} does not take them from ${time(from)} to ${time(to)}`,
        })),
      ghosts: ghostsOf(container, plan, axis),
      real: really,
      critical: path
        .filter((step) => step.container === container.key)
        .map(({ from, to }) => ({ x: xOf(axis, from), width: Math.max(1, xOf(axis, to) - xOf(axis, from)) })),
      words: `${inWords(container)}${realInWords(really)}`,
    };
  });
  const ends = new Map(
    lanes.flatMap(({ key, tags }) => {
      const last = tags.at(-1);
      return last === undefined ? [] : [[key, last.x + last.width] as const];
    }),
  );
  const drawn = handOffMarks(options.handOffs ?? [], axis, rows, laneHeight, ends);
  const taskY = AXIS_HEIGHT + ordered.length * rowHeight + realHeight;
  return {
    axis,
    laneHeight,
    barHeight,
    realHeight,
    lanes,
    arrows,
    handOffs: drawn,
    task: {
      y: taskY,
      ghosts: taskGhosts(run, plan, axis),
      real: realTaskBars(real, axis),
      bars: run.task.spans.map(({ from, to, status }) => {
        const x = xOf(axis, from);
        return {
          status,
          x,
          width: Math.max(2, status === 'STOPPED' ? 64 : xOf(axis, to) - x),
          title: `Task ${status} from ${time(from)}`,
        };
      }),
    },
    width,
    height: taskY + laneHeight,
  };
}

function stretches(
  container: ContainerRun,
  axis: Axis,
  gates: readonly Gate[],
  crossings: readonly number[],
): Pick<Lane, 'bars' | 'waits' | 'tags'> {
  const bars: Bar[] = [];
  const waits: Wait[] = [];
  const tags: Tag[] = [];
  for (const { from, to, state, waitsFor = [] } of container.spans) {
    const x = xOf(axis, from);
    const width = Math.max(0, xOf(axis, to) - x);
    switch (state) {
      case 'waiting': {
        const text =
          waitsFor.length === 0 ? 'waits' : `waits for ${waitsFor.map(({ on }) => on).join(' and ')}`;
        // Labels of gates stand at both ends of the line.
        const aside = gates.length > 0 ? 86 : 8;
        const at = clearOfBreaks(text, x + aside, x + width - aside, axis);
        waits.push({
          from,
          x,
          width,
          title: `${container.key} ${text} from ${time(from)} to ${time(to)}`,
          ...(at === undefined ? {} : { text: { x: at, text } }),
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
          width: textWidth(text, { size: 11, weight: 500 }) + 12,
          text,
          bad: state !== 'exited' ? state !== 'neverRan' : (container.exitCode ?? 0) !== 0,
          title: `${container.key}: ${text} at ${time(from)}${container.reason === undefined ? '' : `. ${container.reason}`}`,
        });
        break;
      }
      default: {
        const text = WORDS[state];
        const edges = axis.breaks.flatMap((each) => [each.x, each.x + each.width]);
        const at = roomFor(text, x, width, state === 'notReady', [...crossings, ...edges]);
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

/** Where words of 12 px begin in the middle of a line, or of its longest part between the breaks of the axis. */
function clearOfBreaks(text: string, from: number, to: number, axis: Axis): number | undefined {
  const length = textWidth(text, { size: 12, weight: 500 });
  const cuts = axis.breaks.filter(({ x, width }) => x < to && x + width > from);
  const starts = [from, ...cuts.map(({ x, width }) => x + width + 4)];
  const ends = [...cuts.map(({ x }) => x - 4), to];
  const middle = (from + to - length) / 2;
  if (to - from >= length && cuts.every(({ x, width }) => middle + length < x - 4 || middle > x + width + 4))
    return middle;
  const parts = starts.map((start, index) => ({ start, room: (ends[index] ?? start) - start }));
  const widest = parts.reduce((a, b) => (b.room > a.room ? b : a));
  return widest.room < length ? undefined : widest.start + (widest.room - length) / 2;
}

/** Where a word of 11 px may begin inside a bar, clear of the arrows that cross it. */
function roomFor(
  text: string,
  x: number,
  width: number,
  centred: boolean,
  crossings: readonly number[],
): number | undefined {
  const length = textWidth(text, { size: 11, weight: 500 });
  const first = centred ? x + (width - length) / 2 : x + 6;
  const starts = [first, ...crossings.filter((each) => each > x && each < x + width).map((each) => each + 9)];
  return starts.find(
    (start) =>
      start >= x + 5 &&
      start + length <= x + width - 5 &&
      crossings.every((each) => each < start - 7 || each > start + length + 7),
  );
}

function endWords({ exitCode }: ContainerRun, state: ContainerState): string {
  if (state === 'givenUp') return 'given up, 143';
  if (state === 'failed') return 'cannot start';
  if (state === 'neverRan') return 'never ran';
  return exitCode === undefined ? 'exited' : `exit ${exitCode}`;
}

/** All failures, and the first pass after each: routine passes say nothing new. */
function probesOf(container: ContainerRun, axis: Axis): ProbeMark[] {
  const marks: ProbeMark[] = [];
  let lastPassed = false;
  for (const { at, passed, forgiven } of container.probes) {
    if (passed && lastPassed) continue;
    lastPassed = passed;
    if (marks.length >= 40) break;
    marks.push({
      at,
      x: xOf(axis, at),
      passed,
      title: `Health check at ${time(at)} ${passed ? 'passes' : forgiven ? 'fails, in the start period' : 'fails'}`,
    });
  }
  return marks;
}

function inWords(container: ContainerRun): string {
  const parts = container.spans.map(({ from, to, state }) => {
    const word =
      state in WORDS
        ? WORDS[state as Bar['state']]
        : state === 'waiting'
          ? 'waits'
          : endWords(container, state);
    return to > from && state in WORDS ? `${word} ${time(from)} to ${time(to)}` : `${word} at ${time(from)}`;
  });
  return `${container.name || container.key}: ${parts.join(', ')}`;
}
