/** The lessons in the order in which they are best read, and the puzzles from easy to hard. */

import { complete } from './complete.ts';
import { essential } from './essential.ts';
import { firelens } from './firelens.ts';
import { fourContainers } from './four-containers.ts';
import { healthArithmetic } from './health-arithmetic.ts';
import { initSuccess } from './init-success.ts';
import type { Lesson } from './lesson.ts';
import { logLoss } from './log-loss.ts';
import { proxyLoopback } from './proxy-loopback.ts';
import { puzzleAsksTooEarly } from './puzzle-asks-too-early.ts';
import { puzzleBlindApp } from './puzzle-blind-app.ts';
import { puzzleGivenUp } from './puzzle-given-up.ts';
import { puzzleHalfAFile } from './puzzle-half-a-file.ts';
import { puzzleKilled137 } from './puzzle-killed-137.ts';
import { puzzleMakeItSurvive } from './puzzle-make-it-survive.ts';
import { puzzleNeverStarts } from './puzzle-never-starts.ts';
import { puzzleNoEssential } from './puzzle-no-essential.ts';
import { puzzleSecretsNobodyReads } from './puzzle-secrets-nobody-reads.ts';
import { puzzleSlowStop } from './puzzle-slow-stop.ts';
import { puzzleUnderFifteen } from './puzzle-under-fifteen.ts';
import { puzzleWhoKilledIt } from './puzzle-who-killed-it.ts';
import { readyNotStarted } from './ready-not-started.ts';
import { restartPolicy } from './restart-policy.ts';
import { startTimeout } from './start-timeout.ts';
import { stopOrder } from './stop-order.ts';
import { twoRoles } from './two-roles.ts';
import { volumeHandOff } from './volume-hand-off.ts';
import { whatATaskShares } from './what-a-task-shares.ts';

export const course: readonly Lesson[] = [
  whatATaskShares,
  essential,
  readyNotStarted,
  initSuccess,
  healthArithmetic,
  complete,
  startTimeout,
  volumeHandOff,
  firelens,
  logLoss,
  stopOrder,
  restartPolicy,
  twoRoles,
  proxyLoopback,
  fourContainers,
];

export const puzzles: readonly Lesson[] = [
  puzzleWhoKilledIt,
  puzzleHalfAFile,
  puzzleNoEssential,
  puzzleNeverStarts,
  puzzleBlindApp,
  puzzleGivenUp,
  puzzleKilled137,
  puzzleSecretsNobodyReads,
  puzzleUnderFifteen,
  puzzleMakeItSurvive,
  puzzleAsksTooEarly,
  puzzleSlowStop,
];

/** All of them; the first is where a newcomer begins. */
export const lessons: readonly Lesson[] = [...course, ...puzzles];

/** The lesson of an id, as a link names it. */
export function lessonById(id: string): Lesson | undefined {
  return lessons.find((lesson) => lesson.id === id);
}
