import type { Because } from '../run.ts';
import type { Live } from '../world.ts';
import { KNOWN, log, schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** The image is pulled when all gates hold, not before. */
export const pull: Behavior = {
  id: 'pull',
  title:
    'The image of a container is pulled only when all that it depends on holds, unless the host pulls dependents up front (ECS_PULL_DEPENDENT_CONTAINERS_UPFRONT).',
  source:
    'amazon-ecs-agent 1.105.1, agent/engine/dependencygraph/graph.go, containerOrderingDependenciesIsResolved',

  step(world, container) {
    if (container.known !== KNOWN.MANIFEST_PULLED) return 'next';
    container.step = 'pull';
    container.pullStartedAt = world.now;
    log(world, 'pullStarted', container, lastGate(container));
    const { pullSeconds, pullFails } = container.behaviour;
    schedule(world, pullSeconds, pullFails ? 'pullFails' : 'pullEnds', container);
    return 'changed';
  },

  due: {
    pullEnds(world, _, container) {
      container.step = undefined;
      container.known = KNOWN.PULLED;
      log(world, 'pullEnded', container, { kind: 'step', step: 'pull' });
      return true;
    },
  },
};

/** Of the gates that hold the one that was released last. */
function lastGate(container: Live): Because {
  let last: Live['gates'][number] | undefined;
  for (const gate of container.gates) {
    if (gate.releasedAt !== undefined && gate.releasedAt >= (last?.releasedAt ?? 0)) last = gate;
  }
  return last ? { kind: 'gate', on: last.on.key, condition: last.condition } : { kind: 'task' };
}
