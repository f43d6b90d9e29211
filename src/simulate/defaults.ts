/**
 * How containers behave when nobody says: times that are plausible for their kind, so that any task gives a picture.
 * They are guesses of ours, to be replaced by what people know of their own images; none of them comes from AWS.
 */
import type { ContainerDefinition } from '../model/containerDefinition.ts';
import { items } from '../model/list.ts';
import { type NamedContainer, namedContainers } from '../model/namedContainers.ts';
import { inferRole, type Role } from '../model/role.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { ContainerKey } from './run.ts';
import type { Behaviour, Exit, FullBehaviour, Scenario } from './scenario.ts';
import { isSeconds, secondsOr } from './seconds.ts';
import { SERVICE_CONNECT, serviceConnectProxy } from './serviceConnect.ts';

interface RoleDefaults {
  readonly pullSeconds: number;
  /** From the start until it answers its health check. */
  readonly readyAfterSeconds: number;
  /** From the stop signal until it leaves, with code 0 for those that drain first. */
  readonly drainSeconds: number;
}

const byRole: Readonly<Record<Role, RoleDefaults>> = {
  app: { pullSeconds: 2, readyAfterSeconds: 4, drainSeconds: 4 },
  init: { pullSeconds: 1, readyAfterSeconds: 0, drainSeconds: 1 },
  proxy: { pullSeconds: 2, readyAfterSeconds: 8, drainSeconds: 1 },
  logRouter: { pullSeconds: 1.6, readyAfterSeconds: 1, drainSeconds: 2 },
  telemetry: { pullSeconds: 2, readyAfterSeconds: 3, drainSeconds: 1 },
  webServer: { pullSeconds: 1.5, readyAfterSeconds: 1, drainSeconds: 2 },
  worker: { pullSeconds: 2, readyAfterSeconds: 3, drainSeconds: 4 },
  cache: { pullSeconds: 1.5, readyAfterSeconds: 1, drainSeconds: 1 },
  database: { pullSeconds: 3, readyAfterSeconds: 6, drainSeconds: 3 },
  agent: { pullSeconds: 2.5, readyAfterSeconds: 4, drainSeconds: 1 },
  container: { pullSeconds: 2, readyAfterSeconds: 3, drainSeconds: 1 },
};

/** How long a container that does its work and leaves takes for it. */
const WORK: Exit = { afterSeconds: 2, code: 0 };
const STOP_REQUESTED_AT = 3600;

/**
 * A run in which all goes well: everybody starts, init containers exit with 0, and StopTask comes after an hour, so that
 * the stop order shows. The horizon leaves room for every stop timeout, one after the other.
 */
export function defaultScenario(task: TaskDefinition): Scenario {
  let stopping = 60;
  for (const [{ stopTimeout }] of items(task.containerDefinitions)) {
    stopping += Math.min(secondsOr(stopTimeout, 30) || 30, 600);
  }
  return {
    id: 'plan',
    name: 'As planned',
    behaviours: {},
    environment: {},
    expectations: [],
    stopRequestedAt: STOP_REQUESTED_AT,
    horizonSeconds: STOP_REQUESTED_AT + stopping,
  };
}

/** The key of a container in runs and scenarios: its name; `app#2` for the second of a name. */
export function containerKey({ key }: NamedContainer): ContainerKey {
  return key.slice(key.indexOf(':') + 1);
}

/**
 * All that a container does in this scenario: what the scenario says, the rest by role. `undefined` for a key that the
 * task does not have. Durations that are none (negative, not a number) count as not said.
 */
export function behaviourOf(
  task: TaskDefinition,
  scenario: Scenario,
  container: ContainerKey,
): FullBehaviour | undefined {
  const found = namedContainers(task).find((candidate) => containerKey(candidate) === container);
  if (found) return fullBehaviour(task, found.definition, said(scenario, container), awaitedToEnd(task));
  if (container !== SERVICE_CONNECT || scenario.environment.serviceConnect !== true) return undefined;
  return proxyBehaviour(scenario);
}

/** What a scenario says of a container; nothing for a key that it does not have. */
export function said(scenario: Scenario, container: ContainerKey): Behaviour {
  return (Object.hasOwn(scenario.behaviours, container) && scenario.behaviours[container]) || {};
}

/** The Service Connect proxy: on the host already, and healthy some seconds after its start. */
export function proxyBehaviour(scenario: Scenario): FullBehaviour {
  const sparse = { pullSeconds: 0, healthyAfterSeconds: 4, ...said(scenario, SERVICE_CONNECT) };
  return fullBehaviour({}, serviceConnectProxy, sparse, new Set());
}

/** The names that somebody waits for with SUCCESS or COMPLETE: they are expected to end by themselves. */
export function awaitedToEnd(task: TaskDefinition): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [{ dependsOn }] of items(task.containerDefinitions)) {
    for (const [{ containerName, condition }] of items(dependsOn)) {
      if (containerName && (condition === 'SUCCESS' || condition === 'COMPLETE')) names.add(containerName);
    }
  }
  return names;
}

/** Fills up what a scenario says of one container. `awaited`: as `awaitedToEnd` gives it. */
export function fullBehaviour(
  task: TaskDefinition,
  definition: ContainerDefinition,
  sparse: Behaviour,
  awaited: ReadonlySet<string>,
): FullBehaviour {
  const role = inferRole(definition, task);
  const { pullSeconds, readyAfterSeconds, drainSeconds } = byRole[role];
  const drains = role === 'app' || role === 'webServer' || role === 'worker' || role === 'logRouter';
  const sigtermExit = validExit(sparse.sigtermExit) ?? { afterSeconds: drainSeconds, code: drains ? 0 : 143 };
  return {
    pullSeconds: secondsOr(sparse.pullSeconds, pullSeconds),
    startSeconds: secondsOr(sparse.startSeconds, 0),
    exitsByRun: exits(definition, role, sparse, awaited),
    readyAfterSeconds: secondsOr(sparse.readyAfterSeconds, readyAfterSeconds),
    healthyAfterSeconds: durationOnly(sparse.healthyAfterSeconds),
    unhealthyAfterSeconds: durationOnly(sparse.unhealthyAfterSeconds),
    neverHealthy: sparse.neverHealthy === true,
    failingCheckSeconds: durationOnly(sparse.failingCheckSeconds),
    pullFails: sparse.pullFails === true,
    cannotStart: sparse.cannotStart === true,
    cannotRestart: sparse.cannotRestart === true,
    sigtermExit,
    ignoresSigterm: sparse.ignoresSigterm === true,
  };
}

function exits(
  definition: ContainerDefinition,
  role: Role,
  sparse: Behaviour,
  awaited: ReadonlySet<string>,
): readonly (Exit | null)[] {
  if (sparse.exitsByRun && sparse.exitsByRun.length > 0) {
    return sparse.exitsByRun.map((exit) => validExit(exit ?? undefined) ?? null);
  }
  const own = validExit(sparse.exits);
  if (own) return [own];
  const ends = role === 'init' || (definition.name !== undefined && awaited.has(definition.name));
  return [ends ? WORK : null];
}

function validExit(exit: Exit | undefined): Exit | undefined {
  return exit && isSeconds(exit.afterSeconds) && Number.isInteger(exit.code) ? exit : undefined;
}

function durationOnly(value: number | undefined): number | undefined {
  return isSeconds(value) ? value : undefined;
}
