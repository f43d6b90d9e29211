import { testCondition } from '../condition.ts';
import type { Behavior } from './behavior.ts';

/** A container whose dependency can never hold is given up: exit code 143, though it got no signal. */
export const givenUp: Behavior = {
  id: 'given-up',
  title:
    'A container never starts when one of its dependencies can never hold: the other timed out, did not exit successfully, or will never start. ECS gives it up with exit code 143; if it is essential, the task stops.',
  source:
    'amazon-ecs-agent 1.105.1, agent/engine/task_manager.go, handleTerminalDependencyError; dependencygraph/graph.go, verifyContainerOrderingStatusResolvable',

  step(_, container) {
    if (container.step !== undefined) return 'next';
    for (const { on, condition } of container.gates) {
      const why = testCondition(condition, on, container.known);
      if (why === 'resolved' || why === 'waiting') continue;
      container.wanted = 'STOPPED';
      container.exitCode = GIVEN_UP;
      container.endsWithPass = {
        type: 'givenUp',
        because: { kind: 'unresolvable', on: on.key, condition, why },
      };
      return 'changed';
    }
    return 'next';
  },
};

/** What docker reports after SIGTERM; ECS borrows it. */
const GIVEN_UP = 143;
