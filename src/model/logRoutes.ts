/** The log routes of a task: from each container to its destination, or to the FireLens router and from there on. */
import { items } from './list.ts';
import type { LogDestination } from './logDestination.ts';
import { driverDestination, outputDestination } from './logDestination.ts';
import type { NamedContainer } from './namedContainers.ts';
import type { NodeKey } from './nodeKey.ts';
import { nodeKeys } from './nodeKey.ts';
import type { Path } from './path.ts';

/** Where log lines go that leave the task: a CloudWatch group, Datadog, a Splunk, the host's json-file … */
export interface LogNode {
  readonly key: NodeKey;
  /** "CloudWatch", "Datadog", "Host’s json-file". */
  readonly title: string;
  /** The group, host or stream, as far as it is known. */
  readonly detail: string;
  /** The log driver or the router's output plug-in that reaches it; `awsfirelens` where the router is missing. */
  readonly driver: string;
}

export interface LogRoute {
  /** `log:<container>` or, for what a router sends on, `log:<router>>out`, from its second destination on `#2` … */
  readonly key: string;
  readonly from: NodeKey;
  /** A log destination, or the router's container for awsfirelens. */
  readonly to: NodeKey;
  /** The log driver; for what a router sends on, the output plug-in. */
  readonly driver: string;
  /** The `logConfiguration` that says so, or the router's `firelensConfiguration`. */
  readonly path: Path;
}

/** A destination on its way to a node: what makes it distinct, and the routes that lead there. */
interface Reached {
  readonly destination: LogDestination;
  readonly routes: Omit<LogRoute, 'to'>[];
}

/** One node per distinct destination, in the order in which containers name them, and all routes. */
export function logRoutes(containers: readonly NamedContainer[]): {
  readonly logs: readonly LogNode[];
  readonly routes: readonly LogRoute[];
} {
  const router = containers.find(({ definition }) => definition.firelensConfiguration !== undefined);
  const reached = new Map<string, Reached>();
  const routes: LogRoute[] = [];
  const reach = (destination: LogDestination): Reached['routes'] => {
    const identity = JSON.stringify([destination.driver, destination.detail, destination.region]);
    const found = reached.get(identity) ?? { destination, routes: [] };
    reached.set(identity, found);
    return found.routes;
  };

  let outputs = 0;
  const sendOn = (from: NamedContainer, destination: LogDestination, path: Path) => {
    const known = reach(destination);
    if (known.some((route) => route.from === from.key && route.key.includes('>out'))) return;
    outputs += 1;
    const base = `${routeKey(from)}>out`;
    known.push({
      key: outputs === 1 ? base : `${base}#${outputs}`,
      from: from.key,
      driver: destination.driver,
      path,
    });
  };

  for (const container of containers) {
    const configuration = container.definition.logConfiguration;
    if (!configuration?.logDriver) continue;
    const path: Path = ['containerDefinitions', container.index, 'logConfiguration'];
    const route = { key: routeKey(container), from: container.key, driver: configuration.logDriver, path };
    if (configuration.logDriver !== 'awsfirelens') {
      const destination = driverDestination(configuration);
      if (destination) reach(destination).push(route);
      continue;
    }
    if (!router) {
      reach({ driver: 'awsfirelens', title: 'No log router', detail: '', region: '' }).push(route);
      continue;
    }
    routes.push({ ...route, to: router.key });
    const output = outputDestination(configuration.options);
    if (output) sendOn(router, output, path);
  }
  // Next to outputs that are named, such a file is as a rule only a parser or a filter.
  const file = router && outputs === 0 ? configurationFile(router) : '';
  if (router && file) {
    const path = ['containerDefinitions', router.index, 'firelensConfiguration'];
    sendOn(
      router,
      { driver: 'config-file', title: 'As the router’s file says', detail: file, region: '' },
      path,
    );
  }

  const nodes = [...reached.values()];
  const keys = nodeKeys(
    'log',
    nodes.map(({ destination: { driver, detail } }) => (detail === '' ? driver : `${driver} ${detail}`)),
  );
  const logs = nodes.map(({ destination }, place) => ({
    key: keys[place] ?? '',
    title: destination.title,
    detail: detailOf(destination, nodes),
    driver: destination.driver,
  }));
  nodes.forEach((node, place) => {
    for (const route of node.routes) routes.push({ ...route, to: keys[place] ?? '' });
  });
  const order = new Map(containers.map(({ key }, place) => [key, place]));
  routes.sort((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0));
  return { logs, routes };
}

/** The region is said only where the same group stands in two of them. */
function detailOf(destination: LogDestination, all: readonly Reached[]): string {
  const twins = all.filter(
    (other) =>
      other.destination.driver === destination.driver && other.destination.detail === destination.detail,
  );
  if (twins.length < 2 || destination.region === '') return destination.detail;
  return destination.detail === '' ? destination.region : `${destination.detail}, ${destination.region}`;
}

/**
 * The router's own configuration: `config-file-value`, or the files that an `init-*` image of AWS for Fluent Bit is
 * given in `aws_fluent_bit_init_…` variables. It may send lines wherever it likes.
 */
function configurationFile({ definition }: NamedContainer): string {
  const value = definition.firelensConfiguration?.options?.['config-file-value'];
  if (value) return value;
  for (const [variable] of items(definition.environment)) {
    if (variable.name?.toLowerCase().startsWith('aws_fluent_bit_init_') && variable.value)
      return variable.value;
  }
  return '';
}

function routeKey({ key }: NamedContainer): string {
  return `log:${key.slice('container:'.length)}`;
}
