/** The scenarios of a design, as plain data: how each container behaves in a run. Sparse, seconds. */
import { asRecord, changedKey, type KeyChanges, type PartCodec } from './part.ts';

/** What one container does; the members are those of the simulator's behaviours, read by it. */
export type BehaviourData = Readonly<Record<string, unknown>>;

export interface ScenarioData {
  readonly id: string;
  readonly name: string;
  /** By container: its node key without `container:`, so `app`, and `app#2` for the second of that name. */
  readonly behaviours: Readonly<Record<string, BehaviourData>>;
  readonly environment: Readonly<Record<string, unknown>>;
  readonly expectations: readonly { readonly id: string; readonly args: Readonly<Record<string, unknown>> }[];
  readonly stopRequestedAt?: number;
  readonly horizonSeconds: number;
}

/** The codec of scenarios: one without an id is left out, what a scenario lacks is empty, its horizon one hour. */
export const scenarios: PartCodec<readonly ScenarioData[]> = {
  id: 'scenarios',
  version: 1,
  empty: [],
  read(part) {
    const list = part?.scenarios;
    return Array.isArray(list) ? list.flatMap((item) => readScenario(item) ?? []) : [];
  },
  write: (list) => ({ v: 1, scenarios: list }),
  rekey: (list, changes) =>
    list.map((scenario) => ({
      ...scenario,
      behaviours: rekeyBehaviours(scenario.behaviours, changes),
      expectations: scenario.expectations.map(({ id, args }) => ({ id, args: rekeyArgs(args, changes) })),
    })),
};

function readScenario(value: unknown): ScenarioData | undefined {
  const { id, name, behaviours, environment, expectations, stopRequestedAt, horizonSeconds } =
    asRecord(value) ?? {};
  if (typeof id !== 'string') return undefined;
  return {
    id,
    name: typeof name === 'string' ? name : id,
    behaviours: Object.fromEntries(
      Object.entries(asRecord(behaviours) ?? {}).flatMap(([key, behaviour]) => {
        const data = asRecord(behaviour);
        return data === undefined ? [] : [[key, data] as const];
      }),
    ),
    environment: asRecord(environment) ?? {},
    expectations: Array.isArray(expectations)
      ? expectations.flatMap((item) => {
          const { id: predicate, args } = asRecord(item) ?? {};
          return typeof predicate === 'string' ? [{ id: predicate, args: asRecord(args) ?? {} }] : [];
        })
      : [],
    ...(isSeconds(stopRequestedAt) ? { stopRequestedAt } : {}),
    horizonSeconds: isSeconds(horizonSeconds) ? horizonSeconds : 3600,
  };
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function rekeyBehaviours(
  behaviours: ScenarioData['behaviours'],
  changes: KeyChanges,
): ScenarioData['behaviours'] {
  const prefix = 'container:';
  const renamed: [string, BehaviourData][] = [];
  const kept: [string, BehaviourData][] = [];
  for (const [name, behaviour] of Object.entries(behaviours)) {
    const key = prefix + name;
    const next = changedKey(key, changes);
    if (next === undefined) continue;
    (next === key ? kept : renamed).push([next.slice(prefix.length), behaviour]);
  }
  return Object.fromEntries([...kept, ...renamed]);
}

/** Arguments that name a node, by the kind of the node. */
const NODE_ARGS: Readonly<Record<string, string>> = {
  container: 'container:',
  other: 'container:',
  volume: 'volume:',
};

/** What speaks of a node that is gone stays, and says so when it is judged. */
function rekeyArgs(args: Readonly<Record<string, unknown>>, changes: KeyChanges): typeof args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const prefix = Object.hasOwn(NODE_ARGS, name) ? NODE_ARGS[name] : undefined;
      if (prefix === undefined || typeof value !== 'string') return [name, value];
      return [name, changedKey(prefix + value, changes)?.slice(prefix.length) ?? value];
    }),
  );
}
