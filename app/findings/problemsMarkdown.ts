/** The problems of a task as Markdown, to be pasted into a pull request. Pure. */
import { formatPath } from '../../src/model/path.ts';
import type { Finding, Severity } from '../../src/rules/rule.ts';
import { counted, nodeName } from './words.ts';

export interface ProblemsToCopy {
  /** The family, or what the design is called. */
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly titles: ReadonlyMap<string, string>;
  readonly silenced: readonly { readonly rule: string; readonly node: string; readonly reason: string }[];
}

const HEADINGS: readonly (readonly [severity: Severity, heading: string])[] = [
  ['error', 'ECS would refuse it'],
  ['warning', 'Fails at launch, or is a mistake'],
  ['info', 'Good to know'],
];

/** A heading, a list for each severity, and what was silenced with its reason. Names and values are never taken for markup. */
export function problemsMarkdown({ name, findings, titles, silenced }: ProblemsToCopy): string {
  const lines = [`## Problems of ${code(name)}`, ''];
  if (findings.length === 0) lines.push('None: every rule was held against it.', '');
  for (const [severity, heading] of HEADINGS) {
    const those = findings.filter((finding) => finding.severity === severity);
    if (those.length === 0) continue;
    lines.push(`### ${heading} (${those.length})`, '');
    for (const { rule, node, path, message, fix } of those) {
      lines.push(
        `- **${plain(titles.get(rule) ?? rule)}** (${plain(nodeName(node))}, ${code(formatPath(path))})`,
      );
      lines.push(`  ${plain(message)}`);
      if (fix !== undefined) lines.push(`  Fix: ${plain(fix.label)}.`);
    }
    lines.push('');
  }
  if (silenced.length > 0) {
    lines.push(`### ${counted(silenced.length, 'accepted finding')}`, '');
    for (const { rule, node, reason } of silenced) {
      lines.push(
        `- ${plain(titles.get(rule) ?? rule)} (${plain(nodeName(node))}): ${plain(reason || 'no reason given')}`,
      );
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** Text that Markdown shows as it is, on one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~#@]/g, '\\$&');
}

/** A name or a place in code marks; more of them than it holds itself. */
function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return longest === 0 ? `${marks}${flat}${marks}` : `${marks} ${flat} ${marks}`;
}
