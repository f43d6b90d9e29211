/** The way of files from the container that wrote them to the one that reads them. */
import type { HandOff } from '../../simulate/handOffs.ts';
import { textWidth } from '../textWidth.ts';
import { type Axis, xOf } from './axis.ts';
import type { Stretch, Upright } from './clear.ts';

export interface HandOffMark extends Upright {
  readonly key: string;
  readonly writer: string;
  readonly reader: string;
  /** Seconds: when the reader starts. */
  readonly at: number;
  /** From here along the writer's lane, then down or up at `x`; the same as `x` where it is read while the tag stands. */
  readonly fromX: number;
  /** Its upright part, without what labels cover. */
  readonly line: readonly Stretch[];
  /** The y of the point of its head. */
  readonly tip: number;
  readonly label?: { readonly x: number; readonly width: number; readonly text: string };
  readonly title: string;
}

/** A mark whose line is still to be found. */
export type BareHandOff = Omit<HandOffMark, 'line'>;

type Finished = HandOff & { readonly writtenAt: number; readonly readsFrom: number };

/** Only what is finished before it is read has a way to draw; anything else is a finding, not a line. */
function finished(handOffs: readonly HandOff[]): readonly Finished[] {
  return handOffs.filter(
    (each): each is Finished => each.inOrder && each.writtenAt !== undefined && each.readsFrom !== undefined,
  );
}

/** The upright parts, which the words of other lanes must keep clear of. */
export function handOffLines(
  handOffs: readonly HandOff[],
  axis: Axis,
  rows: ReadonlyMap<string, number>,
  laneHeight: number,
): readonly Upright[] {
  return finished(handOffs).map(({ writer, reader, readsFrom }) => ({
    x: xOf(axis, readsFrom),
    fromY: (rows.get(writer) ?? 0) + laneHeight / 2,
    toY: (rows.get(reader) ?? 0) + laneHeight / 2,
  }));
}

/** One mark for each writer and reader; several volumes between the same two are named together. */
export function handOffMarks(
  handOffs: readonly HandOff[],
  axis: Axis,
  rows: ReadonlyMap<string, number>,
  { laneHeight, barHeight }: { readonly laneHeight: number; readonly barHeight: number },
  /** By container: where its last tag ends, in px. */
  ends: ReadonlyMap<string, number>,
): readonly BareHandOff[] {
  const marks: BareHandOff[] = [];
  const right = new Map<string, number>();
  for (const [key, group] of byPair(finished(handOffs))) {
    const [first] = group;
    if (first === undefined) continue;
    const { writer, reader, readsFrom, writtenAt } = first;
    const volumes = group.map(({ volume }) => volume).join(', ');
    const x = xOf(axis, readsFrom);
    const end = (ends.get(writer) ?? xOf(axis, writtenAt)) + 6;
    const fromX = end + 6 < x ? end : x;
    const text = `${volumes}: ${reader} reads`;
    const width = textWidth(text, { size: 11, weight: 500 }) + 28;
    const start = Math.max(fromX + 10, (right.get(writer) ?? 0) + 6);
    const fits = laneHeight >= 28 && start + width <= x - 8;
    if (fits) right.set(writer, start + width);
    const fromY = (rows.get(writer) ?? 0) + laneHeight / 2;
    const toY = (rows.get(reader) ?? 0) + laneHeight / 2;
    const edge = barHeight / 2 + 1;
    marks.push({
      key,
      writer,
      reader,
      at: readsFrom,
      fromX,
      x,
      fromY,
      toY,
      tip: toY > fromY ? toY - edge : toY + edge,
      ...(fits ? { label: { x: Math.min(start + 24, x - 8 - width), width, text } } : {}),
      title: `${writer} has written ${volumes} at ${writtenAt.toFixed(1)} s; ${reader} reads it from ${readsFrom.toFixed(1)} s on`,
    });
  }
  return marks;
}

function byPair(handOffs: readonly Finished[]): ReadonlyMap<string, readonly Finished[]> {
  const pairs = new Map<string, Finished[]>();
  for (const each of handOffs) {
    const key = `${each.writer}>${each.reader}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [each]);
    else pair.push(each);
  }
  return pairs;
}
