/** Which container of a real run brought the task down. */
import { containersByName, namedContainers } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { RealContainer, RealRun } from './realRun.ts';

/**
 * The container that ended first as far as codes and reasons tell: one that could not be pulled or started, then an
 * essential one that left by itself. 143 and 137 without a word of memory are what a stop does to the others. A
 * dependent that was given up is no culprit: the one it waited for is, which `givenUpFor` names.
 */
export function culpritOf(task: TaskDefinition, run: RealRun): RealContainer | undefined {
  if (run.stopCode === 'UserInitiated' || run.stopCode === 'ServiceSchedulerInitiated') return undefined;
  const byName = containersByName(namedContainers(task));
  const isEssential = ({ name }: RealContainer) => byName.get(name)?.definition.essential !== false;
  const { containers } = run;
  const failed = containers.find(
    ({ reason }) => /^Cannot\w+Error/.test(reason ?? '') && !/dependency graph/.test(reason ?? ''),
  );
  if (failed) return failed;
  const givenUp = containers.find(({ reason }) => /dependency graph/.test(reason ?? ''));
  const awaited = containers.find(({ name }) => name === givenUpFor(givenUp?.reason ?? ''));
  if (awaited) return awaited;
  const memory = containers.find(({ reason }) => /OutOfMemory/.test(reason ?? ''));
  if (memory) return memory;
  const left = containers.filter((container) => container.exitCode !== undefined && isEssential(container));
  return (
    left.find(({ exitCode }) => exitCode !== 0 && exitCode !== 143 && exitCode !== 137) ??
    silentSuccess(task, containers) ??
    left.find(({ exitCode }) => exitCode === 0) ??
    left[0]
  );
}

/** Whom a container that was given up waited for, by the words of the agent. */
export function givenUpFor(reason: string): string | undefined {
  return /dependency \[([^\]]+)\]/.exec(reason)?.[1]?.split(/[\s,]/)[0];
}

/** Somebody who failed although others need its SUCCESS, when the reason of the given-up one was not recorded. */
function silentSuccess(
  task: TaskDefinition,
  containers: readonly RealContainer[],
): RealContainer | undefined {
  const awaited = new Set(
    namedContainers(task).flatMap(({ definition }) =>
      (definition.dependsOn ?? []).flatMap((entry) =>
        entry?.condition === 'SUCCESS' && entry.containerName ? [entry.containerName] : [],
      ),
    ),
  );
  return containers.find(
    ({ name, exitCode }) => awaited.has(name) && exitCode !== undefined && exitCode !== 0,
  );
}
