/**
 * The lasting address of a thing on the canvas: `container:app`, `volume:shared`, `log:awslogs /ecs/app`, `task`.
 *
 * Keys are made from names, never from indexes, so that a position or a note stays with its container when the list
 * is reordered. The second thing of one name is `container:app#2`; one without a name is `container:` and so on.
 */
export type NodeKey = string;

export type NodeKind = 'container' | 'volume' | 'log' | 'task' | 'note';

/** The key of the task itself. */
export const TASK_KEY: NodeKey = 'task';

/** One key per name, in list order; repeated names get `#2`, `#3` … from the second on. A name's own `#` is written `##`. */
export function nodeKeys(kind: NodeKind, names: readonly (string | undefined)[]): NodeKey[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const base = `${kind}:${(name ?? '').replace(/#/g, '##')}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}#${count}`;
  });
}

/** What a key is made of: its kind, the name as it stands in the text, and which of several of that name (from 1). */
export function parseNodeKey(key: NodeKey): { kind: NodeKind; name: string; occurrence: number } {
  const colon = key.indexOf(':');
  if (colon < 0) return { kind: key as NodeKind, name: '', occurrence: 1 };
  const rest = key.slice(colon + 1);
  const match = /^((?:[^#]|##)*)(?:#(\d+))?$/.exec(rest);
  return {
    kind: key.slice(0, colon) as NodeKind,
    name: (match?.[1] ?? rest).replace(/##/g, '#'),
    occurrence: match?.[2] ? Number(match[2]) : 1,
  };
}
