import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { Path } from '../../src/model/path.ts';
import type { Finding } from '../../src/rules/rule.ts';
import { isOfLife } from './derived.ts';
import { openPanel, reveal, type SidePanel, selectNode, setView } from './viewStore.ts';

/** Leads to the place of a finding, and to its second, in every view that is on screen and in those opened later. */
export function go(finding: Finding, panel?: SidePanel | 'canvas'): void {
  if (isOfLife(finding)) setView({ playhead: finding.at });
  if (panel === 'canvas') setView({ narrow: 'canvas' });
  else if (panel !== undefined) openPanel(panel);
  goTo(finding.path, finding.node);
}

/** Leads to a place of the task in every view; with `focus` the keyboard goes there too. */
export function goTo(path: Path, node?: NodeKey, focus = true): void {
  selectNode(node ?? 'task');
  reveal(path, focus);
}
