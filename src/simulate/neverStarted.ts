/** Who of a real run never started: 143 is the code of SIGTERM, and that of a container which ECS gave up. */
import { items } from '../model/list.ts';
import { containersByName, namedContainers } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { RealContainer, RealRun } from './realRun.ts';
import { givenUpSpans } from './realSpans.ts';

/**
 * The run in which those are drawn as given up that cannot have run, though nothing but the code 143 was reported: they
 * wait for the SUCCESS of one that failed, or for one that never ran itself, and the task was never RUNNING.
 */
export function withGivenUp(task: TaskDefinition, run: RealRun): RealRun {
  if (run.startedAt !== undefined) return run;
  const byName = containersByName(namedContainers(task));
  let { containers } = run;
  for (;;) {
    const ended = new Map(containers.map((container) => [container.name, container]));
    const next = containers.map((container) => {
      const silent = container.exitCode === 143 && container.reason === undefined;
      if (!silent || neverRan(container)) return container;
      const waits = items(byName.get(container.name)?.definition.dependsOn);
      const hopeless = waits.some(([{ containerName = '', condition }]) => {
        const on = ended.get(containerName);
        if (on === undefined || on.lastStatus !== 'STOPPED') return false;
        return neverRan(on) || (condition === 'SUCCESS' && on.exitCode !== 0);
      });
      return hopeless ? { ...container, spans: givenUpSpans(run) } : container;
    });
    if (next.every((container, place) => container === containers[place])) break;
    containers = next;
  }
  return containers === run.containers ? run : { ...run, containers };
}

function neverRan({ spans }: RealContainer): boolean {
  const end = spans.at(-1)?.state;
  return end === 'givenUp' || end === 'failed' || end === 'neverRan';
}
