/** Rules of one kind: a member of the container that a capacity or a network mode does not take. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import { formatPath } from '../../model/path.ts';
import type { Reading } from '../../model/reading.ts';
import type { Rule } from '../rule.ts';
import { containersOf, known } from './view.ts';

/** What such a rule says of itself and of its member. */
export interface MemberRefusal extends Omit<Rule, 'severity' | 'check'> {
  /** Where the member stands in the container definition. */
  readonly member: readonly string[];
  /** Reads it; nothing, `false` and an empty list count as not set. */
  readonly value: (container: ContainerDefinition) => unknown;
  /** When it is refused. */
  readonly when: (reading: Reading) => boolean;
  /** The rest of the sentence after the container's name and the member: why not, and what to do. */
  readonly because: string;
}

/** An `error` for each container that sets the member, with the fix that takes it out. */
export function refusedMember({ member, value, when, because, ...rest }: MemberRefusal): Rule {
  return {
    ...rest,
    severity: 'error',
    *check(reading) {
      if (!when(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const found = value(definition);
        const path = [...at, ...member];
        if (!isSet(found) || !known(reading, path)) continue;
        const label = `Remove ${formatPath(member)} from ${called}`;
        yield {
          path,
          message: `${called} sets ${formatPath(member)}, ${because}`,
          fix: { label, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  };
}

function isSet(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
}
