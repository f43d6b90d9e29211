import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { worstOf } from '../store/derived.ts';
import { openPanel, reveal, selectEdge, selectNode } from '../store/viewStore.ts';
import { Badge } from '../ui/Badge.tsx';
import { classNames } from '../ui/classNames.ts';

export interface FindingBadgeProps {
  readonly findings: readonly Finding[] | undefined;
  /** What a press selects: the node or the edge that the findings belong to. */
  readonly of: { readonly node: NodeKey } | { readonly edge: string };
  readonly className: string;
}

/** How many of the gravest findings something has; a press leads to the first of them in the list of problems. Hints show when one looks there. */
export function FindingBadge({ findings, of, className }: FindingBadgeProps) {
  const severity = findings && worstOf(findings);
  if (findings === undefined || severity === undefined) return null;
  const gravest = findings.filter((finding) => finding.severity === severity);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the Problems tab is the way for all
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <span
      className={classNames(className, severity === 'info' && 'hint-badge', 'nodrag nopan')}
      title={gravest
        .map(({ message }) => message)
        .slice(0, 3)
        .join('\n')}
      onClick={(event) => {
        event.stopPropagation();
        if ('node' in of) selectNode(of.node);
        else selectEdge(of.edge);
        openPanel('problems');
        const [first] = gravest;
        if (first !== undefined) reveal(first.path);
      }}
    >
      <Badge severity={severity} count={gravest.length} />
    </span>
  );
}
