/** What the user says that the code of each container calls, for the task role: the definition cannot tell. */
import { asRecord, changedKey, type PartCodec } from './part.ts';

/** Actions that a container's own code calls, and the ARNs that it calls them on. */
export interface CallData {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

const EXEC_LOG = ['group', 'bucket', 'key'] as const;
export type ExecLogField = (typeof EXEC_LOG)[number];

export interface NeedsData {
  /** Whether ECS Exec is wanted. */
  readonly exec: boolean;
  /** The log group, the bucket and the ARN of the key with which the cluster records ECS Exec. */
  readonly execLog: Readonly<Partial<Record<ExecLogField, string>>>;
  /** By container: its node key without `container:`. */
  readonly calls: Readonly<Record<string, readonly CallData[]>>;
  /** ARNs of the customer managed keys that encrypt what ECS reads for the task. */
  readonly keys: readonly string[];
}

const PREFIX = 'container:';

/** The codec of needs: what is no text among actions and resources is left out. */
export const needs: PartCodec<NeedsData> = {
  id: 'needs',
  version: 1,
  empty: { exec: false, execLog: {}, calls: {}, keys: [] },
  read(part) {
    const calls = Object.entries(asRecord(part?.calls) ?? {}).flatMap(([name, list]) => {
      const read = Array.isArray(list) ? list.flatMap((item) => readCall(item) ?? []) : [];
      return read.length === 0 ? [] : [[name, read] as const];
    });
    const given = asRecord(part?.execLog) ?? {};
    const execLog = Object.fromEntries(
      EXEC_LOG.flatMap((field) => {
        const value = given[field];
        return typeof value === 'string' && value !== '' ? [[field, value] as const] : [];
      }),
    );
    return {
      exec: part?.exec === true,
      execLog,
      calls: Object.fromEntries(calls),
      keys: texts(part?.keys),
    };
  },
  write: ({ exec, execLog, calls, keys }) => ({
    v: 1,
    exec,
    ...(Object.keys(execLog).length > 0 && { execLog }),
    calls,
    ...(keys.length > 0 && { keys }),
  }),
  rekey: ({ calls, ...rest }, changes) => ({
    ...rest,
    calls: Object.fromEntries(
      Object.entries(calls).flatMap(([name, list]) => {
        const next = changedKey(PREFIX + name, changes);
        return next === undefined ? [] : [[next.slice(PREFIX.length), list] as const];
      }),
    ),
  }),
};

function readCall(value: unknown): CallData | undefined {
  const { actions, resources } = asRecord(value) ?? {};
  const call = { actions: texts(actions), resources: texts(resources) };
  return call.actions.length === 0 ? undefined : call;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === 'string' && one !== '')
    : [];
}
