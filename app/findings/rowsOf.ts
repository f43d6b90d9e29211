/** The list of problems as rows: filtered, searched and grouped. Pure. */
import { formatPath, pathKey } from '../../src/model/path.ts';
import type { Finding, Severity } from '../../src/rules/rule.ts';
import { nodeName } from './words.ts';

export type Grouping = 'node' | 'rule';

export interface Wanted {
  readonly severity: Severity | 'all';
  /** Words that must all occur in title, message, place, name or rule; case does not matter. */
  readonly needle: string;
  readonly grouping: Grouping;
}

export interface GroupRow {
  readonly kind: 'group';
  readonly key: string;
  readonly title: string;
  readonly count: number;
  readonly severity: Severity;
}

export interface FindingRow {
  readonly kind: 'finding';
  /** The same as long as rule and place are. */
  readonly key: string;
  readonly finding: Finding;
  readonly title: string;
  /** Where it stands, as far as the group does not say so. */
  readonly place: string;
}

export type Row = GroupRow | FindingRow;

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The rows in order: the groups with the gravest findings first, and within a group the gravest first; what is as grave
 * stands as the text has it. `titles` are those of the rules by id.
 */
export function rowsOf(
  findings: readonly Finding[],
  titles: ReadonlyMap<string, string>,
  { severity, needle, grouping }: Wanted,
): readonly Row[] {
  const words = needle.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, FindingRow[]>();
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const base = `${finding.rule} ${pathKey(finding.path)}`;
    const nth = (seen.get(base) ?? 0) + 1;
    seen.set(base, nth);
    if (severity !== 'all' && finding.severity !== severity) continue;
    const title = titles.get(finding.rule) ?? finding.rule;
    if (words.length > 0) {
      const text =
        `${title} ${finding.message} ${formatPath(finding.path)} ${nodeName(finding.node)} ${finding.rule}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
    }
    const group = grouping === 'node' ? nodeName(finding.node) : title;
    const row: FindingRow = {
      kind: 'finding',
      key: nth === 1 ? base : `${base} ${nth}`,
      finding,
      title: grouping === 'node' ? title : nodeName(finding.node),
      place: placeBelow(finding),
    };
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [row]);
    else list.push(row);
  }
  for (const list of groups.values()) list.sort((a, b) => weightOf(a) - weightOf(b));
  const ordered = [...groups].sort(([, a], [, b]) => weightOf(a[0]) - weightOf(b[0]));
  return ordered.flatMap(([title, list]): Row[] => [
    {
      kind: 'group',
      key: `group ${title}`,
      title,
      count: list.length,
      severity: list[0]?.finding.severity ?? 'info',
    },
    ...list,
  ]);
}

function weightOf(row: FindingRow | undefined): number {
  return row === undefined ? 3 : WEIGHT[row.finding.severity];
}

/** The place below its container or volume, as people write it; empty for the whole of it. */
function placeBelow({ node, path }: Finding): string {
  const below = node === undefined ? path : path.slice(2);
  return below.length === 0 ? '' : formatPath(below);
}
