import type { Predicate } from './predicate.ts';
import { ordered } from './terms/examples.ts';

/** Nothing in the task definition would be refused. Without findings it cannot be said, and does not hold. */
export const noErrors: Predicate = {
  id: 'no-errors',
  title: 'ECS takes the definition',
  args: [],
  about: 'task',
  says: () => 'ECS takes the definition',
  holds({ findings }) {
    if (findings === undefined) return { holds: false, why: 'it has not been checked yet' };
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return { holds: true, why: 'no error' };
    return { holds: false, why: errors.length === 1 ? 'one error' : `${errors.length} errors` };
  },
  examples: {
    good: { task: ordered, findings: [{ rule: 'any', severity: 'warning', message: '' }], args: {} },
    bad: { task: ordered, findings: [{ rule: 'any', severity: 'error', message: '' }], args: {} },
  },
};
