/** The network that the services of a Compose file share as containers of one task. */
import type { Json } from '../../model/json.ts';
import type { Path } from '../../model/path.ts';
import { isObject } from '../built/fitTo.ts';

/** The host's if any service wants it, bridge where services are linked, else awsvpc. */
export function networkModeOf(services: { readonly [name: string]: Json }): 'host' | 'bridge' | 'awsvpc' {
  const all = Object.values(services).filter(isObject);
  if (all.some(({ network_mode }) => network_mode === 'host')) return 'host';
  // Links exist in bridge mode alone.
  return all.some(({ links }) => links !== undefined && links !== null) ? 'bridge' : 'awsvpc';
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
