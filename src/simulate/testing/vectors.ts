/** Lifecycle vectors: conditions and scenarios that were run through the ECS agent's own engine. Their format stands in `about`. */
import { readFileSync } from 'node:fs';
import type { ContainerDefinition, ContainerDependency } from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { GateCondition, HealthStatus, Run } from '../run.ts';
import type { Behaviour, Exit, Scenario } from '../scenario.ts';
import type { KNOWN } from '../world.ts';

export interface ConditionVector {
  readonly id: string;
  readonly condition: GateCondition;
  readonly dependency: {
    readonly knownStatus: keyof typeof KNOWN;
    readonly desiredStatus?: 'RUNNING' | 'STOPPED';
    readonly exitCode?: number;
    readonly healthCheck?: boolean;
    readonly health?: HealthStatus;
    readonly startTimeout?: number;
    readonly elapsed?: number;
  };
  readonly dependent?: { readonly knownStatus: keyof typeof KNOWN };
  readonly expect: 'resolved' | 'waiting' | 'unresolvable';
}

interface ContainerVector {
  readonly name: string;
  readonly essential: boolean;
  readonly dependsOn: readonly ContainerDependency[];
  readonly healthCheck?: boolean;
  readonly startTimeout?: number;
  readonly stopTimeout?: number;
  readonly ignoresSigterm?: boolean;
  readonly volumesFrom?: readonly string[];
  readonly links?: readonly string[];
  readonly restartPolicy?: NonNullable<ContainerDefinition['restartPolicy']>;
  readonly behaviour: {
    readonly startsAfterSeconds?: number;
    readonly exits?: Exit;
    readonly exitsByRun?: readonly (Exit | null)[];
    readonly healthyAfterSeconds?: number;
    readonly unhealthyAfterSeconds?: number;
    readonly neverHealthy?: boolean;
    readonly cannotStart?: boolean;
    readonly sigtermExit?: Exit;
  };
}

export interface ScenarioVector {
  readonly id: string;
  readonly description?: string;
  readonly containers: readonly ContainerVector[];
  readonly stopRequestedAt?: number;
  readonly horizonSeconds: number;
  readonly expect: {
    readonly startOrder: readonly (readonly string[])[];
    readonly neverStarts: readonly string[];
    readonly taskStops: boolean;
    readonly stopCause?: string;
    readonly stopOrder?: readonly (readonly string[])[];
    readonly reachesRunning: boolean;
    readonly startsAt: Readonly<Record<string, number>>;
    readonly taskStoppedAt?: number;
    readonly exitCodes?: Readonly<Record<string, number | null>>;
    readonly restarts?: Readonly<Record<string, number>>;
  };
  readonly confidence?: string;
}

export interface Vectors {
  readonly conditions: readonly ConditionVector[];
  readonly scenarios: readonly ScenarioVector[];
}

/** The vectors in the file that LIFECYCLE_VECTORS names, else the project's own. */
export function readVectors(): Vectors {
  const file = process.env.LIFECYCLE_VECTORS ?? new URL('../lifecycle-vectors.data.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Vectors;
}

/** The task of a vector. */
export function taskOf({ containers }: Pick<ScenarioVector, 'containers'>): TaskDefinition {
  return { family: 'vector', containerDefinitions: containers.map(definitionOf) };
}

function definitionOf(vector: ContainerVector): ContainerDefinition {
  const { name, essential, dependsOn, startTimeout, stopTimeout, links, restartPolicy } = vector;
  return {
    name,
    image: 'image',
    essential,
    dependsOn,
    ...(vector.healthCheck && { healthCheck: { command: ['CMD-SHELL', 'true'] } }),
    ...(startTimeout !== undefined && { startTimeout }),
    ...(stopTimeout !== undefined && { stopTimeout }),
    ...(links && { links }),
    ...(vector.volumesFrom && {
      volumesFrom: vector.volumesFrom.map((sourceContainer) => ({ sourceContainer })),
    }),
    ...(restartPolicy && { restartPolicy }),
  };
}

/** The scenario of a vector. What the vector does not say is said here, so that no default by role comes in. */
export function scenarioOf({ id, containers, stopRequestedAt, horizonSeconds }: ScenarioVector): Scenario {
  return {
    id,
    name: id,
    behaviours: Object.fromEntries(containers.map((container) => [container.name, behaviourOf(container)])),
    environment: {},
    expectations: [],
    horizonSeconds,
    ...(stopRequestedAt !== undefined && { stopRequestedAt }),
  };
}

function behaviourOf({ behaviour, ignoresSigterm, healthCheck }: ContainerVector): Behaviour {
  const { startsAfterSeconds = 0, exits, exitsByRun, ...rest } = behaviour;
  const silent = healthCheck && behaviour.healthyAfterSeconds === undefined;
  return {
    sigtermExit: { afterSeconds: 1, code: 143 },
    ...rest,
    ...(silent && { neverHealthy: true }),
    pullSeconds: startsAfterSeconds,
    startSeconds: 0,
    exitsByRun: exitsByRun ?? [exits ?? null],
    ...(ignoresSigterm && { ignoresSigterm }),
  };
}

/** What a run says in the words of a vector's `expect`, limited to what `expect` asks. */
export function outcome(run: Run, { expect }: Pick<ScenarioVector, 'expect'>): ScenarioVector['expect'] {
  const { task, containers } = run;
  const byName = new Map(containers.map((container) => [container.key, container]));
  const named = <T>(names: Iterable<string>, value: (name: string) => T) =>
    Object.fromEntries([...names].map((name) => [name, value(name)]));
  const signalled = containers.filter(
    ({ signalledAt }) => signalledAt !== undefined && signalledAt >= (task.stoppingAt ?? 0),
  );
  return {
    startOrder: groups(
      containers.map(({ key, startedAt }) => [key, startedAt]),
      expect.startOrder,
    ),
    neverStarts: containers.flatMap(({ key, startedAt }) => (startedAt === undefined ? [key] : [])).sort(),
    taskStops: task.stoppedAt !== undefined,
    ...(expect.stopCause !== undefined && { stopCause: task.stopCause ?? '(none)' }),
    ...(expect.stopOrder && {
      stopOrder: groups(
        signalled.map(({ key, signalledAt }) => [key, signalledAt]),
        expect.stopOrder,
      ),
    }),
    reachesRunning: task.runningAt !== undefined,
    startsAt: Object.fromEntries(
      containers.flatMap(({ key, startedAt }) => (startedAt === undefined ? [] : [[key, startedAt]])),
    ),
    ...(expect.taskStoppedAt !== undefined && { taskStoppedAt: task.stoppedAt ?? Number.NaN }),
    ...(expect.exitCodes && {
      exitCodes: named(Object.keys(expect.exitCodes), (name) => byName.get(name)?.exitCode ?? null),
    }),
    ...(expect.restarts && {
      restarts: named(Object.keys(expect.restarts), (name) => byName.get(name)?.restarts ?? Number.NaN),
    }),
  };
}

/** Groups of one time in the order of time; within a group in the order of `like`, which says nothing there. */
function groups(
  times: readonly (readonly [name: string, at: number | undefined])[],
  like: readonly (readonly string[])[],
): string[][] {
  const byTime = new Map<number, string[]>();
  for (const [name, at] of times) {
    if (at !== undefined) byTime.set(at, [...(byTime.get(at) ?? []), name]);
  }
  const rank = like.flat();
  return [...byTime]
    .sort(([one], [other]) => one - other)
    .map(([, names]) => names.sort((one, other) => rank.indexOf(one) - rank.indexOf(other)));
}

/** The event log as text, one event a line. */
export function eventLog(run: Run): string {
  return run.events
    .map(({ at, type, container, because, code }) => {
      const cause = Object.entries(because).map(([key, value]) =>
        key === 'kind' ? value : `${key} ${value}`,
      );
      const exit = code === undefined ? '' : ` (${code})`;
      return `${at.toFixed(1).padStart(8)} s  ${(container ?? 'task').padEnd(16)} ${type}${exit}: ${cause.join(', ')}`;
    })
    .join('\n');
}
