/** A run as lanes, bars and arrows: plain data that a panel or a figure prints. */
import { criticalPath } from '../../simulate/criticalPath.ts';
import type { HandOff } from '../../simulate/handOffs.ts';
import type { LogLossWindow } from '../../simulate/logLoss.ts';
import type { RealRun } from '../../simulate/realRun.ts';
import type { ContainerRun, Run, TaskStatus } from '../../simulate/run.ts';
import type { WaitCost } from '../../simulate/waitCosts.ts';
import type { Rect } from '../box.ts';
import { textWidth } from '../textWidth.ts';
import { type Arrow, arrowsInto, labelHeight, labelsOf, unmetGates } from './arrows.ts';
import { type Axis, axisOf, type Tail, xOf } from './axis.ts';
import { type Caption, captionsOf } from './captions.ts';
import { behind, uprightsThrough } from './clear.ts';
import { type CriticalStep, criticalSteps } from './critical.ts';
import { type Ghost, ghostsOf, startOf, taskGhosts } from './ghosts.ts';
import { type HandOffMark, handOffLines, handOffMarks } from './handOffs.ts';
import {
  REAL_BAR,
  REAL_HEIGHT,
  type RealBar,
  realBars,
  realEnds,
  realInWords,
  realMoments,
  realTaskBars,
} from './realBars.ts';
import {
  BAR_WORDS,
  type Bar,
  endWords,
  roomFor,
  stretches,
  type Tag,
  tagWidth,
  type Wait,
} from './stretches.ts';
import { taskWords } from './taskWords.ts';
import { time } from './time.ts';

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
  readonly critical: readonly CriticalStep[];
  /** Words above and below the bars, in a figure that has room for them. */
  readonly captions: readonly Caption[];
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
      /** The word inside, where there is room. */
      readonly text?: { readonly x: number; readonly text: string };
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
  /** What the gates on the way to RUNNING cost, as `waitCosts` of the simulator finds it. */
  readonly costs?: readonly WaitCost[];
  /** Whether words stand above and below the bars: lanes must be high enough, as in a figure of its own. */
  readonly captions?: boolean;
  /** The run as planned, of which ghosts are drawn below the bars. */
  readonly plan?: Run;
  /** A run that really happened, drawn in a strip above each lane. */
  readonly real?: RealRun | undefined;
}

export const AXIS_HEIGHT = 32;

/** Lanes in the order in which containers start; those that never start come last. */
export function timelineGeometry(run: Run, options: TimelineOptions): TimelineGeometry {
  const { width, left, laneHeight, barHeight, plan, real, costs = [] } = options;
  const also = [...(plan === undefined ? [] : startOf(plan)), ...realMoments(real)];
  const tails = tailsOf(run, real);
  const axis = axisOf(run, left, width - Math.max(72, ...tails.map(({ px }) => px)), also, tails);
  const realHeight = real === undefined ? 0 : REAL_HEIGHT;
  const rowHeight = laneHeight + realHeight;
  const ordered = [...run.containers].sort(
    (a, b) => (a.startedAt ?? Number.MAX_VALUE) - (b.startedAt ?? Number.MAX_VALUE) || a.index - b.index,
  );
  const rows = new Map(ordered.map(({ key }, row) => [key, AXIS_HEIGHT + row * rowHeight + realHeight]));
  const middleOf = (key: string) => (rows.get(key) ?? AXIS_HEIGHT) + laneHeight / 2;
  const path = criticalPath(run);
  const unmet = unmetGates(run);
  const bare = ordered.map((container) =>
    arrowsInto(container, unmet.get(container.key), axis, rows, { laneHeight, barHeight }),
  );
  const uprights = [...bare.flat(), ...handOffLines(options.handOffs ?? [], axis, rows, laneHeight)];
  const labels = new Map(
    ordered.flatMap((container, row) => [...labelsOf(container, bare[row] ?? [], axis, uprights)]),
  );
  const lanes = ordered.map((container, row): Lane => {
    const probes = probesOf(container, axis);
    const really = realBars(real, container.name, axis);
    const own = (bare[row] ?? []).flatMap(({ key }) => labels.get(key) ?? []);
    const crossings = uprightsThrough(uprights, middleOf(container.key));
    const lost = (options.lost ?? []).filter((loss) => loss.container === container.key);
    const lane = {
      key: container.key,
      name: container.name || container.key,
      y: rows.get(container.key) ?? AXIS_HEIGHT,
      ...stretches(container, axis, {
        crossings,
        labels: own,
        pins: probes.map(({ x }) => x),
        costs: options.captions ? [] : costs,
      }),
      probes,
      lost: lost.map(({ from, to, router }) => ({
        x: xOf(axis, from),
        width: Math.max(3, xOf(axis, to) - xOf(axis, from)),
        title: `${(to - from).toFixed(1)} s of the logs of ${container.key} are lost: ${router} does not take them from ${time(from)} to ${time(to)}`,
      })),
      ghosts: ghostsOf(container, plan, axis),
      real: really,
      critical: criticalSteps(path, container.key, costs, axis),
      words: `${inWords(container)}${realInWords(really)}`,
    };
    return {
      ...lane,
      captions: options.captions
        ? captionsOf(run, container, {
            axis,
            path,
            costs,
            lost,
            ghosts: lane.ghosts.length > 0,
            width,
            middle: middleOf(container.key),
            barHeight,
          })
        : [],
    };
  });
  const ends = new Map(
    lanes.flatMap(({ key, tags }) => {
      const last = tags.at(-1);
      return last === undefined ? [] : [[key, last.x + last.width] as const];
    }),
  );
  const marks = handOffMarks(options.handOffs ?? [], axis, rows, { laneHeight, barHeight }, ends);
  const chips = bare.flat().flatMap(({ key, toY }): Rect[] => {
    const label = labels.get(key);
    const height = labelHeight(laneHeight);
    return label === undefined ? [] : [{ ...label, y: toY - height / 2, height }];
  });
  const boxes = [
    ...chips,
    ...marks.flatMap(({ label, fromY }) => (label ? [{ ...label, y: fromY - 9, height: 18 }] : [])),
    ...lanes.flatMap((lane) => labelBoxes(lane, laneHeight, barHeight)),
  ];
  const arrows = bare.flat().map((arrow): Arrow => {
    const label = labels.get(arrow.key);
    const start = arrow.fromY + (Math.sign(arrow.tip - arrow.fromY) * barHeight) / 2;
    return {
      ...arrow,
      line: behind(arrow.x, start, arrow.tip, boxes),
      ...(label === undefined ? {} : { label }),
    };
  });
  const drawn = marks.map((mark): HandOffMark => {
    const start = mark.fromY + Math.sign(mark.tip - mark.fromY) * (mark.fromX < mark.x ? 6 : barHeight / 2);
    return { ...mark, line: behind(mark.x, start, mark.tip, boxes) };
  });
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
      bars: run.task.spans.map((span) => {
        const { from, to, status } = span;
        const x = xOf(axis, from);
        const stopped = status === 'STOPPED';
        const barWidth = Math.max(2, stopped ? 64 : xOf(axis, to) - x);
        const edges = axis.breaks.flatMap((each) => [each.x, each.x + each.width]);
        const at = stopped ? x + 6 : roomFor(status, x, barWidth, false, edges);
        return {
          status,
          x,
          width: barWidth,
          ...(at === undefined ? {} : { text: { x: at, text: status } }),
          title: taskWords(run.task, span),
        };
      }),
    },
    width,
    height: taskY + laneHeight,
  };
}

/** What the words in and beside the bars of a lane take; bars that lines part have theirs clear of them already. */
export function labelBoxes(lane: Lane, laneHeight: number, barHeight: number): readonly Rect[] {
  const middle = lane.y + laneHeight / 2;
  const top = middle - barHeight / 2;
  const realTop = lane.y - REAL_HEIGHT + REAL_BAR.top;
  return [
    ...lane.tags.map(({ x, width }) => ({ x, y: top, width, height: barHeight })),
    ...lane.waits.flatMap(({ text }) =>
      text === undefined
        ? []
        : [{ x: text.x, y: middle - 7, width: textWidth(text.text, { size: 12 }), height: 14 }],
    ),
    ...lane.real.flatMap(({ text, end, x, width }) =>
      end
        ? [{ x, y: realTop, width, height: REAL_BAR.height }]
        : text === undefined
          ? []
          : [
              {
                x: text.x,
                y: realTop + 1,
                width: textWidth(text.text, { size: 11, weight: 500 }),
                height: REAL_BAR.height - 2,
              },
            ],
    ),
    ...lane.captions.map(({ x, y, width }) => ({ x, y: y - 10, width, height: 13 })),
  ];
}

/** The tags of those that ended, which need room on the axis; so does the word of the task that has stopped. */
function tailsOf(run: Run, real: RealRun | undefined): readonly Tail[] {
  const tags = run.containers.flatMap((container) =>
    container.spans.flatMap(({ state, from }) =>
      state in BAR_WORDS || state === 'waiting' ? [] : [{ at: from, text: endWords(container, state) }],
    ),
  );
  return [...tags, ...realEnds(real)].map(({ at, text }) => ({ at, px: tagWidth(text) + 12 }));
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
      state in BAR_WORDS
        ? BAR_WORDS[state as Bar['state']]
        : state === 'waiting'
          ? 'waits'
          : endWords(container, state);
    return to > from && state in BAR_WORDS
      ? `${word} ${time(from)} to ${time(to)}`
      : `${word} at ${time(from)}`;
  });
  return `${container.name || container.key}: ${parts.join(', ')}`;
}
