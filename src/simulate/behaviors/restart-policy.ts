import { items } from '../../model/list.ts';
import { roundSeconds, secondsOr } from '../seconds.ts';
import type { Live, World } from '../world.ts';
import { log, schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** A restart policy brings a container back that ran long enough. */
export const restartPolicy: Behavior = {
  id: 'restart-policy',
  title:
    'An exit is followed by a restart if the policy is enabled, the code is not ignored, nothing is being stopped, and the container ran at least restartAttemptPeriod since its latest start. An exit that comes earlier is final, and so is one after which the restart fails. The container stays RUNNING throughout, and nobody is told.',
  source:
    'amazon-ecs-agent 1.105.1, ecs-agent/api/container/restart/restart_tracker.go, ShouldRestart; agent/engine/task_manager.go, handleContainerChange',

  leaves(world, container, code) {
    const period = restartsAfter(world, container, code);
    if (period === undefined) return false;
    const ranFor = roundSeconds(world.now - (container.lastRestartAt ?? container.startedAt ?? 0));
    if (container.behaviour.cannotRestart) {
      log(world, 'restartFailed', container, { kind: 'restartPolicy', ranFor, period }, code);
      return false;
    }
    container.restarts += 1;
    container.lastRestartAt = world.now;
    container.run += 1;
    log(world, 'restarting', container, { kind: 'restartPolicy', ranFor, period }, code);
    const { startSeconds } = container.behaviour;
    if (startSeconds === 0) runAgain(world, container);
    else schedule(world, startSeconds, 'restartEnds', container);
    return true;
  },

  due: {
    restartEnds(world, _, container) {
      if (container.signalledAt !== undefined) return false;
      runAgain(world, container);
      return true;
    },
  },
};

/** The default of restartAttemptPeriod (API reference, ContainerRestartPolicy). */
const DEFAULT_PERIOD = 300;

/** The least run time after which this exit is followed by a restart, if it is. */
function restartsAfter(world: World, container: Live, code: number): number | undefined {
  const policy = container.definition.restartPolicy;
  if (!policy?.enabled || container.wanted === 'STOPPED') return undefined;
  if (items(policy.ignoredExitCodes).some(([ignored]) => ignored === code)) return undefined;
  const period = secondsOr(policy.restartAttemptPeriod, DEFAULT_PERIOD);
  const since = container.lastRestartAt ?? container.startedAt ?? 0;
  return roundSeconds(world.now - since) >= period ? period : undefined;
}

function runAgain(world: World, container: Live): void {
  container.runStartedAt = world.now;
  log(world, 'restarted', container, { kind: 'step', step: 'start' });
  world.tell.runs(container);
}
