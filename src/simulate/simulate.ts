/** One life of a task, from the moment it is handed to the agent. */
import { namedContainers } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { awaitedToEnd, containerKey, fullBehaviour, proxyBehaviour, said } from './defaults.ts';
import { live } from './loop.ts';
import type { ContainerKey, Run } from './run.ts';
import type { FullBehaviour, Scenario } from './scenario.ts';
import { SERVICE_CONNECT, serviceConnectProxy } from './serviceConnect.ts';
import { summarise } from './summary.ts';
import { KNOWN, type Live, newWorld } from './world.ts';

/**
 * What happens to the task, second by second, if its containers behave as the scenario says. The same input gives the
 * same run. Never throws: what ECS would refuse is said in `refused`, and the rest is simulated.
 *
 * It follows the ECS agent for EC2, release 1.105.1, with no reaction time of its own.
 */
export function simulate(task: TaskDefinition, scenario: Scenario): Run {
  const awaited = awaitedToEnd(task);
  const containers: Live[] = [];
  for (const named of namedContainers(task)) {
    const key = containerKey(named);
    const behaviour = fullBehaviour(task, named.definition, said(scenario, key), awaited);
    containers.push(newContainer(key, named, behaviour));
  }
  const keyIsFree = !containers.some(({ key }) => key === SERVICE_CONNECT);
  if (scenario.environment.serviceConnect === true && keyIsFree) {
    const added = { name: SERVICE_CONNECT, index: -1, definition: serviceConnectProxy };
    containers.push(newContainer(SERVICE_CONNECT, added, proxyBehaviour(scenario)));
  }
  const world = newWorld(task, scenario, containers);
  live(world);
  return summarise(world);
}

function newContainer(
  key: ContainerKey,
  { name, index, definition }: Pick<Live, 'name' | 'index' | 'definition'>,
  behaviour: FullBehaviour,
): Live {
  return {
    key,
    name,
    index,
    definition,
    essential: definition.essential !== false,
    hasHealthCheck: definition.healthCheck !== undefined,
    behaviour,
    gates: [],
    dependents: [],
    known: KNOWN.MANIFEST_PULLED,
    wanted: 'RUNNING',
    step: undefined,
    run: 0,
    pullStartedAt: undefined,
    startedAt: undefined,
    runStartedAt: 0,
    lastRestartAt: undefined,
    restarts: 0,
    startTimedOut: false,
    signalledAt: undefined,
    stoppedAt: undefined,
    exitCode: undefined,
    health: 'UNKNOWN',
    failures: 0,
    probes: [],
    quiet: undefined,
    endsWithPass: undefined,
    givenUp: false,
    startFailed: false,
    pullFailed: false,
  };
}
