/** Start waves: in which column of a picture a container stands, so that everybody stands right of whom they wait for. */

import { graph } from './graph.ts';
import type { NodeKey } from './nodeKey.ts';
import { oncePer } from './oncePer.ts';
import type { TaskDefinition } from './taskDefinition.ts';

/**
 * The wave of each container, from 0: one more than the highest wave among those it waits for, whether written or added
 * by ECS. In a circle somebody must go first: the one that stands first in the task, as if it did not wait for those
 * that have no wave yet.
 */
export const startWaves = oncePer((task: TaskDefinition): ReadonlyMap<NodeKey, number> => {
  const { containers, dependencies } = graph(task);

  const open = new Map<NodeKey, number>();
  const waiting = new Map<NodeKey, NodeKey[]>();
  for (const { from, to } of dependencies) {
    if (from === to) continue;
    open.set(to, (open.get(to) ?? 0) + 1);
    const list = waiting.get(from);
    if (list) list.push(to);
    else waiting.set(from, [to]);
  }

  const waves = new Map<NodeKey, number>();
  const least = new Map<NodeKey, number>();
  const free = containers.filter(({ key }) => !open.has(key)).map(({ key }) => key);
  let next = 0;
  let stuck = 0;
  while (waves.size < containers.length) {
    if (next === free.length) {
      // Only circles, and what waits for them, are left.
      while (waves.has(containers[stuck]?.key ?? '')) stuck += 1;
      free.push(containers[stuck]?.key ?? '');
    }
    const key = free[next] ?? '';
    next += 1;
    if (waves.has(key)) continue;
    const wave = least.get(key) ?? 0;
    waves.set(key, wave);
    for (const dependent of waiting.get(key) ?? []) {
      least.set(dependent, Math.max(least.get(dependent) ?? 0, wave + 1));
      const left = (open.get(dependent) ?? 0) - 1;
      open.set(dependent, left);
      if (left === 0) free.push(dependent);
    }
  }

  // In the order of the list.
  return new Map(containers.map(({ key }) => [key, waves.get(key) ?? 0]));
});
