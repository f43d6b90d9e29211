/** The checks of a health check that went on with one result and changed nothing. */
import { roundSeconds } from './seconds.ts';
import type { Live } from './world.ts';

/** Most checks of one container that a run keeps: a day of the shortest interval. */
const MOST = 20_000;

/** Writes the quiet checks that began before `until` into `probes`, and ends the quiet. */
export function fillQuietProbes(container: Live, until: number): void {
  const { quiet, probes } = container;
  if (quiet === undefined) return;
  container.quiet = undefined;
  if (quiet.every <= 0) return;
  for (let count = 0; probes.length < MOST; count += 1) {
    const at = roundSeconds(quiet.from + count * quiet.every);
    if (at >= until) return;
    probes.push({ at, passed: quiet.passed });
  }
}
