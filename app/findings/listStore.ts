/** How the list of problems is looked at. It outlives the panel, so that a look at the JSON does not cost the place. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Wanted } from './rowsOf.ts';

export interface ListState extends Wanted {
  /** The row that the keyboard is on. */
  readonly active: string | undefined;
  /** The row whose rule is explained. */
  readonly explained: string | undefined;
  /** The row for which a reason is asked. */
  readonly silencing: string | undefined;
  /** The field for an answer of ECS is open. */
  readonly answering: boolean;
  readonly answer: string;
  /** How many changes are shown to be read before they are made. */
  readonly reviews: number;
}

/** The key that silences the problem under the keyboard. */
export const SILENCE = 'S';

export const EVERYTHING = { severity: 'all', needle: '' } as const;

export const listStore = createStore<ListState>()(() => ({
  ...EVERYTHING,
  grouping: 'node',
  active: undefined,
  explained: undefined,
  silencing: undefined,
  answering: false,
  answer: '',
  reviews: 0,
}));

export function useList<T>(select: (state: ListState) => T): T {
  return useStore(listStore, select);
}

export function setList(part: Partial<ListState>): void {
  listStore.setState(part);
}

/** Says that a change is shown in place of the list; gives what says that it is gone. */
export function reviewing(): () => void {
  const count = (by: number) => listStore.setState(({ reviews }) => ({ reviews: reviews + by }));
  count(1);
  return () => count(-1);
}
