/** What the wired-up figure says of each container: the same questions to all, by what each is there for. */
import type { ContainerNode, DependencyEdge, Graph } from '../../model/graph.ts';
import { graph } from '../../model/graph.ts';
import { parseImage } from '../../model/image.ts';
import { items } from '../../model/list.ts';
import { type Role, roleLabel } from '../../model/roleLabel.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { ContainerRun, Run } from '../../simulate/run.ts';
import { inSeconds } from '../../simulate/seconds.ts';

export type WiredGroup = 'init' | 'proxy' | 'helpers' | 'logRouting' | 'app';

/** The groups in the order of the columns, with their words. */
export const wiredGroups: Readonly<Record<WiredGroup, { readonly title: string; readonly says: string }>> = {
  init: { title: 'Init work', says: 'runs once, then exits' },
  proxy: { title: 'Proxy', says: 'runs on, carries the traffic' },
  helpers: { title: 'Helpers', says: 'run on, serve the app' },
  logRouting: { title: 'Log routing', says: 'runs on, takes the output' },
  app: { title: 'App', says: 'what the task is there for' },
};

/** A gate before the start of a container. */
export interface WiredGate {
  readonly condition: DependencyEdge['condition'];
  readonly text: string;
  /** ECS adds it by itself. */
  readonly implied: boolean;
}

export interface WiredColumn {
  readonly key: string;
  readonly group: WiredGroup;
  readonly name: string;
  readonly image: string;
  readonly does: readonly string[];
  readonly essential: boolean;
  readonly gates: readonly WiredGate[];
  readonly mounts: readonly string[];
  readonly logs: readonly string[];
  readonly overTime: readonly string[];
}

const GROUPS: Readonly<Partial<Record<Role, WiredGroup>>> = {
  init: 'init',
  proxy: 'proxy',
  logRouter: 'logRouting',
  telemetry: 'helpers',
  cache: 'helpers',
  database: 'helpers',
  agent: 'helpers',
};

/** A column a container, by groups, within a group in the order of the text. */
export function wiredColumns(task: TaskDefinition, run: Run): readonly WiredColumn[] {
  const drawn = graph(task);
  const order = Object.keys(wiredGroups);
  return drawn.containers
    .map((container) => columnOf(container, drawn, run))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

function columnOf(container: ContainerNode, drawn: Graph, run: Run): WiredColumn {
  const { definition, role, key } = container;
  const ran = run.containers.find(({ index }) => index === container.index);
  return {
    key,
    group: GROUPS[role] ?? 'app',
    name: container.name || 'no name',
    image: shortImage(definition.image),
    does: [
      roleLabel[role],
      ...items(definition.portMappings).flatMap(([{ containerPort, protocol = 'tcp' }]) =>
        containerPort === undefined ? [] : [`listens on ${containerPort}/${protocol}`],
      ),
      ...(definition.healthCheck === undefined
        ? []
        : [`health check every ${definition.healthCheck.interval ?? 30} s`]),
    ],
    essential: definition.essential !== false,
    gates: drawn.dependencies
      .filter(({ to }) => to === key)
      .map(({ from, condition, addedBy }) => ({
        condition,
        text: `${nameOf(from, drawn)}: ${condition}`,
        implied: addedBy !== undefined,
      })),
    mounts: drawn.mounts
      .filter((edge) => edge.container === key)
      .map(({ volume, containerPath, readOnly }) => {
        const name = drawn.volumes.find((one) => one.key === volume)?.name || 'no name';
        return `${name} at ${containerPath || 'no path'} (${readOnly ? 'ro' : 'rw'})`;
      }),
    logs: logsOf(container, drawn),
    overTime: ran === undefined ? ['cannot be played'] : overTime(ran, run),
  };
}

function logsOf({ definition, key }: ContainerNode, { routes, logs }: Graph): string[] {
  const driver = definition.logConfiguration?.logDriver;
  const router = definition.firelensConfiguration;
  const sent = routes
    .filter((route) => route.from === key && route.key.includes('>out'))
    .flatMap(({ to }) => logs.find((one) => one.key === to)?.title ?? []);
  return [
    driver === undefined ? 'none' : router === undefined ? driver : `${driver}, for its own output`,
    ...(router === undefined ? [] : [`takes awsfirelens as ${router.type ?? 'a router'}`]),
    ...[...new Set(sent)].map((title) => `sends on to ${title}`),
  ];
}

/** What the run says of it: start, readiness, whom it lets go on, end. */
function overTime(ran: ContainerRun, run: Run): string[] {
  if (ran.startedAt === undefined) return ['never starts in this run'];
  const healthy = ran.spans.find(({ state }) => state === 'healthy');
  const released = run.containers.flatMap((other) =>
    other.gates
      .filter((gate) => gate.on === ran.key && gate.releasedAt !== undefined && gate.origin === 'dependsOn')
      .map(
        (gate) =>
          `opens ${gate.condition} for ${other.name || other.key} at ${inSeconds(gate.releasedAt ?? 0)}`,
      ),
  );
  return [
    `starts at ${inSeconds(ran.startedAt)}`,
    ...(healthy === undefined ? [] : [`HEALTHY at ${inSeconds(healthy.from)}`]),
    ...(ran.restarts > 0 ? [`restarted ${ran.restarts === 1 ? 'once' : `${ran.restarts} times`}`] : []),
    ...endOf(ran, run),
    ...released,
  ];
}

function endOf(ran: ContainerRun, run: Run): string[] {
  const stopping = run.task.stoppingAt ?? Number.POSITIVE_INFINITY;
  const ended = ran.stoppedAt !== undefined && ran.exitCode !== undefined;
  if (ended && run.task.stopCause === ran.key) {
    return [`exit ${ran.exitCode} at ${inSeconds(ran.stoppedAt ?? 0)}`, 'that stops the whole task'];
  }
  if (ended && (ran.stoppedAt ?? 0) < stopping) {
    return [`exit ${ran.exitCode} at ${inSeconds(ran.stoppedAt ?? 0)}`, 'the task goes on without it'];
  }
  return [ran.essential ? 'its exit would stop the task' : 'may exit; the task goes on'];
}

function shortImage(image: string | undefined): string {
  if (!image) return 'no image';
  const { repository, tag } = parseImage(image);
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  return tag === undefined ? last : `${last}:${tag}`;
}

function nameOf(key: string, { containers }: Graph): string {
  return containers.find((one) => one.key === key)?.name || 'no name';
}
