/** Changing a task to network mode awsvpc. */
import type { Edit } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Reading } from '../../model/reading.ts';
import type { Fix } from '../rule.ts';
import { containersOf } from './view.ts';

/** Sets the mode and drops other host ports; nothing when the task uses what awsvpc does not have, or a port twice. */
export function toAwsvpc(reading: Reading): Fix | undefined {
  const edits: Edit[] = [{ op: 'set', path: ['networkMode'], value: 'awsvpc' }];
  const taken = new Set<string>();
  for (const { definition, at } of containersOf(reading)) {
    const { links, hostname, extraHosts, dnsServers, dnsSearchDomains, disableNetworking } = definition;
    const lists = [links, extraHosts, dnsServers, dnsSearchDomains];
    if (hostname !== undefined || disableNetworking || lists.some((list) => list?.length)) return undefined;
    for (const [port, index] of items(definition.portMappings)) {
      const { containerPort, containerPortRange, hostPort, protocol = 'tcp', name } = port;
      const claims = [`${protocol} ${containerPort}`, ...(name ? [`name ${name}`] : [])];
      if (containerPortRange !== undefined || claims.some((claim) => taken.has(claim))) return undefined;
      for (const claim of claims) taken.add(claim);
      if (hostPort !== undefined && hostPort !== containerPort) {
        edits.push({ op: 'remove', path: [...at, 'portMappings', index, 'hostPort'] });
      }
    }
  }
  const label =
    edits.length > 1 ? 'Set network mode awsvpc and drop other host ports' : 'Set network mode awsvpc';
  return { label, safe: true, edits };
}
