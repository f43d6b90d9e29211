/** A run that really happened, beside the planned one: as it was pasted, never saved, gone with its design. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { withGivenUp } from '../../src/simulate/neverStarted.ts';
import type { RealRun, RealRuns } from '../../src/simulate/realRun.ts';
import { designStore, useDesign } from './designStore.ts';

export interface Pasted {
  /** What `aws ecs describe-tasks` printed, or an error text alone. */
  readonly text: string;
  /** The runs in the text, read once; none of an error text. */
  readonly found: RealRuns;
  /** Which of the runs is drawn, by its place. */
  readonly chosen: number;
}

const NOTHING: Pasted = { text: '', found: { runs: [], problems: [] }, chosen: 0 };

/** `opened`: the design that it was pasted for. */
const pastedStore = createStore<Pasted & { readonly opened: number }>()(() => ({ ...NOTHING, opened: 0 }));

/** What was pasted for the design on screen. */
export function usePasted(): Pasted {
  const opened = useDesign((state) => state.opened);
  const pasted = useStore(pastedStore);
  return pasted.opened === opened ? pasted : NOTHING;
}

/** The real run that is drawn above the planned one. */
export function useRealRun(): RealRun | undefined {
  const { found, chosen } = usePasted();
  const run = found.runs[chosen];
  // Without a run nobody who asks for it is drawn anew at each change of the task.
  const task = useDesign((state) => (run === undefined ? undefined : state.shown.task));
  return useMemo(() => run && task && withGivenUp(task, run), [task, run]);
}

/** Takes what was pasted in place of what was there; its first run is drawn. */
export function setPasted(text: string, found: RealRuns = NOTHING.found): void {
  pastedStore.setState({ text, found, chosen: 0, opened: designStore.getState().opened });
}

/** Draws another run of those that were pasted. */
export function chooseRealRun(chosen: number): void {
  pastedStore.setState({ chosen });
}
