import type { Because } from '../run.ts';
import type { Live, World } from '../world.ts';
import { KNOWN, log } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** Whoever is meant to stop does so when all that directly depend on it have stopped. */
export const stopOrder: Behavior = {
  id: 'stop-order',
  title:
    'A container is stopped only when every container that directly depends on it is STOPPED; all that are free to stop are signalled at once. One that never ran becomes STOPPED without a signal and without an exit code.',
  source: 'amazon-ecs-agent 1.105.1, agent/engine/dependencygraph/graph.go, verifyShutdownOrder',

  step(world, container) {
    if (container.wanted !== 'STOPPED') return 'next';
    if (container.signalledAt !== undefined) return 'wait';
    // A start call in flight is awaited; a pull is not.
    if (container.step === 'start') return 'wait';
    for (const dependent of container.dependents) {
      if (dependent.known !== KNOWN.STOPPED) return 'wait';
    }
    if (container.known < KNOWN.RUNNING) {
      container.endsWithPass ??= {
        type: 'cancelled',
        because: container.pullFailed
          ? { kind: 'pullFailed', on: container.key }
          : container.startFailed
            ? { kind: 'startFailed' }
            : { kind: 'taskStopping' },
      };
      return 'changed';
    }
    container.signalledAt = world.now;
    log(world, 'signalled', container, whyNow(world, container));
    world.tell.signalled(container);
    return 'changed';
  },
};

/** The dependent that stopped last, if that is what it had to wait for. */
function whyNow(world: World, container: Live): Because {
  let last: Live | undefined;
  for (const dependent of container.dependents) {
    if ((dependent.stoppedAt ?? 0) <= (world.stoppingAt ?? 0)) continue;
    if (!last || (dependent.stoppedAt ?? 0) >= (last.stoppedAt ?? 0)) last = dependent;
  }
  return last ? { kind: 'dependentStopped', on: last.key } : { kind: 'taskStopping' };
}
