/** The key behaviours of a task, as a poster lists them: written from the design and its run, never by hand. */
import { type ContainerNode, type Graph, graph } from '../model/graph.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Run } from '../simulate/run.ts';
import { headline } from './headline.ts';
import { listed, seconds } from './words.ts';

const UNTIL = {
  START: 'has started',
  COMPLETE: 'has exited, with any code',
  SUCCESS: 'has exited with 0',
  HEALTHY: 'is HEALTHY',
  CREATE: 'has been created',
} as const;

/** A few sentences, each true of this task alone; none for a task without containers. */
export function keyBehaviours(task: TaskDefinition, run: Run): readonly string[] {
  const drawn = graph(task);
  if (drawn.containers.length === 0) return [];
  return [
    headline(run),
    ...startOrder(drawn),
    blastRadius(drawn),
    ...handOffs(drawn),
    ...logRouting(drawn),
    ...restarts(drawn),
    ...stopOrder(run),
  ].filter((text) => text !== '');
}

function startOrder({ containers, dependencies }: Graph): string[] {
  const written = dependencies.filter(({ addedBy }) => addedBy === undefined);
  if (written.length === 0) {
    return containers.length > 1 ? ['No container waits for another: all of them start at once.'] : [];
  }
  return containers.flatMap((container) => {
    const gates = written.filter(({ to }) => to === container.key);
    if (gates.length === 0) return [];
    const said = gates.map(({ from, condition }) => `${nameOf(from, containers)} ${UNTIL[condition]}`);
    return [`${called(container)} starts when ${listed(said)}.`];
  });
}

function blastRadius({ containers }: Graph): string {
  const essential = containers.filter(({ definition }) => definition.essential !== false).map(called);
  const others = containers.filter(({ definition }) => definition.essential === false).map(called);
  const ends =
    essential.length === 0
      ? 'No container is essential, which ECS refuses.'
      : essential.length === 1
        ? `${essential[0]} is the only essential container: its end ends the task.`
        : `${listed(essential)} are essential: the end of any of them stops the whole task.`;
  return others.length === 0 ? ends : `${ends} ${listed(others)} may exit and the task goes on.`;
}

function handOffs({ volumes, mounts, containers }: Graph): string[] {
  return volumes.flatMap(({ key, name, volume }) => {
    const own = mounts.filter((edge) => edge.volume === key);
    const writers = own
      .filter(({ readOnly }) => !readOnly)
      .map(({ container }) => nameOf(container, containers));
    const readers = own
      .filter(({ readOnly }) => readOnly)
      .map(({ container }) => nameOf(container, containers));
    if (writers.length === 0 || own.length < 2) return [];
    const lasts =
      Object.keys(volume).length > 1
        ? 'It outlives the task.'
        : 'It is empty at the start and gone with the task.';
    const reads =
      readers.length === 0 ? '' : `, ${listed(readers)} ${readers.length === 1 ? 'reads' : 'read'} it`;
    return [
      `${listed(writers)} ${writers.length === 1 ? 'writes' : 'write'} to ${name || 'a volume'}${reads}. ${lasts}`,
    ];
  });
}

function logRouting({ containers, routes, logs }: Graph): string[] {
  const router = containers.find(({ definition }) => definition.firelensConfiguration !== undefined);
  if (router === undefined) return [];
  const from = routes.filter(({ to }) => to === router.key).map((route) => nameOf(route.from, containers));
  if (from.length === 0) return [`${called(router)} is a FireLens router, and nobody logs through it.`];
  const onward = routes
    .filter((route) => route.from === router.key && route.key.includes('>out'))
    .flatMap(({ to }) => logs.find(({ key }) => key === to)?.title ?? []);
  const own = router.definition.logConfiguration?.logDriver;
  return [
    `awsfirelens hands the output of ${listed(from)} to ${called(router)}${
      onward.length === 0 ? '' : `, which sends it to ${listed([...new Set(onward)])}`
    }. ${own === undefined ? 'Its own output is kept nowhere.' : `Its own output goes by ${own}.`}`,
  ];
}

function restarts({ containers }: Graph): string[] {
  const restarted = containers
    .filter(({ definition }) => definition.restartPolicy?.enabled === true)
    .map(called);
  if (restarted.length === 0) return [];
  return [
    `${listed(restarted)} ${restarted.length === 1 ? 'is' : 'are'} restarted in place when the process ends.`,
  ];
}

/** In which order the run sends the stop signals, where it stops more than one container. */
function stopOrder(run: Run): string[] {
  const signalled = run.containers
    .flatMap(({ key, name, signalledAt }) =>
      signalledAt === undefined ? [] : [{ name: name || key, at: signalledAt }],
    )
    .sort((a, b) => a.at - b.at);
  const [first] = signalled;
  if (first === undefined || signalled.length < 2) return [];
  const later = signalled.filter(({ at }) => at > first.at);
  if (later.length === 0) return ['At a stop all containers that still run get SIGTERM together.'];
  const together = signalled.filter(({ at }) => at === first.at).map(({ name }) => name);
  const rest = later.map(({ name, at }) => `${name} ${seconds(at - first.at)} later`);
  return [
    `At a stop ${listed(together)} ${together.length === 1 ? 'gets' : 'get'} SIGTERM first, ${listed(rest)}: who is depended on stops after those who depend on it.`,
  ];
}

function nameOf(key: string, containers: readonly ContainerNode[]): string {
  const found = containers.find((one) => one.key === key);
  return found === undefined ? 'a container' : called(found);
}

function called({ name }: ContainerNode): string {
  return name || 'the container without a name';
}
