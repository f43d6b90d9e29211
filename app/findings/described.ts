import type { Rule } from '../../src/rules/rule.ts';

/** What a rule says of itself, whether it looks at the text or at the life of the task. */
export type Described = Omit<Rule, 'check'>;
