/** What ECS does, in the order in which it does it with a container. */
import type { Behavior } from './behavior.ts';
import { essential } from './essential.ts';
import { gates } from './gates.ts';
import { gatesOfTheTask } from './gates-of-the-task.ts';
import { givenUp } from './given-up.ts';
import { healthCheck } from './health-check.ts';
import { polling } from './polling.ts';
import { processExit } from './process-exit.ts';
import { pull } from './pull.ts';
import { pullFailure } from './pull-failure.ts';
import { restartPolicy } from './restart-policy.ts';
import { start } from './start.ts';
import { startTimeout } from './start-timeout.ts';
import { stopOrder } from './stop-order.ts';
import { stopTaskCall } from './stop-task.ts';
import { stopTimeout } from './stop-timeout.ts';
import { taskStatus } from './task-status.ts';

export const behaviors: readonly Behavior[] = [
  gatesOfTheTask,
  stopOrder,
  givenUp,
  gates,
  pull,
  pullFailure,
  start,
  startTimeout,
  polling,
  healthCheck,
  processExit,
  restartPolicy,
  stopTimeout,
  stopTaskCall,
  essential,
  taskStatus,
];
