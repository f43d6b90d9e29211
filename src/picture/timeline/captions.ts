/** Words above and below the bars of a lane, in a figure that explains itself to those who cannot point at it. */
import type { PathStep } from '../../simulate/criticalPath.ts';
import type { LogLossWindow } from '../../simulate/logLoss.ts';
import type { ContainerRun, Run } from '../../simulate/run.ts';
import type { WaitCost } from '../../simulate/waitCosts.ts';
import { textWidth } from '../textWidth.ts';
import { type Axis, xOf } from './axis.ts';
import { costInWords } from './critical.ts';

/** What a caption is about: its colour says so too. */
export type CaptionTone = 'path' | 'passes' | 'fails' | 'stops' | 'bad';

export interface Caption {
  readonly x: number;
  /** The base line of the words, which are 11 px high. */
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly tone: CaptionTone;
}

export interface CaptionInput {
  readonly axis: Axis;
  readonly path: readonly PathStep[];
  readonly costs: readonly WaitCost[];
  readonly lost: readonly LogLossWindow[];
  /** Of the whole figure, in px. */
  readonly width: number;
  /** Whether the run as planned stands below the bars. */
  readonly ghosts: boolean;
  /** The y of the middle of the lane. */
  readonly middle: number;
  readonly barHeight: number;
}

interface Wish {
  readonly at: number;
  readonly text: string;
  readonly tone: CaptionTone;
}

/** What has room, from left to right; of two that would meet the second is left out. */
export function captionsOf(run: Run, container: ContainerRun, input: CaptionInput): readonly Caption[] {
  const { middle, barHeight, ghosts } = input;
  const above = middle - barHeight / 2 - 10;
  const below = middle + barHeight / 2 + (ghosts ? 23 : 17);
  return [
    ...placed([...probeWishes(container), ...stopWishes(run, container)], above, input),
    ...placed(
      [...pathWishes(run, container, input), ...lostWishes(input), ...timeoutWishes(run, container)],
      below,
      input,
    ),
  ];
}

function probeWishes({ probes }: ContainerRun): Wish[] {
  const failed = probes.find(({ passed }) => !passed);
  const passed = probes.find((probe) => probe.passed);
  return [
    ...(failed
      ? [
          {
            at: failed.at,
            text: failed.forgiven ? 'check fails, in the start period' : 'check fails',
            tone: 'fails' as const,
          },
        ]
      : []),
    ...(passed ? [{ at: passed.at, text: 'first check passes', tone: 'passes' as const }] : []),
  ];
}

function stopWishes(run: Run, { key }: ContainerRun): Wish[] {
  return run.events.flatMap(({ type, container, at }): Wish[] => {
    if (container !== key) return [];
    if (type === 'signalled') return [{ at, text: 'SIGTERM', tone: 'stops' }];
    return type === 'killed' ? [{ at, text: 'SIGKILL', tone: 'bad' }] : [];
  });
}

function timeoutWishes(run: Run, { key, signalledAt }: ContainerRun): Wish[] {
  const killed = run.events.find(({ type, container }) => type === 'killed' && container === key);
  if (killed?.because.kind !== 'stopTimeout' || signalledAt === undefined) return [];
  return [
    { at: signalledAt, text: `stop timeout of ${killed.because.seconds} s used up`, tone: 'stops' as const },
  ];
}

function pathWishes(run: Run, { key }: ContainerRun, { path, costs }: CaptionInput): Wish[] {
  return path.flatMap(({ container, from }, step): Wish[] => {
    if (container !== key) return [];
    const start = step === 0 ? [`critical path, ${run.task.runningAt?.toFixed(1)} s to RUNNING`] : [];
    const cost = costs.find((each) => each.container === key && each.at === from && each.held > 0);
    const text = [...start, ...(cost === undefined ? [] : [costInWords(cost)])].join('; ');
    return text === '' ? [] : [{ at: from, text, tone: 'path' }];
  });
}

function lostWishes({ lost }: CaptionInput): Wish[] {
  return lost.map(({ container, from, to }) => ({
    at: from,
    text: `${(to - from).toFixed(1)} s of the logs of ${container} are lost`,
    tone: 'bad',
  }));
}

function placed(wishes: readonly Wish[], y: number, { axis, width }: CaptionInput): Caption[] {
  const captions: Caption[] = [];
  let taken = Number.NEGATIVE_INFINITY;
  for (const { at, text, tone } of wishes.toSorted((one, other) => one.at - other.at)) {
    const length = textWidth(text, { size: 11, weight: 600 });
    const start = xOf(axis, at) - 2;
    const cut = axis.breaks.find((each) => each.x < start + length + 4 && each.x + each.width > start);
    const x = Math.min(cut === undefined ? start : cut.x - length - 6, width - length - 8);
    if (x < taken + 10 || x < (axis.pieces[0]?.x ?? 0) - 2) continue;
    captions.push({ x, y, width: length, text, tone });
    taken = x + length;
  }
  return captions;
}
