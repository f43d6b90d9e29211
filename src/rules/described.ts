/** Every rule, of the text and of the task's life, as what a person reads about it. */
import { rules } from './index.ts';
import { lifecycleRules } from './lifecycle/index.ts';
import type { Rule } from './rule.ts';

/** What is known of a rule without running it. */
export type Described = Omit<Rule, 'check'>;

const all: readonly Described[] = [...rules, ...lifecycleRules];

/** All of them by id, in the order in which people read them. */
export const ruleById: ReadonlyMap<string, Described> = new Map(all.map((rule) => [rule.id, rule]));
