/** What a task that does not say so itself is meant to run on, so that it is checked for that. */
import type { Compatibility } from '../../model/taskDefinition.ts';
import type { PartCodec } from './part.ts';

const KNOWN: readonly Compatibility[] = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'];

/** The codec: each capacity once; what is none is left out. Empty: as ECS itself takes the task. */
export const meantFor: PartCodec<readonly Compatibility[]> = {
  id: 'meant-for',
  version: 1,
  empty: [],
  read(part) {
    const list = part?.capacities;
    return Array.isArray(list) ? KNOWN.filter((capacity) => list.includes(capacity)) : [];
  },
  write: (capacities) => ({ v: 1, capacities }),
  rekey: (capacities) => capacities,
};
