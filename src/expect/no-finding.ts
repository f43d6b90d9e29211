import type { Predicate } from './predicate.ts';
import { textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';

/** A rule has nothing to say about the task definition. Without findings it cannot be said, and does not hold. */
export const noFinding: Predicate = {
  id: 'no-finding',
  title: 'the rule … has nothing to say',
  args: [{ name: 'rule', label: 'Rule', type: { kind: 'text' } }],
  about: 'task',
  says: (args) => `the rule ${wordOf(args, 'rule')} has nothing to say`,
  holds({ findings }, args) {
    if (findings === undefined) return { holds: false, why: 'it has not been checked yet' };
    const found = findings.find(({ rule }) => rule === textOf(args, 'rule'));
    return { holds: !found, why: found?.message.replace(/\.$/, '') ?? 'nothing found' };
  },
  examples: {
    good: { task: ordered, findings: [], args: { rule: 'start-vs-healthy' } },
    bad: {
      task: ordered,
      findings: [{ rule: 'start-vs-healthy', severity: 'warning', message: 'app may start too early.' }],
      args: { rule: 'start-vs-healthy' },
    },
  },
};
