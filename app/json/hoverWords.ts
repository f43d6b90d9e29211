import type { Rule } from '../../src/rules/rule.ts';

/** What the editor says of a rule under the pointer, as Markdown; the words of rules are never taken for markup. */
export function hoverWords({ why, answer, source }: Pick<Rule, 'why' | 'answer' | 'source'>): string {
  return [
    plain(why),
    ...(answer === undefined ? [] : [`ECS answers: *${plain(answer)}*`]),
    `${plain(source.text)}, checked ${source.checked}`,
  ].join('\n\n');
}

/** Text that Markdown shows as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&');
}
