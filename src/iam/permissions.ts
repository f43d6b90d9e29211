/** What the execution role and the task role of a task must allow, with the fields that cause it. */
import { namedContainers } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { keyNeeds } from './customerKeys.ts';
import type { Conditions, Need, Reason, RoleKind } from './feature.ts';
import { features } from './index.ts';
import type { Needs } from './needs.ts';
import { ownNeeds } from './needs.ts';
import { surroundingsOf } from './surroundings.ts';

/** A statement of a policy, and why it is there. Actions and resources in alphabetical order. */
export interface Statement {
  /** Letters and digits, as IAM takes it; told apart by number within a role. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition?: Conditions;
  /** One a field, in the order of the text. */
  readonly reasons: readonly Reason[];
}

export interface Permissions {
  readonly execution: readonly Statement[];
  readonly task: readonly Statement[];
}

/**
 * The statements of both roles, as narrow as the definition allows; `<region>` and `<account-id>` where it does not say.
 * `needs` is what the code itself calls. The same task gives the same statements. Never throws.
 */
export function permissions(task: TaskDefinition, needs: Needs = {}): Permissions {
  const subject = { task, containers: namedContainers(task), at: surroundingsOf(task) };
  const found = features.flatMap((feature) =>
    [...feature.needs(subject)].map((need) => ({ id: feature.id, need })),
  );
  const read = found.map(({ need }) => need);
  found.push(
    ...[...keyNeeds(read, needs.keys ?? [], subject.at)].map((need) => ({ id: 'customer-keys', need })),
  );
  found.push(...ownNeeds(subject, needs));
  return { execution: statements('execution', found), task: statements('task', found) };
}

interface Found {
  readonly id: string;
  readonly need: Need;
}

interface Growing {
  readonly id: string;
  readonly actions: readonly string[];
  readonly resources: Set<string>;
  readonly condition: Conditions | undefined;
  readonly reasons: Reason[];
}

/** Needs of the same actions under the same condition become one statement. */
function statements(role: RoleKind, found: readonly Found[]): Statement[] {
  const growing = new Map<string, Growing>();
  for (const { id, need } of found) {
    if (need.role !== role) continue;
    const actions = [...new Set(need.actions)].sort();
    const key = JSON.stringify([actions, need.condition ?? null]);
    const statement = growing.get(key) ?? {
      id,
      actions,
      resources: new Set<string>(),
      condition: need.condition,
      reasons: [],
    };
    for (const resource of need.resources) statement.resources.add(resource);
    statement.reasons.push(need.reason);
    growing.set(key, statement);
  }
  const counts = new Map<string, number>();
  return [...growing.values()].map(({ id, actions, resources, condition, reasons }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return {
      sid: `${pascal(id)}${count === 1 ? '' : count}`,
      actions,
      resources: resources.has('*') ? ['*'] : [...resources].sort(),
      ...(condition && { condition }),
      reasons,
    };
  });
}

function pascal(id: string): string {
  return id.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}
