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
