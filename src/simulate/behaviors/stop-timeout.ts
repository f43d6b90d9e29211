import { leave } from '../running.ts';
import type { Live, World } from '../world.ts';
import { schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** From the signal to the kill. */
export const stopTimeout: Behavior = {
  id: 'stop-timeout',
  title:
    'A container that is still there stopTimeout seconds after its stop signal is killed: exit code 137. The time counts from its own signal, so in a chain the waits add up. Default: 30 s, or what the host says.',
  source:
    'amazon-ecs-agent 1.105.1, agent/engine/docker_task_engine.go, stopContainer; agent/config/config.go',

  signalled(world, container) {
    const { ignoresSigterm, sigtermExit } = container.behaviour;
    if (!ignoresSigterm) {
      schedule(world, sigtermExit.afterSeconds, 'leavesOnSignal', container, { value: sigtermExit.code });
    }
    // Scheduled last: whoever leaves in the very second of the kill leaves by itself.
    schedule(world, stopTimeoutOf(world, container), 'stopTimeoutEnds', container);
  },

  due: {
    leavesOnSignal(world, { value }, container) {
      leave(world, container, 'exited', value, { kind: 'stopSignal' });
      return true;
    },
    stopTimeoutEnds(world, { since }, container) {
      const seconds = world.now - since;
      leave(world, container, 'killed', KILLED, { kind: 'stopTimeout', seconds });
      return true;
    },
  },
};

const KILLED = 137;
const DEFAULT_STOP_TIMEOUT = 30;

/** 0 and nonsense mean the host's; the host takes no less than 1 s. */
function stopTimeoutOf({ environment }: World, { definition }: Live): number {
  const own = definition.stopTimeout;
  if (own !== undefined && Number.isFinite(own) && own > 0) return own;
  const host = environment.hostStopTimeout;
  return host !== undefined && Number.isFinite(host) && host >= 1 ? host : DEFAULT_STOP_TIMEOUT;
}
