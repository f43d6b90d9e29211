/** What is stored of a design, versioned: a small head for the list, and a body with the text. */

/** The version that this code writes. A higher one was written by a newer designer. */
export const recordVersion = 1;

export interface Head {
  readonly v: number;
  readonly name: string;
  /** Milliseconds since 1970, as are all times here. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Goes up by one with each save of the text; renaming and the trash leave it. */
  readonly revision: number;
  readonly containers: number;
  /** A small picture as SVG text. */
  readonly thumbnail?: string;
  readonly trashedAt?: number;
}

export interface Body {
  readonly v: number;
  /** The design as a file, exactly as it would be downloaded. */
  readonly file: string;
  /** What the screen showed (selection, panel): opaque here. */
  readonly view?: unknown;
  /** What had been done last. */
  readonly label?: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** How a record of version `from` becomes one of version `from + 1`. Never changed once released. */
export interface Migration {
  readonly from: number;
  head(raw: Raw): Raw;
  body(raw: Raw): Raw;
}

/** Oldest first, without a gap; each old version has a fixture in records.data.json. */
export const migrations: readonly Migration[] = [];

export type Stored<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'missing' }
  /** It is there and is no record of any known version. */
  | { readonly status: 'damaged' }
  /** A newer designer wrote it: it is left alone. */
  | { readonly status: 'newer' };

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isOptional(value: unknown, is: (value: unknown) => boolean): boolean {
  return value === undefined || is(value);
}

const isText = (value: unknown): value is string => typeof value === 'string';

function isHead(raw: Raw): boolean {
  return (
    isText(raw.name) &&
    isTime(raw.createdAt) &&
    isTime(raw.updatedAt) &&
    Number.isInteger(raw.revision) &&
    Number.isInteger(raw.containers) &&
    isOptional(raw.thumbnail, isText) &&
    isOptional(raw.trashedAt, isTime)
  );
}

function isBody(raw: Raw): boolean {
  return isText(raw.file) && isOptional(raw.label, isText);
}

/** A stored record brought up to version `current` by `steps`. */
export function upgrade(
  raw: unknown,
  part: 'head' | 'body',
  steps: readonly Migration[],
  current: number,
): Stored<Raw> {
  if (raw === undefined) return { status: 'missing' };
  if (!isRaw(raw) || typeof raw.v !== 'number' || !Number.isInteger(raw.v) || raw.v < 1)
    return { status: 'damaged' };
  if (raw.v > current) return { status: 'newer' };
  let value = raw;
  for (let version = raw.v; version < current; version += 1) {
    const step = steps.find(({ from }) => from === version);
    if (!step) return { status: 'damaged' };
    try {
      value = { ...step[part](value), v: version + 1 };
    } catch {
      return { status: 'damaged' };
    }
  }
  return { status: 'ok', value };
}

/** Reads a stored head of any version; never throws. */
export function readHead(raw: unknown): Stored<Head> {
  const upgraded = upgrade(raw, 'head', migrations, recordVersion);
  if (upgraded.status !== 'ok') return upgraded;
  return isHead(upgraded.value)
    ? { status: 'ok', value: upgraded.value as unknown as Head }
    : { status: 'damaged' };
}

/** Reads a stored body of any version; never throws. */
export function readBody(raw: unknown): Stored<Body> {
  const upgraded = upgrade(raw, 'body', migrations, recordVersion);
  if (upgraded.status !== 'ok') return upgraded;
  return isBody(upgraded.value)
    ? { status: 'ok', value: upgraded.value as unknown as Body }
    : { status: 'damaged' };
}
