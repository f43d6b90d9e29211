import { linkedName } from '../../model/dependencies.ts';
import { items } from '../../model/list.ts';
import type { Path } from '../../model/path.ts';
import type { GateCondition, GateOrigin } from '../run.ts';
import { SERVICE_CONNECT } from '../serviceConnect.ts';
import type { Live, World } from '../world.ts';
import type { Behavior } from './behavior.ts';

/** Each container has its gates: those written in dependsOn and those that ECS adds. Unknown names give none. */
export const gatesOfTheTask: Behavior = {
  id: 'gates-of-the-task',
  title:
    'To what is written in dependsOn ECS adds: HEALTHY on the Service Connect proxy, CREATE for volumesFrom, START for links, and START on the FireLens router for whoever logs through it, unless the router itself waits for something.',
  source:
    'amazon-ecs-agent 1.105.1, agent/api/task/task.go, initializeContainerOrdering and addFirelensContainerDependency',

  prepare(world) {
    const byName = new Map<string, Live>();
    for (const container of world.containers) {
      if (container.index >= 0 && container.name !== '' && !byName.has(container.name)) {
        byName.set(container.name, container);
      }
    }
    const proxy = world.containers.find(({ key, index }) => key === SERVICE_CONNECT && index < 0);
    for (const container of world.containers) {
      if (container !== proxy) addOwnGates(container, byName, proxy);
    }
    addFirelensGates(world);
    findCircles(world);
    for (const container of world.containers) {
      for (const gate of container.gates) {
        if (!gate.circular && !gate.on.dependents.includes(container)) gate.on.dependents.push(container);
      }
    }
  },
};

function addOwnGates(container: Live, byName: ReadonlyMap<string, Live>, proxy: Live | undefined): void {
  const { definition } = container;
  const at: Path = ['containerDefinitions', container.index];
  definition.dependsOn?.forEach((entry, place) => {
    const on = byName.get(entry?.containerName ?? '');
    if (on && entry?.condition) add(container, on, entry.condition, 'dependsOn', [...at, 'dependsOn', place]);
  });
  if (proxy) add(container, proxy, 'HEALTHY', 'serviceConnect', []);
  for (const [entry, place] of items(definition.volumesFrom)) {
    const on = byName.get(entry.sourceContainer ?? '');
    if (on) add(container, on, 'CREATE', 'volumesFrom', [...at, 'volumesFrom', place]);
  }
  for (const [link, place] of items(definition.links)) {
    const on = byName.get(linkedName(link));
    if (on) add(container, on, 'START', 'links', [...at, 'links', place]);
  }
}

/** With two routers, which ECS refuses, the last one counts. */
function addFirelensGates(world: World): void {
  const router = world.containers.findLast(
    ({ definition }) => definition.firelensConfiguration !== undefined,
  );
  if (!router || router.gates.length > 0) return;
  for (const container of world.containers) {
    if (container === router || container.definition.logConfiguration?.logDriver !== 'awsfirelens') continue;
    if (container.gates.some(({ on }) => on === router)) continue;
    const path: Path = ['containerDefinitions', container.index, 'logConfiguration', 'logDriver'];
    add(container, router, 'START', 'firelens', path);
  }
}

function add(container: Live, on: Live, condition: GateCondition, origin: GateOrigin, path: Path): void {
  container.gates.push({ on, condition, origin, path, circular: false, releasedAt: undefined });
}

/** Marks the gates that are part of a circle. Containers that can be put in order one by one are in none. */
function findCircles(world: World): void {
  const ordered = new Set<Live>();
  for (let before = -1; before < ordered.size; ) {
    before = ordered.size;
    for (const container of world.containers) {
      if (!ordered.has(container) && container.gates.every(({ on }) => ordered.has(on)))
        ordered.add(container);
    }
  }
  if (ordered.size === world.containers.length) return;
  for (const container of world.containers) {
    if (ordered.has(container)) continue;
    for (const gate of container.gates) gate.circular = reaches(gate.on, container);
  }
}

function reaches(from: Live, goal: Live): boolean {
  const seen = new Set<Live>([from]);
  for (const container of seen) {
    if (container === goal) return true;
    for (const { on } of container.gates) seen.add(on);
  }
  return false;
}
