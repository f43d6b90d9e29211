/** Seconds to pixels and back, with long quiet stretches left out. */
import type { Run } from '../../simulate/run.ts';
import { type Font, textWidth } from '../textWidth.ts';

/** A stretch of time that is drawn to scale. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly width: number;
}

export interface Tick {
  readonly x: number;
  readonly text: string;
}

export interface Axis {
  readonly pieces: readonly Piece[];
  readonly ticks: readonly Tick[];
  /** Where time is left out, and how much: "1 h later". */
  readonly breaks: readonly { readonly x: number; readonly width: number; readonly text: string }[];
  readonly end: number;
}

/** Quieter than this is left out. Seconds. */
const QUIET = 45;
/** What is still shown before and after a stretch that is left out. Seconds. */
const MARGIN = 4;
const BREAK_WIDTH = 26;
/** How ticks and breaks are written. */
const LABEL: Font = { size: 12 };

/** Something that begins at a second and takes px whatever the scale, as a tag with a word. */
export interface Tail {
  readonly at: number;
  readonly px: number;
}

/**
 * The axis of a run between two x in pixels; `also` are further seconds that must have a place on it. No break begins
 * before a tail has ended.
 */
export function axisOf(
  run: Run,
  left: number,
  right: number,
  also: readonly number[] = [],
  tails: readonly Tail[] = [],
): Axis {
  const times = [...new Set([...moments(run), ...also])].sort((a, b) => a - b);
  const stretches = stretchesOf(times, run.endsAt);
  const gaps = stretches.length - 1;
  const seconds = stretches.reduce((sum, { from, to }) => sum + (to - from), 0);
  let pads: readonly number[] = stretches.map(() => 0);
  let widths: readonly number[] = [];
  // What the one takes narrows the others, and with them the scale: three rounds bring it to a px.
  for (let round = 0; round < 3; round += 1) {
    const padded = pads.reduce((sum, pad) => sum + pad, 0);
    const room = Math.max(40, right - left - gaps * BREAK_WIDTH - padded);
    // A stop of a second beside a start of minutes still needs room for its words.
    const least = Math.min(room / stretches.length, 120);
    const spare = room - least * stretches.length;
    widths = stretches.map(
      ({ from, to }) => least + (seconds > 0 ? (spare * (to - from)) / seconds : spare / stretches.length),
    );
    pads = stretches.map((stretch, index) =>
      index === gaps ? 0 : padAfter(stretch, widths[index] ?? 0, tails),
    );
  }
  const pieces: Piece[] = [];
  const breaks: Axis['breaks'][number][] = [];
  const ticks: Tick[] = [];
  let x = left;
  stretches.forEach(({ from, to }, index) => {
    const before = stretches[index - 1];
    if (before !== undefined) {
      x += pads[index - 1] ?? 0;
      x += BREAK_WIDTH;
    }
    const width = widths[index] ?? 0;
    const piece = { from, to, x, width };
    const marks = ticksOf(piece, index > 0, run);
    if (before !== undefined)
      breaks.push({
        x: x - BREAK_WIDTH,
        width: BREAK_WIDTH,
        text: saidOver(x - BREAK_WIDTH / 2, from - before.to, marks[0]),
      });
    pieces.push(piece);
    ticks.push(...marks);
    x += width;
  });
  return { pieces, breaks, ticks, end: run.endsAt };
}

/** Px between the end of a stretch and the break after it, so that all tails in the stretch end before the break. */
function padAfter({ from, to }: { from: number; to: number }, width: number, tails: readonly Tail[]): number {
  const scale = to > from ? width / (to - from) : 0;
  return tails
    .filter(({ at }) => from <= at && at <= to)
    .reduce((most, { at, px }) => Math.max(most, px - (to - at) * scale), 0);
}

/** How much time a break leaves out, in as many words as there is room for before the tick behind it. */
function saidOver(middle: number, seconds: number, next: Tick | undefined): string {
  const room = next === undefined ? Number.POSITIVE_INFINITY : next.x - halfOf(next.text) - 4 - middle;
  const words = [`${spoken(seconds)} later`, spoken(seconds)];
  return words.find((text) => halfOf(text) <= room) ?? '';
}

function halfOf(label: string): number {
  return textWidth(label, LABEL) / 2;
}

/** Where a second stands; what is left out stands in the middle of its break. */
export function xOf(axis: Axis, second: number): number {
  for (const [index, piece] of axis.pieces.entries()) {
    if (second <= piece.to || index === axis.pieces.length - 1) {
      if (second < piece.from) return piece.x - BREAK_WIDTH / 2;
      return piece.x + scaleOf(piece) * (Math.min(second, piece.to) - piece.from);
    }
  }
  return 0;
}

/** The second at an x; inside a break the end of the stretch before it. */
export function secondAt(axis: Axis, x: number): number {
  const piece = axis.pieces.findLast((each) => each.x <= x) ?? axis.pieces[0];
  if (piece === undefined) return 0;
  const scale = scaleOf(piece);
  const second = scale === 0 ? piece.from : piece.from + (x - piece.x) / scale;
  return Math.min(piece.to, Math.max(piece.from, second));
}

/** Seconds as people say them: "4.0 s", "3 min", "1 h". */
export function spoken(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3000) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 360) / 10} h`;
}

function scaleOf({ from, to, width }: Piece): number {
  return to > from ? width / (to - from) : 0;
}

/** When something happens that is worth seeing; routine checks of health are not. */
function moments(run: Run): number[] {
  const times = new Set<number>([0]);
  for (const { at, type } of run.events) if (type !== 'checkPassed' && type !== 'checkFailed') times.add(at);
  return [...times].sort((a, b) => a - b);
}

function stretchesOf(times: readonly number[], end: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  times.forEach((time, index) => {
    const next = times[index + 1];
    if (next === undefined) found.push({ from, to: Math.max(time + 2, Math.min(end, time + QUIET)) });
    else if (next - time > QUIET) {
      found.push({ from, to: time + MARGIN });
      from = next - MARGIN;
    }
  });
  return found;
}

function ticksOf({ from, to, x, width }: Piece, later: boolean, run: Run): Tick[] {
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300].find((each) => (each * width) / (to - from) >= 56) ?? 600;
  const zero = later ? (moments(run).find((time) => time >= from) ?? from) : 0;
  const ticks: Tick[] = [];
  for (let second = zero; second <= to; second += step) {
    // A number may not run into the words over a break.
    if (second < from || second > to - (to - from) * (44 / width)) continue;
    const place = x + (width * (second - from)) / (to - from);
    const text = later
      ? second === zero
        ? named(run, zero)
        : `+${Math.round(second - zero)}`
      : second === 0
        ? '0 s'
        : String(second);
    ticks.push({ x: place, text });
  }
  return ticks;
}

function named(run: Run, second: number): string {
  return run.events.some(({ at, type }) => at === second && type === 'stopRequested')
    ? 'StopTask'
    : `${Math.round(second)} s`;
}
