import { becomeRunning } from '../running.ts';
import type { Live, World } from '../world.ts';
import { KNOWN, log, schedule } from '../world.ts';
import type { Behavior, Step } from './behavior.ts';

/** Created, then started, when the image is there and the gates still hold. */
export const start: Behavior = {
  id: 'start',
  title:
    'A container is created and then started; before each of the two its dependencies are tested again. If the runtime refuses to start it, it never runs and has no exit code.',
  source: 'amazon-ecs-agent 1.105.1, agent/engine/task_manager.go, containerNextState and handleEventError',

  step(world, container) {
    if (container.known === KNOWN.PULLED) {
      container.known = KNOWN.CREATED;
      log(world, 'created', container, { kind: 'step', step: 'pull' });
      return 'changed';
    }
    if (container.known !== KNOWN.CREATED) return 'next';
    const { startSeconds } = container.behaviour;
    if (startSeconds === 0) return started(world, container);
    container.step = 'start';
    schedule(world, startSeconds, 'startEnds', container);
    return 'changed';
  },

  due: {
    startEnds(world, _, container) {
      started(world, container);
      return true;
    },
  },
};

/** A failed start only marks the container to stop: that its dependents hear of it first is left to the next pass. */
function started(world: World, container: Live): Step {
  if (!container.behaviour.cannotStart) {
    becomeRunning(world, container, { kind: 'step', step: 'start' });
    return 'changed';
  }
  container.step = undefined;
  container.wanted = 'STOPPED';
  container.startFailed = true;
  log(world, 'startFailed', container, { kind: 'process' });
  return 'endPass';
}
