/** The network that the services of a Compose file share as containers of one task. */
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import { isObject } from '../built/fitTo.ts';
import { ports } from './portsAndMounts.ts';

type JsonObject = { readonly [member: string]: Json };

/** A container that does nothing but hold the network that the others share. */
const PAUSE = /(?:^|\/)pause(?:[-:@]|$)/;

export interface Network {
  readonly mode: 'host' | 'bridge' | 'awsvpc' | 'none';
  /** The services that become containers: all but the one that only holds the network. */
  readonly services: JsonObject;
}

/** The network of ECS that comes nearest to that of the services, and what is decided in that. */
export function networkOf(services: JsonObject, lost: (path: Path, message: string) => void): Network {
  const all = Object.values(services).filter(isObject);
  const shared = Object.entries(services).find(
    ([name, service]) =>
      isObject(service) &&
      PAUSE.test(String(service.image)) &&
      all.some(({ network_mode }) => network_mode === `service:${name}`),
  );
  if (shared !== undefined && isObject(shared[1]))
    return { mode: 'awsvpc', services: withNetworkOf(shared[0], shared[1], services, lost) };
  if (all.some(({ network_mode }) => network_mode === 'host')) return { mode: 'host', services };
  if (all.length > 0 && all.every(({ network_mode }) => network_mode === 'none'))
    return { mode: 'none', services };
  const linked = all.some(({ links }) => links !== undefined && links !== null);
  const port = portOfTwo(all);
  lost(
    ['networkMode'],
    linked
      ? 'Services are linked, which ECS knows in bridge mode alone: that is taken.'
      : port === undefined
        ? 'Compose knows no network mode of ECS: awsvpc is taken, in which the containers share one network.'
        : `Two services listen on ${port}, which they cannot on one network: bridge mode is taken.`,
  );
  return { mode: linked || port !== undefined ? 'bridge' : 'awsvpc', services };
}

/** A port that more than one service publishes from inside. */
function portOfTwo(services: readonly JsonObject[]): string | undefined {
  const known = new Set<string>();
  for (const service of services) {
    const own = ports(service.ports ?? [], () => undefined).map(
      ({ containerPort, containerPortRange, protocol = 'tcp' }) =>
        `${containerPort ?? containerPortRange}/${protocol}`,
    );
    for (const port of new Set(own)) {
      if (known.has(port)) return port;
      known.add(port);
    }
  }
  return undefined;
}

/** Ports and kernel settings of the network go to the first service that uses it. */
function withNetworkOf(
  holder: string,
  { ports, sysctls }: JsonObject,
  services: JsonObject,
  lost: (path: Path, message: string) => void,
): JsonObject {
  const rest = Object.entries(services).filter(([name]) => name !== holder);
  const first = rest.findIndex(
    ([, service]) => isObject(service) && service.network_mode === `service:${holder}`,
  );
  for (const [member, value] of [
    ['portMappings', ports],
    ['systemControls', sysctls],
  ] as const) {
    if (value !== undefined && rest.length > 1)
      lost(
        ['containerDefinitions', first, member],
        `${rest[first]?.[0]}: what ${holder} publishes or sets for all stands here: the file does not say for whom.`,
      );
  }
  return Object.fromEntries(
    rest.map(([name, service], index) => {
      if (!isObject(service)) return [name, service];
      const { network_mode, ...own } = service;
      const given = {
        ...(ports !== undefined && index === first && { ports }),
        ...(sysctls !== undefined && index === first && { sysctls }),
      };
      return [name, network_mode === `service:${holder}` ? { ...own, ...given } : service];
    }),
  );
}

/** In awsvpc mode a port is published under its own number, and others reach it on 127.0.0.1. */
export function shareNetwork(
  containers: readonly Record<string, Json>[],
  lost: (path: Path, message: string) => void,
): void {
  if (containers.length > 1)
    lost(
      [],
      'Services find each other by their names in Compose; the containers of a task do so on 127.0.0.1.',
    );
  containers.forEach((container, index) => {
    const { name, portMappings, hostname } = container;
    if (hostname !== undefined) {
      delete container.hostname;
      lost(
        ['containerDefinitions', index, 'hostname'],
        `${name}: hostname is left out: the containers of a task share its host name.`,
      );
    }
    if (!Array.isArray(portMappings)) return;
    (portMappings as Record<string, Json>[]).forEach((mapping, place) => {
      const { hostPort, containerPort } = mapping;
      delete mapping.hostPort;
      if (hostPort === undefined || hostPort === containerPort) return;
      const path = ['containerDefinitions', index, 'portMappings', place];
      lost(
        path,
        `${name}: port ${containerPort} was published as ${hostPort}; a task publishes it as ${containerPort}.`,
      );
    });
  });
}
