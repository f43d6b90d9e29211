import { holds, testCondition } from '../condition.ts';
import type { Live, World } from '../world.ts';
import { KNOWN, log } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** Nothing of a container happens before all its gates hold; they are tested before the pull, the create and the start. */
export const gates: Behavior = {
  id: 'gates',
  title:
    'The pull, the create and the start of a container each wait until all that it depends on holds. Once it runs, nobody looks again.',
  source:
    'amazon-ecs-agent 1.105.1, agent/engine/dependencygraph/graph.go, containerOrderingDependenciesIsResolved',

  step(world, container) {
    if (container.step === 'start') return 'wait';
    observe(world, container);
    if (container.step === 'pull') return 'wait';
    const pullIsFree = world.environment.pullUpfront === true;
    for (const { on, condition } of container.gates) {
      if (testCondition(condition, on, container.known, pullIsFree) !== 'resolved') return 'wait';
    }
    return 'next';
  },
};

/** Notes which gates have come to hold, and which have ceased to. */
function observe(world: World, container: Live): void {
  for (const gate of container.gates) {
    const open = holds(gate.condition, gate.on);
    if (open === (gate.releasedAt !== undefined)) continue;
    gate.releasedAt = open ? world.now : undefined;
    log(world, open ? 'gateReleased' : 'gateLapsed', container, {
      kind: 'gate',
      on: gate.on.key,
      condition: gate.condition,
    });
    if (!open && container.known >= KNOWN.MANIFEST_PULLED && container.pullStartedAt !== undefined) {
      world.uncertain.push({
        kind: 'agentOnly',
        container: container.key,
        at: world.now,
        text: `${gate.on.key} ceases to be ${gate.condition} before ${container.key} is started: on EC2 the agent waits for it again; whether Fargate does is not known.`,
      });
    }
  }
}
