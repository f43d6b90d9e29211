/** What can be expected of a task and its run, in the order of the list to choose from. */
import { containerExists } from './container-exists.ts';
import { containerExitsWith } from './container-exits-with.ts';
import { containerHas } from './container-has.ts';
import { containerIsEssential } from './container-is-essential.ts';
import { containerIsHealthy } from './container-is-healthy.ts';
import { containerIsRestarted } from './container-is-restarted.ts';
import { containerLogsThrough } from './container-logs-through.ts';
import { containerMounts } from './container-mounts.ts';
import { containerNeverStarts } from './container-never-starts.ts';
import { containerStarts } from './container-starts.ts';
import { containerStartsAfter } from './container-starts-after.ts';
import { containerStopsAfter } from './container-stops-after.ts';
import { containerWaitsFor } from './container-waits-for.ts';
import { fieldIs } from './field-is.ts';
import { filesAreReady } from './files-are-ready.ts';
import { noContainerKilled } from './no-container-killed.ts';
import { noErrors } from './no-errors.ts';
import { noFinding } from './no-finding.ts';
import { noLogLost } from './no-log-lost.ts';
import type { Predicate } from './predicate.ts';
import { stopTakesAtMost } from './stop-takes-at-most.ts';
import { taskKeepsRunning } from './task-keeps-running.ts';
import { taskReachesRunning } from './task-reaches-running.ts';
import { taskStopsBecause } from './task-stops-because.ts';
import { taskSurvives } from './task-survives.ts';

export const predicates: readonly Predicate[] = [
  taskReachesRunning,
  containerStarts,
  containerStartsAfter,
  containerNeverStarts,
  containerIsHealthy,
  taskSurvives,
  noLogLost,
  taskKeepsRunning,
  taskStopsBecause,
  stopTakesAtMost,
  noContainerKilled,
  containerExitsWith,
  containerIsRestarted,
  containerStopsAfter,
  filesAreReady,
  containerExists,
  containerIsEssential,
  containerWaitsFor,
  containerMounts,
  containerLogsThrough,
  containerHas,
  fieldIs,
  noErrors,
  noFinding,
];
