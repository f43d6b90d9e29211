/** Findings that somebody has read and decided to live with, each with the reason. */
import { type NodeKey, parseNodeKey } from '../../model/nodeKey.ts';
import { pathKey, stepName } from '../../model/path.ts';
import { asRecord, changedKey, type KeyChanges, type PartCodec } from './part.ts';

/** One silenced finding: a rule at a node, narrowed to one field where the rule speaks of several. */
export interface Silence {
  readonly rule: string;
  readonly node: NodeKey;
  /**
   * Path below the node as one string, items of lists by name ("image", "healthCheck/interval", "dependsOn/db");
   * absent: all that the rule says of the node.
   */
  readonly field?: string;
  readonly reason: string;
}

/** The codec of silenced findings: an entry without rule or node is left out. */
export const silenced: PartCodec<readonly Silence[]> = {
  id: 'silenced',
  version: 1,
  empty: [],
  read(part) {
    const list = part?.silenced;
    if (!Array.isArray(list)) return [];
    return list.flatMap((item): Silence[] => {
      const { rule, node, field, reason } = asRecord(item) ?? {};
      if (typeof rule !== 'string' || typeof node !== 'string') return [];
      return [
        {
          rule,
          node,
          ...(typeof field === 'string' ? { field } : {}),
          reason: typeof reason === 'string' ? reason : '',
        },
      ];
    });
  },
  write: (list) => ({ v: 1, silenced: list }),
  rekey: (list, changes) =>
    list.flatMap((silence) => {
      const node = changedKey(silence.node, changes);
      if (node === undefined) return [];
      const { field } = silence;
      return [{ ...silence, node, ...(field === undefined ? {} : { field: renamedField(field, changes) }) }];
    }),
};

/** Lists whose items are named after another container. */
const REFERENCES = /^(dependsOn|volumesFrom)\/([^/]*)/;

/** A field that names another container, under the name that this one bears now. */
function renamedField(field: string, changes: KeyChanges): string {
  return field.replace(REFERENCES, (whole, list: string, written: string) => {
    const key = `container:${stepName(written).replace(/#/g, '##')}`;
    const next = changedKey(key, changes);
    return next === undefined || next === key ? whole : `${list}${pathKey([parseNodeKey(next).name])}`;
  });
}
