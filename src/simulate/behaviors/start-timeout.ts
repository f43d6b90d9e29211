import { isSeconds } from '../seconds.ts';
import { KNOWN, log, schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** How long others wait for a container's exit or health, counted from its own first start. */
export const startTimeout: Behavior = {
  id: 'start-timeout',
  title:
    'startTimeout belongs to the container that is waited for: when more than that has gone by since its first start, those that wait for it with SUCCESS, COMPLETE or HEALTHY, and are not created yet, are given up. START does not look at it.',
  source: 'amazon-ecs-agent 1.105.1, agent/engine/dependencygraph/graph.go, hasDependencyTimedOut',

  runs(world, container) {
    const limit = container.definition.startTimeout;
    if (container.run !== 1 || !isSeconds(limit) || limit === 0) return;
    const awaited = container.dependents.some(({ gates }) =>
      gates.some(({ on, condition }) => on === container && condition !== 'START' && condition !== 'CREATE'),
    );
    // A restart does not reset it, and it must be exceeded, not only reached.
    if (awaited) schedule(world, limit, 'startTimeoutPasses', container, { run: -1, rank: 1 });
  },

  due: {
    startTimeoutPasses(world, _, container) {
      container.startTimedOut = true;
      const waiting = container.dependents.filter(
        ({ known, wanted, gates }) =>
          known < KNOWN.CREATED &&
          wanted === 'RUNNING' &&
          gates.some(
            ({ on, condition }) => on === container && condition !== 'START' && condition !== 'CREATE',
          ),
      );
      if (waiting.length === 0) return false;
      const seconds = container.definition.startTimeout ?? 0;
      log(world, 'startTimeoutPassed', container, { kind: 'startTimeout', seconds });
      for (const { key, step } of waiting) {
        if (step !== 'pull') continue;
        world.uncertain.push({
          kind: 'agentOnly',
          container: key,
          at: world.now,
          text: `The startTimeout of ${container.key} passes while ${key} pulls its image: the agent on EC2 then gives ${key} up; whether Fargate does is not known.`,
        });
      }
      return true;
    },
  },
};
