import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { Path } from '../../src/model/path.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { isOfLife } from '../store/derived.ts';
import { openPanel, reveal, type SidePanel, selectNode, setView } from '../store/viewStore.ts';

/** Leads to the place of a finding, and to its second, in every view that is on screen and in those opened later. */
export function go(finding: Finding, panel?: SidePanel | 'canvas'): void {
  const { node, path } = finding;
  selectNode(node ?? 'task');
  if (isOfLife(finding)) setView({ playhead: finding.at });
  if (panel === 'canvas') setView({ narrow: 'canvas' });
  else if (panel !== undefined) openPanel(panel);
  reveal(path);
}

/** Leads to a place of the task in every view. */
export function goTo(path: Path, node?: NodeKey): void {
  selectNode(node ?? 'task');
  reveal(path);
}
