/** The former states of a design, as they are stored beside it: bounded, thinner the further back. */
import type { Transaction } from './backend.ts';

export interface State {
  /** When it was saved, in milliseconds since 1970; later than that of the state before. */
  readonly at: number;
  /** What led to it: "Connect envoy to app"; empty where nobody knows. */
  readonly label: string;
  /** The design as a file. */
  readonly file: string;
}

/** Shorter pauses make no state of their own: undo leads back there while the page is open. */
export const BETWEEN_STATES_MS = 60_000;
export const STATES_KEPT = 40;
/** Characters of all states of a design together. */
export const LONGEST_STATES = 2_000_000;

/** Oldest first; what is no state is left out. */
export function readStates(raw: unknown): readonly State[] {
  const { v, states } = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  if (v !== 1 || !Array.isArray(states)) return [];
  return states.filter(isState);
}

function isState(value: unknown): value is State {
  if (typeof value !== 'object' || value === null) return false;
  const { at, label, file } = value as Record<string, unknown>;
  return typeof at === 'number' && typeof label === 'string' && typeof file === 'string';
}

/**
 * The states with one more, oldest first; the very same list when the last one is as good: of the same text, or hardly
 * older, unless this one stood until `now` for a while or is a `milestone`. When there are too many, those go that lie closest to a later one;
 * the first and the last stay.
 */
export function withState(
  states: readonly State[],
  next: State,
  now: number,
  milestone = false,
): readonly State[] {
  const last = states.at(-1);
  if (last !== undefined) {
    if (last.file === next.file || next.at <= last.at) return states;
    const stood = Math.max(now - next.at, next.at - last.at) >= BETWEEN_STATES_MS;
    if (!milestone && !stood) return states;
  }
  let kept = [...states, next];
  while (kept.length > STATES_KEPT || (kept.length > 1 && lengthOf(kept) > LONGEST_STATES)) {
    kept = kept.toSpliced(closest(kept), 1);
  }
  return kept;
}

function lengthOf(states: readonly State[]): number {
  return states.reduce((length, { file }) => length + file.length, 0);
}

/** The place of the state that is followed soonest, among those between the first and the last. */
function closest(states: readonly State[]): number {
  let place = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < states.length - 1; index += 1) {
    const gap = (states[index + 1]?.at ?? 0) - (states[index]?.at ?? 0);
    if (gap < shortest) [place, shortest] = [index, gap];
  }
  return place;
}

/** Keeps a former text of a design, within the transaction that overwrites it. */
export async function keepState(
  transaction: Transaction,
  id: string,
  state: State,
  { now, milestone }: { readonly now: number; readonly milestone: boolean },
): Promise<void> {
  const states = readStates(await transaction.get('states', id));
  const kept = withState(states, state, now, milestone);
  if (kept !== states) transaction.put('states', id, { v: 1, states: kept });
}
