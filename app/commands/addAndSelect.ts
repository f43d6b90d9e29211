import type { Change } from '../../src/edit/change.ts';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import { graphOf } from '../store/derived.ts';
import { applyAll, designStore } from '../store/designStore.ts';
import { select, signal } from '../store/viewStore.ts';

/**
 * Adds by changes, as one step, and selects what is new where it can be seen: the first of it, or all containers. False
 * where it was refused, and the screen has said why.
 */
export function addAndSelect(
  label: string,
  changes: readonly Change[],
  which: 'first' | 'containers' = 'first',
): boolean {
  const before = new Set(keysNow());
  if (applyAll(label, changes) !== undefined) return false;
  const fresh = keysNow().filter((key) => !before.has(key));
  const keys = which === 'first' ? fresh.slice(0, 1) : fresh.filter((key) => key.startsWith('container:'));
  if (keys.length > 0) select({ kind: 'nodes', keys });
  if (fresh.length > 0) signal('showSelected');
  return true;
}

function keysNow(): NodeKey[] {
  const graph = graphOf(designStore.getState().shown);
  return [...graph.containers, ...graph.volumes].map(({ key }) => key);
}
