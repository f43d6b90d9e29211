/** The catalogue of all rules as a page of Markdown. */
import type { Reading } from '../model/reading.ts';
import { checkWith } from './check.ts';
import type { LifecycleRule } from './lifecycle/lifecycleRule.ts';
import type { Example, Rule, Severity } from './rule.ts';
import { withExec } from './terms/exec.ts';

const meaning: Readonly<Record<Severity, string>> = {
  error: 'ECS or its client refuses to register the task',
  warning: 'it fails at launch, or works and is a mistake',
  info: 'good to know',
};

/** Reads the text or the value of an example; the page itself knows no lens. */
export type ReadExample = (example: Example) => Reading;

/**
 * The page: every rule with why it is there, what ECS answers, on which examples it speaks and on which it is silent,
 * which fixes it offers there, and where the fact stands. The same rules give the same text.
 */
export function rulesPage(
  rules: readonly Rule[],
  lifecycleRules: readonly LifecycleRule[],
  read: ReadExample,
): string {
  const count = (severity: Severity) => rules.filter((rule) => rule.severity === severity).length;
  return `${[
    '# What the designer finds',
    '',
    `${rules.length} rules look at how a task definition is written, ${lifecycleRules.length} at how the task lives. This page is made from the rules by \`npm run docs\`; each example in it is a test.`,
    '',
    '| severity | rules | means |',
    '| --- | --- | --- |',
    ...(['error', 'warning', 'info'] as const).map(
      (severity) => `| ${severity} | ${count(severity)} | ${meaning[severity]} |`,
    ),
    '',
    '## How it is written',
    '',
    ...rules.flatMap((rule) => section(rule, fixesOf(rule, read))),
    '## How it lives',
    '',
    'These are played with a scenario, and say at which second; none of them is an error.',
    '',
    ...lifecycleRules.flatMap((rule) => section(rule, [])),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

type Described = Pick<Rule, 'id' | 'severity' | 'title' | 'why' | 'answer' | 'alsoAnswers' | 'source'> & {
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };
};

function section(rule: Described, fixes: readonly string[]): string[] {
  const { id, severity, title, why, answer, alsoAnswers = [], source, examples } = rule;
  const answers = [...(answer === undefined ? [] : [answer]), ...alsoAnswers];
  const titles = (list: readonly Example[]) => list.map((example) => plain(example.title)).join('; ');
  return [
    `### ${id}`,
    '',
    `**${severity}** · ${plain(title)}. ${plain(why)}`,
    '',
    ...(answers.length > 0 ? ['ECS answers:', '', ...answers.flatMap((one) => [`> ${plain(one)}`, ''])] : []),
    `- speaks on: ${titles(examples.bad)}`,
    `- is silent on: ${titles(examples.good)}`,
    ...(fixes.length > 0 ? [`- offers: ${fixes.map(plain).join('; ')}`] : []),
    `- source: ${source.url === undefined ? plain(source.text) : `[${plain(source.text)}](${source.url})`}, checked ${source.checked}`,
    '',
  ];
}

/** The labels of the fixes that the rule offers on its bad examples, each once. */
function fixesOf(rule: Rule, read: ReadExample): string[] {
  const labels = rule.examples.bad.flatMap((example) =>
    checkWith([rule], example.exec ? withExec(read(example)) : read(example)).flatMap(
      ({ fix }) => fix?.label ?? [],
    ),
  );
  return [...new Set(labels)];
}

/** Text that Markdown takes as it is. */
function plain(text: string): string {
  return text.replace(/[<>*_`[\]|]/g, (sign) => `\\${sign}`);
}
