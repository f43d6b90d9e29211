import { useEffect } from 'react';
import { loadLens } from '../../src/lens/index.ts';
import { isRefusal } from '../../src/model/edit.ts';
import { openDesign } from '../store/designStore.ts';
import { notify, openPanel, type Selection, type SidePanel, setView } from '../store/viewStore.ts';

const PANELS: readonly SidePanel[] = ['inspect', 'json', 'problems', 'roles'];

/** Opens the design of a link as a new one beside what is kept here; then the address is as short as before. */
export function useSharedLink(ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    const follow = () => void openLink(location.hash);
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [ready]);
}

async function openLink(fragment: string): Promise<void> {
  if (!/^#(?:d|task)=/.test(fragment)) return;
  // Taken out first: a reload must not open it again, and the effect may run twice.
  history.replaceState(history.state, '', location.pathname + location.search);
  const { fromFragment } = await import('../../src/share/link.ts');
  const shared = fromFragment(fragment);
  if (isRefusal(shared)) {
    notify(shared.refused, 'error');
    return;
  }
  const { name, design, view } = shared;
  await loadLens(design.source);
  openDesign(design, name);
  const panel = PANELS.find((one) => one === view.panel);
  if (panel !== undefined) openPanel(panel);
  setView({ selection: selectionIn(view.selection), playhead: view.second });
  notify('Opened from a link, as a new design. Your other designs are as they were.');
}

/** A selection out of a link; one that makes no sense selects nothing. */
function selectionIn(value: unknown): Selection {
  const { kind, keys, key } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (kind === 'task') return { kind };
  if (kind === 'edge' && typeof key === 'string') return { kind, key };
  if (kind === 'nodes' && Array.isArray(keys)) {
    const known = keys.filter((one): one is string => typeof one === 'string').slice(0, 100);
    if (known.length > 0) return { kind, keys: known };
  }
  return { kind: 'none' };
}
