/** The rules of a task's life, in the order in which people read them. */
import { endlessPendingRule } from './endless-pending.ts';
import type { LifecycleRule } from './lifecycleRule.ts';
import { logsLostRule } from './logs-lost.ts';
import { readBeforeWrittenRule } from './read-before-written.ts';
import { silentDeathRule } from './silent-death.ts';

/** Every one. */
export const lifecycleRules: readonly LifecycleRule[] = [
  readBeforeWrittenRule,
  endlessPendingRule,
  logsLostRule,
  silentDeathRule,
];
