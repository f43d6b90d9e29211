/** Which finding a silence means: by rule, node and field, and never by an index. */
import type { NodeKey } from '../model/nodeKey.ts';
import { TASK_KEY } from '../model/nodeKey.ts';
import { type Path, pathKey } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { valueAt } from './changes/writer.ts';
import type { Silence } from './parts/silenced.ts';

/** What of a finding says where it stands. */
export interface Spoken {
  readonly rule: string;
  readonly node?: NodeKey;
  readonly path: Path;
}

/** The members by which an item of a list is told from the others, the surest first. */
const IDENTITIES = ['name', 'containerName', 'sourceContainer', 'containerPath', 'containerPort', 'key'];

/**
 * The place of a finding below its node, by names: "image", "environment/LOG_LEVEL/value", "dependsOn/db". An item that
 * nothing names is `*`. Absent: the node as a whole.
 */
export function fieldOf({ node, path }: Spoken, task: TaskDefinition): string | undefined {
  const own = node === undefined ? 0 : 2;
  const named = path
    .map((step, index) =>
      typeof step === 'number' ? identityOf(valueAt(task, path.slice(0, index + 1))) : step,
    )
    .slice(own);
  return named.length === 0 ? undefined : pathKey(named).slice(1);
}

function identityOf(item: unknown): string {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  for (const member of IDENTITIES) {
    const value = (item as Readonly<Record<string, unknown>> | undefined | null)?.[member];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return '*';
}

/** The silence that would mean a finding. */
export function silenceOf(finding: Spoken, task: TaskDefinition, reason: string): Silence {
  const field = fieldOf(finding, task);
  return {
    rule: finding.rule,
    node: finding.node ?? TASK_KEY,
    ...(field === undefined ? {} : { field }),
    reason: reason.trim(),
  };
}

/** A finding that somebody has silenced, and how. */
export interface Silenced<T> {
  readonly finding: T;
  readonly silence: Silence;
}

/** Parts findings into those that speak and those that are silenced, each in their order. */
export function silencing<T extends Spoken>(
  findings: readonly T[],
  silences: readonly Silence[],
  task: TaskDefinition,
): { readonly heard: readonly T[]; readonly silenced: readonly Silenced<T>[] } {
  if (silences.length === 0) return { heard: findings, silenced: [] };
  const heard: T[] = [];
  const silenced: Silenced<T>[] = [];
  for (const finding of findings) {
    const silence = silences.find(
      ({ rule, node, field }) =>
        rule === finding.rule &&
        node === (finding.node ?? TASK_KEY) &&
        (field === undefined || field === fieldOf(finding, task)),
    );
    if (silence === undefined) heard.push(finding);
    else silenced.push({ finding, silence });
  }
  return { heard, silenced };
}
