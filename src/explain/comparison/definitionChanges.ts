/** What differs between two task definitions, in the terms of ECS: whatever the order in which things are written. */

import { parseCpu, parseMemory } from '../../model/fargateSizes.ts';
import { containerFields } from '../../model/fields/containerFields.ts';
import { taskFields } from '../../model/fields/taskFields.ts';
import type { NamedContainer } from '../../model/namedContainers.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { portsThatStay } from './namedPorts.ts';
import { type Pair, pairs } from './pairs.ts';
import { memberChanges } from './valueChanges.ts';

export type ChangeKind = 'added' | 'removed' | 'changed';

/** What became of the task itself, or of one container. */
export interface SubjectChange {
  /** "Task", or the name of the container as it is now. */
  readonly subject: string;
  readonly kind: ChangeKind;
  /** "HEALTHY on envoy added", "memory 512 → 1024"; of what was added what it is; none for what was removed. */
  readonly changes: readonly string[];
}

/**
 * The task first, then the containers in the order of `after`, then what was removed. Order in lists counts only for
 * the words of a command, a value that is a default is the same written or left out, and "1 vCPU" is "1024".
 */
export function definitionChanges(before: TaskDefinition, after: TaskDefinition): readonly SubjectChange[] {
  const { containerDefinitions: _, ...own } = taskFields;
  const changes = memberChanges('', own, sized(before, after), sized(after, before));
  return [
    ...(changes.length === 0 ? [] : [{ subject: 'Task', kind: 'changed' as const, changes }]),
    ...pairs(before, after).flatMap(pairChanges),
  ];
}

function pairChanges({ before, after }: Pair): SubjectChange[] {
  if (after === undefined) {
    return before === undefined ? [] : [{ subject: nameOf(before), kind: 'removed', changes: [] }];
  }
  const { name: _, ...fields } = containerFields;
  const { name: _name, ...fresh } = after.definition;
  if (before === undefined) {
    return [
      { subject: nameOf(after), kind: 'added', changes: memberChanges('', fields, {}, fresh).map(plain) },
    ];
  }
  const { name: _former, ...old } = before.definition;
  const changes = [
    ...memberChanges('', fields, old, fresh),
    ...portsThatStay(before.definition.portMappings, after.definition.portMappings),
  ];
  if (before.name !== after.name) changes.unshift(`renamed from ${nameOf(before)}`);
  return changes.length === 0 ? [] : [{ subject: nameOf(after), kind: 'changed', changes }];
}

/** All of a new container is new: that need not be said of each member. */
function plain(change: string): string {
  return change.replace(/ added$/, '').replace(/^(\S+) \S+ → /, '$1 ');
}

function nameOf({ name }: NamedContainer): string {
  return name === '' ? 'the container without a name' : name;
}

/** The task without its containers; a size that means the same as the other's is spelt as the other spells it. */
function sized({ containerDefinitions: _, ...task }: TaskDefinition, other: TaskDefinition) {
  const sameCpu = size(task.cpu, parseCpu) === size(other.cpu, parseCpu);
  const sameMemory = size(task.memory, parseMemory) === size(other.memory, parseMemory);
  return {
    ...task,
    ...(sameCpu && task.cpu !== undefined && { cpu: canonicalSize(task.cpu, parseCpu) }),
    ...(sameMemory && task.memory !== undefined && { memory: canonicalSize(task.memory, parseMemory) }),
  };
}

function size(
  text: string | undefined,
  parse: (text: string) => number | undefined,
): number | string | undefined {
  return text === undefined ? undefined : (parse(text) ?? text);
}

function canonicalSize(text: string, parse: (text: string) => number | undefined): string {
  return String(parse(text) ?? text);
}
