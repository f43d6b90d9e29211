import { type NodeKey, parseNodeKey } from '../../src/model/nodeKey.ts';

/** How the list calls what a finding belongs to. */
export function nodeName(node: NodeKey | undefined): string {
  if (node === undefined || node === 'task') return 'Task';
  const { kind, name, occurrence } = parseNodeKey(node);
  const called = name === '' ? `${kind} without a name` : kind === 'volume' ? `volume ${name}` : name;
  return occurrence === 1 ? called : `${called} (${occurrence})`;
}

/** "1 problem", "8 problems". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
