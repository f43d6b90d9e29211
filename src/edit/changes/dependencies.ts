/** Who waits for whom: connect, disconnect, and the condition in between. */
import type { Condition } from '../../model/containerDefinition.ts';
import type { Refusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { NamedContainer } from '../../model/namedContainers.ts';
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Change } from '../change.ts';
import { containerAt, isGone, titleOf } from './address.ts';
import { conditionProblem } from './conditions.ts';
import { changeOf } from './writer.ts';

export interface ConnectOptions {
  /** Also does what ECS demands first: makes the other non-essential, or gives it a health check. */
  readonly withRemedy?: boolean;
}

/**
 * Makes one container wait for another. Where it does so already, the condition of that entry is changed. What ECS
 * would refuse is refused with its remedy.
 */
export function connect(
  waits: NodeKey,
  waitedFor: NodeKey,
  condition: Condition,
  { withRemedy = false }: ConnectOptions = {},
): Change {
  return changeOf(`Connect ${titleOf(waitedFor)} to ${titleOf(waits)}`, (writer) => {
    const { task } = writer;
    const waiting = containerAt(task, waits);
    const target = containerAt(task, waitedFor);
    if (waiting === undefined) return isGone(waits);
    if (target === undefined) return isGone(waitedFor);
    const entry = entriesBetween(waiting, target)[0];
    if (entry?.condition === condition) return undefined;

    const problem = conditionProblem(task, waits, waitedFor, condition);
    if (problem !== undefined && !(withRemedy && problem.remedy !== undefined)) return problem;
    writer.edits.push(...(problem?.remedy?.edits ?? []));
    if (entry !== undefined) writer.set([...entry.path, 'condition'], condition);
    else writer.append(listOf(waiting), { containerName: target.name, condition });
    return undefined;
  });
}

/** Takes an entry of dependsOn out; `occurrence` (from 1) where several stand between the same two. */
export function disconnect(waits: NodeKey, waitedFor: NodeKey, occurrence = 1): Change {
  return changeOf(`Disconnect ${titleOf(waitedFor)} from ${titleOf(waits)}`, (writer) => {
    const found = entry(writer.task, waits, waitedFor, occurrence);
    if ('refused' in found) return found;
    writer.removeItems(found.list, [found.index]);
    return undefined;
  });
}

/** Gives an entry of dependsOn another condition; what ECS would refuse is refused with its remedy. */
export function changeCondition(
  waits: NodeKey,
  waitedFor: NodeKey,
  condition: Condition,
  { occurrence = 1, withRemedy = false }: ConnectOptions & { readonly occurrence?: number } = {},
): Change {
  return changeOf(`Wait for ${titleOf(waitedFor)} ${condition}`, (writer) => {
    const found = entry(writer.task, waits, waitedFor, occurrence);
    if ('refused' in found) return found;
    if (found.condition === condition) return undefined;
    const problem = conditionProblem(writer.task, waits, waitedFor, condition);
    if (problem !== undefined && !(withRemedy && problem.remedy !== undefined)) return problem;
    writer.edits.push(...(problem?.remedy?.edits ?? []));
    writer.set([...found.path, 'condition'], condition);
    return undefined;
  });
}

interface Entry {
  readonly list: Path;
  readonly index: number;
  readonly path: Path;
  readonly condition: Condition;
}

function entry(
  task: TaskDefinition,
  waits: NodeKey,
  waitedFor: NodeKey,
  occurrence: number,
): Entry | Refusal {
  const waiting = containerAt(task, waits);
  const target = containerAt(task, waitedFor);
  if (waiting === undefined) return isGone(waits);
  if (target === undefined) return isGone(waitedFor);
  const found = entriesBetween(waiting, target)[occurrence - 1];
  return found ?? { refused: `${titleOf(waits)} does not wait for ${titleOf(waitedFor)} by dependsOn.` };
}

function entriesBetween(waiting: NamedContainer, target: NamedContainer): Entry[] {
  const list = listOf(waiting);
  return items(waiting.definition.dependsOn).flatMap(([{ containerName, condition }, index]) =>
    containerName === target.name && condition !== undefined
      ? [{ list, index, path: [...list, index], condition }]
      : [],
  );
}

function listOf(container: NamedContainer): Path {
  return ['containerDefinitions', container.index, 'dependsOn'];
}
