/** The playhead goes from event to event of the run on screen. */

import { oncePer } from '../../src/model/oncePer.ts';
import type { Run } from '../../src/simulate/run.ts';
import { currentRun } from './useRun.ts';
import { setView, viewStore } from './viewStore.ts';

/** The seconds at which something happens, in order; routine checks of health are not worth a stop. */
export const momentsOf = oncePer((run: Run): readonly number[] => {
  const worth = run.events.filter(({ type }) => type !== 'checkPassed' && type !== 'checkFailed');
  return [...new Set([0, ...worth.map(({ at }) => at)])].sort((a, b) => a - b);
});

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
