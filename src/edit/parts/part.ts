/** What is ours and not ECS's in a design, kept beside the text: one codec a part. */
import type { NodeKey } from '../../model/nodeKey.ts';

/** One part of a design that is not ECS's. `v` is the version of its codec; unknown parts are carried through untouched. */
export type Part = { readonly v: number } & Readonly<Record<string, unknown>>;

/** Parts by name: layout, scenarios, notes, … */
export type Parts = Readonly<Record<string, Part>>;

/** What became of node keys: the new key of each that changed, `undefined` for a node that is gone. */
export type KeyChanges = ReadonlyMap<NodeKey, NodeKey | undefined>;

/** How one part is read and written. A part of a newer version than `version` is neither read nor written: it stays. */
export interface PartCodec<T> {
  /** The part's name in `Parts`, and the name of the file. */
  readonly id: string;
  readonly version: number;
  readonly empty: T;
  /** Reads any data: what has not the right shape is left out. */
  read(part: Part | undefined): T;
  write(value: T): Part;
  /** The same value for nodes whose keys have changed. */
  rekey(value: T, changes: KeyChanges): T;
}

/** The value of a part; empty when it is absent or of a newer version. */
export function getPart<T>(parts: Parts, codec: PartCodec<T>): T {
  const part = Object.hasOwn(parts, codec.id) ? parts[codec.id] : undefined;
  return part === undefined || part.v > codec.version ? codec.empty : codec.read(part);
}

/** The parts with a new value for one of them; an empty value takes it out, and a newer version stays as it is. */
export function setPart<T>(parts: Parts, codec: PartCodec<T>, value: T): Parts {
  const part = Object.hasOwn(parts, codec.id) ? parts[codec.id] : undefined;
  if (part !== undefined && part.v > codec.version) return parts;
  const written = codec.write(value);
  const text = JSON.stringify(written);
  if (part !== undefined && JSON.stringify(part) === text) return parts;
  const others = Object.fromEntries(Object.entries(parts).filter(([id]) => id !== codec.id));
  if (text !== JSON.stringify(codec.write(codec.empty))) others[codec.id] = written;
  else if (part === undefined) return parts;
  return others;
}

/** Plain data with members, as far as it is one: no list, not null. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** The new key of a node, `undefined` when the node is gone. */
export function changedKey(key: NodeKey, changes: KeyChanges): NodeKey | undefined {
  return changes.has(key) ? changes.get(key) : key;
}

/** A record by node key, with its keys changed and what belonged to nodes that are gone left out. */
export function rekeyRecord<T>(
  record: Readonly<Record<NodeKey, T>>,
  changes: KeyChanges,
): Readonly<Record<NodeKey, T>> {
  const kept: [NodeKey, T][] = [];
  for (const [key, value] of Object.entries(record)) {
    const next = changedKey(key, changes);
    if (next !== undefined) kept.push([next, value]);
  }
  // A key that was only just given to a node says more about it than what an orphan left behind.
  kept.sort(([a], [b]) => Number(isNew(a, changes)) - Number(isNew(b, changes)));
  return Object.fromEntries(kept);
}

function isNew(key: NodeKey, changes: KeyChanges): boolean {
  for (const next of changes.values()) if (next === key) return true;
  return false;
}
