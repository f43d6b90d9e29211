/** Notes stuck on the canvas: text for people, nothing of which reaches ECS. */
import { asRecord, type PartCodec } from './part.ts';

/** A note; position and size in canvas pixels. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
}

/** The codec of the notes: a note without id, text or position is left out. */
export const notes: PartCodec<readonly Note[]> = {
  id: 'notes',
  version: 1,
  empty: [],
  read(part) {
    const list = part?.notes;
    return Array.isArray(list) ? list.flatMap((item) => readNote(item) ?? []) : [];
  },
  write: (list) => ({ v: 1, notes: list }),
  rekey: (list) => list,
};

function readNote(value: unknown): Note | undefined {
  const { id, text, x, y, width, height } = asRecord(value) ?? {};
  if (typeof id !== 'string' || typeof text !== 'string') return undefined;
  if (!isFiniteNumber(x) || !isFiniteNumber(y)) return undefined;
  return {
    id,
    text,
    x,
    y,
    ...(isFiniteNumber(width) ? { width } : {}),
    ...(isFiniteNumber(height) ? { height } : {}),
  };
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
