/** Two task definitions beside each other: what differs in what is written, and in how the task lives. Plain data. */
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Scenario } from '../../simulate/scenario.ts';
import { definitionChanges, type SubjectChange } from './definitionChanges.ts';
import { type LifecycleChange, lifecycleChanges } from './lifecycleChanges.ts';

export interface Comparison {
  /** Empty: both say the same, whatever the order and the form. */
  readonly definition: readonly SubjectChange[];
  /** Empty: the task lives as before. */
  readonly lifecycle: readonly LifecycleChange[];
}

/** What becomes of `before` when it turns into `after`. `scenario`: how containers behave in both; else each by its defaults. */
export function comparison(before: TaskDefinition, after: TaskDefinition, scenario?: Scenario): Comparison {
  return {
    definition: definitionChanges(before, after),
    lifecycle: lifecycleChanges(before, after, scenario),
  };
}

/** "HEALTHY on envoy added; memory 512 → 1024". Of what was added or removed that word comes first. */
export function subjectText({ kind, changes }: SubjectChange): string {
  const words = changes.join('; ');
  if (kind === 'changed') return words;
  return words === '' ? kind : `${kind}, with ${words}`;
}

/**
 * The comparison for a pull request. `hidden` are texts that must not be in it, as secrets: each is replaced by
 * "(not shown)".
 */
export function comparisonMarkdown(
  { definition, lifecycle }: Comparison,
  names: { readonly before: string; readonly after: string },
  hidden: readonly string[] = [],
): string {
  const written = definition.map(
    (change) => `- **${plain(change.subject, hidden)}**: ${plain(subjectText(change), hidden)}`,
  );
  const lived = lifecycle.map(({ text }) => `- ${plain(text, hidden)}`);
  return [
    `### ${plain(names.before, hidden)} → ${plain(names.after, hidden)}`,
    '',
    '#### What is written',
    '',
    ...(written.length === 0 ? ['Both definitions say the same.'] : written),
    '',
    '#### How the task lives',
    '',
    ...(lived.length === 0 ? ['The simulated task lives as before, whatever single fault strikes.'] : lived),
    '',
  ].join('\n');
}

/** Text that Markdown takes for nothing but text. */
function plain(text: string, hidden: readonly string[]): string {
  let shown = text;
  for (const secret of hidden) if (secret !== '') shown = shown.replaceAll(secret, '(not shown)');
  return shown.replace(/[\\`*_<>[\]|#~]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ');
}
