/** The playhead goes from event to event of the run on screen. */
import type { Run } from '../../src/simulate/run.ts';
import { currentRun } from './useRun.ts';
import { setView, viewStore } from './viewStore.ts';

const timesPerRun = new WeakMap<Run, readonly number[]>();

/** The seconds at which something happens, in order; routine checks of health are not worth a stop. */
export function momentsOf(run: Run): readonly number[] {
  const known = timesPerRun.get(run);
  if (known !== undefined) return known;
  const worth = run.events.filter(({ type }) => type !== 'checkPassed' && type !== 'checkFailed');
  const times = [...new Set([0, ...worth.map(({ at }) => at)])].sort((a, b) => a - b);
  timesPerRun.set(run, times);
  return times;
}

/** Puts the playhead on the next event, or the one before; it stays at the ends. */
export function stepPlayhead(direction: 1 | -1): void {
  const now = viewStore.getState().playhead;
  const times = momentsOf(currentRun());
  const next =
    direction === 1
      ? times.find((time) => now === undefined || time > now)
      : times.findLast((time) => now !== undefined && time < now);
  setView({ playing: false, playhead: next ?? now ?? 0 });
}

/** Plays from the playhead on, from the start when it stands at the end; or halts it. */
export function playOrPause(): void {
  const { playing, playhead } = viewStore.getState();
  if (playing) {
    setView({ playing: false });
    return;
  }
  const atEnd = playhead !== undefined && playhead >= (momentsOf(currentRun()).at(-1) ?? 0);
  setView({ playing: true, bottomFolded: false, playhead: playhead === undefined || atEnd ? 0 : playhead });
}
