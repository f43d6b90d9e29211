import type { ConnectionState } from 'reactflow';
import { wouldCycle } from '../../src/model/cycles.ts';
import { parseNodeKey } from '../../src/model/nodeKey.ts';
import { visibleMarks } from '../../src/model/visibleMarks.ts';
import { designStore } from '../store/designStore.ts';

/** Why ECS would refuse an edge. */
export interface RefusedEdge {
  /** In a few words, beside the line that is being drawn. */
  readonly brief: string;
  /** With the circle and the way out. */
  readonly whole: string;
}

/** Why one container cannot be made to wait for another; `undefined` when it can, and for what is no container. */
export function refusedEdge(waitedFor = '', waits = ''): RefusedEdge | undefined {
  if (parseNodeKey(waitedFor).kind !== 'container' || parseNodeKey(waits).kind !== 'container') return;
  if (waitedFor === waits) {
    return { brief: 'cannot wait for itself', whole: 'A container cannot wait for itself.' };
  }
  const loop = wouldCycle(designStore.getState().shown.task, waitedFor, waits);
  if (loop === undefined) return;
  const names = loop.map((key) => visibleMarks(parseNodeKey(key).name));
  return {
    brief: 'would close a circle',
    whole: `That would close a circle, and ECS would refuse it: ${[...names, names[0]].join(' waits for ')}. Take one of these edges away first.`,
  };
}

/** The same for an edge that is being drawn, from either of its ends. */
export function refusedConnection({
  fromNode,
  fromHandle,
  toNode,
}: Pick<ConnectionState, 'fromNode' | 'fromHandle' | 'toNode'>): RefusedEdge | undefined {
  return fromHandle?.type === 'target'
    ? refusedEdge(toNode?.id, fromNode?.id)
    : refusedEdge(fromNode?.id, toNode?.id);
}
