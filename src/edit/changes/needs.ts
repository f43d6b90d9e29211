/** What the code of a task calls, as the user says it; kept beside the text. */
import type { NodeKey } from '../../model/nodeKey.ts';
import type { Change } from '../change.ts';
import { type CallData, type ExecLogField, needs } from '../parts/needs.ts';
import { getPart, setPart } from '../parts/part.ts';
import { titleOf } from './address.ts';

/** Says what a container's own code calls; an empty list takes it back. */
export function setCalls(key: NodeKey, calls: readonly CallData[]): Change {
  const name = key.slice('container:'.length);
  return {
    label: `Say what ${titleOf(key)} calls`,
    mergeKey: `needs:${name}`,
    edits: () => [],
    parts(parts) {
      const now = getPart(parts, needs);
      const others = Object.entries(now.calls).filter(([other]) => other !== name);
      const entries = calls.length === 0 ? others : [...others, [name, calls] as const];
      return setPart(parts, needs, { ...now, calls: Object.fromEntries(entries) });
    },
  };
}

/** Says which customer managed keys encrypt what ECS reads for the task; an empty list takes it back. */
export function setKeys(keys: readonly string[]): Change {
  return {
    label: 'Say which keys encrypt the secrets',
    mergeKey: 'needs:keys',
    edits: () => [],
    parts: (parts) => setPart(parts, needs, { ...getPart(parts, needs), keys }),
  };
}

/** Says where the cluster records ECS Exec; an empty text takes it back. */
export function setExecLog(field: ExecLogField, value: string): Change {
  return {
    label: 'Say where ECS Exec is recorded',
    mergeKey: `needs:exec-${field}`,
    edits: () => [],
    parts(parts) {
      const now = getPart(parts, needs);
      const { [field]: _, ...others } = now.execLog;
      const execLog = value === '' ? others : { ...others, [field]: value };
      return setPart(parts, needs, { ...now, execLog });
    },
  };
}

/** Says whether somebody will use ECS Exec. */
export function wishExec(exec: boolean): Change {
  return {
    label: exec ? 'Allow ECS Exec' : 'Do without ECS Exec',
    edits: () => [],
    parts: (parts) => setPart(parts, needs, { ...getPart(parts, needs), exec }),
  };
}
