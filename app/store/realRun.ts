/** A run that really happened, beside the planned one: as it was pasted, never saved, gone with its design. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { RealRun } from '../../src/simulate/realRun.ts';
import { designStore, useDesign } from './designStore.ts';

export interface Pasted {
  /** What `aws ecs describe-tasks` printed, or an error text alone. */
  readonly text: string;
  /** The run that is drawn, when there is one in the text. */
  readonly run: RealRun | undefined;
  /** The design that it was pasted for. */
  readonly opened: number;
}

const pastedStore = createStore<Pasted>()(() => ({ text: '', run: undefined, opened: 0 }));

/** What was pasted for the design on screen. */
export function usePastedRun(): Pick<Pasted, 'text' | 'run'> {
  const opened = useDesign((state) => state.opened);
  const pasted = useStore(pastedStore);
  return pasted.opened === opened ? pasted : NOTHING;
}

const NOTHING = { text: '', run: undefined };

/** The real run that is drawn above the planned one. */
export function useRealRun(): RealRun | undefined {
  return usePastedRun().run;
}

export function setPastedRun(text: string, run: RealRun | undefined): void {
  pastedStore.setState({ text, run, opened: designStore.getState().opened });
}
