import type { Due, World } from '../world.ts';
import { schedule } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** With `environment.agentPolling` the agent looks again only every 5 s while it waits for health or a startTimeout. */
export const polling: Behavior = {
  id: 'polling',
  title:
    'A change of health and a startTimeout that is over do not wake the agent: while nothing else happens it looks again every 5 s, and while an image is pulled or a container started not before that is done.',
  source:
    'amazon-ecs-agent 1.105.1, agent/engine/task_manager.go, waitForTransition and transitionPollTime; docker_task_engine.go, handleDockerEvent',

  due: {
    agentLooks: (world) => !isBusy(world),
  },
};

const POLL_SECONDS = 5;

/** Whether the agent is left asleep by what has just happened; then it is noted when it looks. */
export function leavesAgentAsleep(world: World, { kind, container }: Due): boolean {
  if (world.environment.agentPolling !== true) return false;
  if (kind !== 'checkEnds' && kind !== 'healthIsReported' && kind !== 'startTimeoutPasses') return false;
  const past = world.now - world.lookedAt;
  const wait = Math.ceil(past / POLL_SECONDS) * POLL_SECONDS - past;
  if (wait === 0 && !isBusy(world)) return false;
  const when = isBusy(world) ? 'when the step in flight is done' : `at ${(world.now + wait).toFixed(1)} s`;
  world.uncertain.push({
    kind: 'agentOnly',
    ...(container && { container: container.key }),
    at: world.now,
    text: `The agent on EC2 looks at ${container?.key ?? 'the task'} every 5 s only: what happens at ${world.now.toFixed(1)} s it notices ${when}; how often Fargate looks is not known.`,
  });
  if (!isBusy(world)) schedule(world, wait, 'agentLooks');
  return true;
}

function isBusy({ containers }: World): boolean {
  return containers.some(({ step }) => step !== undefined);
}
