/** Which conditions ECS takes between two containers, and what to do about those it does not. */
import type { Condition, ContainerDefinition } from '../../model/containerDefinition.ts';
import { dependencies } from '../../model/dependencies.ts';
import type { Refusal } from '../../model/edit.ts';
import { type NamedContainer, namedContainers } from '../../model/namedContainers.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { containerAt, isGone, isMeant } from './address.ts';
import { suggestedHealthCheck } from './healthChecks.ts';

/** The four conditions of dependsOn, in the order in which they are offered. */
export const CONDITIONS: readonly Condition[] = ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'];

/** The condition that makes sense: HEALTHY with a health check, SUCCESS for what is not essential, else START. */
export function preselectCondition(task: TaskDefinition, waitedFor: NodeKey): Condition {
  const definition = containerAt(task, waitedFor)?.definition;
  if (definition?.healthCheck !== undefined) return 'HEALTHY';
  return definition?.essential === false ? 'SUCCESS' : 'START';
}

/** For each condition why ECS would refuse it between these two, with a remedy where there is one. */
export function conditionProblems(
  task: TaskDefinition,
  waits: NodeKey,
  waitedFor: NodeKey,
): Readonly<Record<Condition, Refusal | undefined>> {
  const problem = (condition: Condition) => conditionProblem(task, waits, waitedFor, condition);
  return {
    START: problem('START'),
    COMPLETE: problem('COMPLETE'),
    SUCCESS: problem('SUCCESS'),
    HEALTHY: problem('HEALTHY'),
  };
}

/**
 * Why one condition would be refused. SUCCESS and COMPLETE need a container that is not essential, HEALTHY one with a
 * health check (both by RegisterTaskDefinition), and nothing may wait in a circle (the ECS agent starts none of them).
 */
export function conditionProblem(
  task: TaskDefinition,
  waits: NodeKey,
  waitedFor: NodeKey,
  condition: Condition,
): Refusal | undefined {
  const waiting = containerAt(task, waits);
  const target = containerAt(task, waitedFor);
  if (waiting === undefined) return isGone(waits);
  if (target === undefined) return isGone(waitedFor);
  const path: Path = ['containerDefinitions', waiting.index, 'dependsOn'];
  if (target.name === '')
    return { refused: 'A container without a name cannot be waited for. Name it first.', path };
  if (!isMeant(task, target)) {
    return {
      refused: `Several containers are called ${target.name}. Give this one a name of its own first.`,
      path,
    };
  }
  const circle = circleWith(task, waiting, target, condition);
  if (circle !== undefined) {
    const refused =
      waiting.key === target.key
        ? `${waiting.name} cannot wait for itself.`
        : `${named(waiting)} and ${named(target)} would wait for each other in a circle: ${circle.join(' waits for ')}.`;
    return { refused, path };
  }
  switch (condition) {
    case 'START':
      return undefined;
    case 'SUCCESS':
    case 'COMPLETE':
      return target.definition.essential === false
        ? undefined
        : stillEssential(task, target, condition, path);
    case 'HEALTHY':
      return target.definition.healthCheck === undefined ? noHealthCheck(target, path) : undefined;
    default:
      return condition satisfies never;
  }
}

function stillEssential(
  task: TaskDefinition,
  target: NamedContainer,
  condition: Condition,
  path: Path,
): Refusal {
  const refused = `${target.name} is essential: when it exits, the whole task stops, so nothing can wait for its ${condition}.`;
  const others = namedContainers(task).filter(({ key }) => key !== target.key);
  if (!others.some(({ definition }) => definition.essential !== false)) {
    return { refused: `${refused} It is the only essential container, and a task needs one.`, path };
  }
  return {
    refused,
    path,
    remedy: {
      label: `Make ${target.name} non-essential`,
      edits: [{ op: 'set', path: ['containerDefinitions', target.index, 'essential'], value: false }],
    },
  };
}

function noHealthCheck(target: NamedContainer, path: Path): Refusal {
  const { command } = suggestedHealthCheck(target.definition);
  return {
    refused: `${target.name} has no health check, so it never becomes HEALTHY. A HEALTHCHECK of its image does not count.`,
    path,
    remedy: {
      label: `Add a health check to ${target.name}`,
      edits: [{ op: 'set', path: ['containerDefinitions', target.index, 'healthCheck'], value: { command } }],
    },
  };
}

/**
 * The circle that the new entry would close, as names from the waiting container round to itself. Judged on the task as
 * it would be, because FireLens gives way to what is written: a router that waits for something is waited for by nobody.
 */
function circleWith(
  task: TaskDefinition,
  waiting: NamedContainer,
  target: NamedContainer,
  condition: Condition,
): string[] | undefined {
  const containers = namedContainers(task).map((container) =>
    container.key === waiting.key
      ? { ...container, definition: withEntry(container.definition, target.name, condition) }
      : container,
  );
  const { edges } = dependencies(containers);
  const names = new Map(containers.map((container) => [container.key, named(container)]));
  const cameFrom = new Map<NodeKey, NodeKey>();
  const queue: NodeKey[] = [target.key];
  for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
    if (key === waiting.key) {
      const back: string[] = [];
      for (let step: NodeKey | undefined = key; step !== undefined; step = cameFrom.get(step)) {
        back.unshift(names.get(step) ?? '');
      }
      return [named(waiting), ...back];
    }
    for (const { to, from } of edges) {
      if (to === key && from !== target.key && !cameFrom.has(from)) {
        cameFrom.set(from, key);
        queue.push(from);
      }
    }
  }
  return undefined;
}

function withEntry(
  definition: ContainerDefinition,
  containerName: string,
  condition: Condition,
): ContainerDefinition {
  return { ...definition, dependsOn: [...(definition.dependsOn ?? []), { containerName, condition }] };
}

function named({ name, index }: NamedContainer): string {
  return name === '' ? `container ${index + 1}` : name;
}
