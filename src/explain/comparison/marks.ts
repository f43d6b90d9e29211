/** What of a picture is new, gone or different beside another picture, by the keys of its nodes and edges. */

import { containerFields } from '../../model/fields/containerFields.ts';
import { graph } from '../../model/graph.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { ChangeKind } from './definitionChanges.ts';
import { pairs } from './pairs.ts';
import { canonical, memberChanges } from './valueChanges.ts';

export type Marks = ReadonlyMap<string, ChangeKind>;

/** For the picture of `before` what goes, for that of `after` what comes, for both what is otherwise. */
export function marksOf(
  before: TaskDefinition,
  after: TaskDefinition,
): { readonly before: Marks; readonly after: Marks } {
  const old = new Map<string, ChangeKind>();
  const fresh = new Map<string, ChangeKind>();
  for (const pair of pairs(before, after)) {
    if (pair.before === undefined) fresh.set(pair.after?.key ?? '', 'added');
    else if (pair.after === undefined) old.set(pair.before.key, 'removed');
    else if (
      memberChanges('', containerFields, { ...pair.before.definition }, { ...pair.after.definition }).length >
      0
    ) {
      old.set(pair.before.key, 'changed');
      fresh.set(pair.after.key, 'changed');
    }
  }
  const one = drawn(before);
  const other = drawn(after);
  for (const [key, look] of one) {
    const now = other.get(key);
    if (now === undefined) old.set(key, 'removed');
    else if (now !== look) {
      old.set(key, 'changed');
      fresh.set(key, 'changed');
    }
  }
  for (const key of other.keys()) if (!one.has(key)) fresh.set(key, 'added');
  return { before: old, after: fresh };
}

/** Everything but containers by its key, and what it looks like. */
function drawn(task: TaskDefinition): ReadonlyMap<string, string> {
  const { volumes, logs, dependencies, mounts, routes } = graph(task);
  return new Map([
    ...volumes.map(({ key, volume }) => [key, canonical(volume)] as const),
    ...logs.map(({ key }) => [key, ''] as const),
    ...dependencies.map(({ key, condition }) => [key, condition] as const),
    ...mounts.map(({ key }) => [key, ''] as const),
    ...routes.map(({ key, to }) => [key, to] as const),
  ]);
}
