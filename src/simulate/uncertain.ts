/** What a run cannot know, beside what the behaviours noted as it went. */
import type { Uncertainty } from './run.ts';
import type { World } from './world.ts';
import { KNOWN } from './world.ts';

/** All doubts of the run, each as a sentence. */
export function doubts(world: World): readonly Uncertainty[] {
  return [...world.uncertain, ...listOrder(world), ...stopCode(world), ...endlessRestarts(world)];
}

/** Source: amazon-ecs-agent, engine/task_manager.go: containers are visited in list order within one pass. */
function listOrder({ containers }: World): Uncertainty[] {
  const found: Uncertainty[] = [];
  for (const { key, gates, pullStartedAt, stoppedAt, givenUp } of containers) {
    for (const { on, condition } of gates) {
      if (!on.givenUp || condition === 'SUCCESS' || condition === 'HEALTHY') continue;
      const at = givenUp ? stoppedAt : pullStartedAt;
      if (at === undefined || on.stoppedAt === undefined || at < on.stoppedAt) continue;
      const outcome = givenUp ? 'is given up too' : 'starts';
      const text = `${key} ${outcome}, but that depends on the order of the list: ${on.key} is given up, and whether ${key}, which waits for its ${condition}, is looked at before or after it decides.`;
      found.push({ kind: 'listOrder', container: key, at, text });
    }
  }
  return found;
}

function stopCode({ containers, stopCause, runningAt, stoppingAt }: World): Uncertainty[] {
  const cause = containers.find(({ key }) => key === stopCause);
  if (!cause || runningAt !== undefined || stoppingAt === undefined) return [];
  const text = `${cause.key} ends the task before it is RUNNING: whether ECS then reports TaskFailedToStart or EssentialContainerExited is not settled.`;
  return [{ kind: 'stopCode', container: cause.key, at: stoppingAt, text }];
}

/** A container of which every further run ends as the last one did. */
function endlessRestarts({ containers, queue, scenario }: World): Uncertainty[] {
  const found: Uncertainty[] = [];
  for (const { key, behaviour, definition, known, restarts, run, lastRestartAt } of containers) {
    if (known === KNOWN.STOPPED || restarts < 2 || run < behaviour.exitsByRun.length) continue;
    const exit = behaviour.exitsByRun.at(-1);
    const again = queue.rest().some((due) => due.container?.key === key && due.kind === 'processExits');
    if (!exit || !again || definition.restartPolicy?.enabled !== true || lastRestartAt === undefined)
      continue;
    const text = `${key} restarts over and over: ${restarts} times until ${scenario.horizonSeconds.toFixed(1)} s, where this run ends.`;
    found.push({ kind: 'endlessRestarts', container: key, text });
  }
  return found;
}
