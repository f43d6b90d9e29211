/** The price of one role for a whole task: what each container may do although only others need it. */
import { items } from '../model/list.ts';
import type { NamedContainer } from '../model/namedContainers.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { Statement } from './permissions.ts';

/** An action that a container has because another one needs it. */
export interface Along {
  readonly action: string;
  /** For whom it is there: names of containers, or what the reason says where it belongs to none. */
  readonly needs: readonly string[];
}

/**
 * For each container the actions of the task role that it does not need itself, in alphabetical order. What a volume
 * takes is needed by those that mount it; what the task as a whole is given (ECS Exec) counts for every container. A container that gets nothing along is left out.
 */
export function alongside(
  task: readonly Statement[],
  containers: readonly NamedContainer[],
): ReadonlyMap<NodeKey, readonly Along[]> {
  const found = new Map<NodeKey, readonly Along[]>();
  for (const { key, definition } of containers) {
    const mounted = items(definition.mountPoints).map(([{ sourceVolume }]) => `volume:${sourceVolume}`);
    const mine = (node: NodeKey | undefined) => node === undefined || node === key || mounted.includes(node);
    const along = new Map<string, Set<string>>();
    const own = new Set<string>();
    for (const { actions, reasons } of task) {
      const needsIt = reasons.some(({ node }) => mine(node));
      for (const action of actions) {
        if (needsIt) own.add(action);
        const names = along.get(action) ?? new Set();
        for (const { name, text } of reasons) names.add(name || text);
        along.set(action, names);
      }
    }
    const got = [...along].flatMap(([action, names]) =>
      own.has(action) ? [] : [{ action, needs: [...names] }],
    );
    got.sort((one, other) => (one.action < other.action ? -1 : 1));
    if (got.length > 0) found.set(key, got);
  }
  return found;
}
