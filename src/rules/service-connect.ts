/** Ports that Service Connect and VPC Lattice find by their name. */
import { inferRole } from '../model/role.ts';
import type { Rule } from './rule.ts';
import { networkMode } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import type { PortAt } from './terms/ports.ts';
import { portsOf, portWords } from './terms/ports.ts';
import { api, guide } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';
import { listed, quote } from './terms/words.ts';

const NAMED = { containerPort: 8080, name: 'http' };
const CONNECTED = { ...NAMED, appProtocol: 'http' };
const ports = (...portMappings: object[]) => ({ portMappings });
const ENVOY = { image: 'docker.io/envoyproxy/envoy:v1.32.1' };
/** Serves requests: what others call by name. */
const SERVING = /^(app|webServer|proxy|container)$/;

/** In reading order. */
export const serviceConnectRules: readonly Rule[] = [
  {
    id: 'sc-port-unnamed',
    severity: 'info',
    title: 'One port has a name, another has none',
    why: 'Service Connect and VPC Lattice reach a port by its name. Once a service uses it, neither the name nor protocol and appProtocol can be changed, so a port that is to be reached later is best named now.',
    source: api('PortMapping', 'name'),
    examples: {
      good: [
        { title: 'Both', task: fargate({}, ports(NAMED, { containerPort: 9090, name: 'metrics' })) },
        {
          title: 'On the network of the host, where names are of no use',
          task: ec2({ networkMode: 'host' }, ports(NAMED, { containerPort: 9090 })),
        },
        { title: 'None: nobody calls them by name', task: fargate({}, ports({ containerPort: 8080 })) },
        {
          title: 'The helper need not be found',
          task: fargate({}, ports(NAMED), {
            image: 'public.ecr.aws/docker/library/redis:7',
            ...ports({ containerPort: 6379 }),
          }),
        },
      ],
      bad: [{ title: 'One of two', task: fargate({}, ports(NAMED, { containerPort: 9090 })) }],
    },
    *check(reading) {
      const all = portsOf(reading);
      if (!all.some(({ mapping }) => mapping.name) || networkMode(reading) === 'host') return;
      const taken = new Set(all.map(({ mapping }) => mapping.name));
      for (const { container, mapping, path } of all) {
        const place = [...path, 'name'];
        if (!missing(reading, place, mapping.name)) continue;
        if (!SERVING.test(inferRole(container.definition, reading.task))) continue;
        const plain = known(reading, [...container.at, 'name']) && known(reading, [...path, 'containerPort']);
        const free = plain ? freeName(container.name ?? 'port', mapping.containerPort, taken) : undefined;
        yield {
          path: place,
          message: `${capital(portWords(mapping))} of ${container.called} has no name, and others of the task have: if it is to be reached through Service Connect or VPC Lattice too, name it.`,
          ...(free !== undefined && {
            fix: {
              label: `Call it ${quote(free)}`,
              safe: false,
              edits: [{ op: 'set', path: place, value: free }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'sc-sidecar-manual',
    severity: 'info',
    title: 'An Envoy beside that of Service Connect',
    why: 'appProtocol is read by Service Connect alone, which adds an Envoy of its own to the task. A second one takes memory and has to be kept in step. For its own AWS asks to leave 256 CPU units and 64 MiB.',
    source: guide('service-connect-concepts', 'Service Connect'),
    examples: {
      good: [
        { title: 'Without one', task: fargate({}, ports(CONNECTED)) },
        { title: 'Ports that only have names', task: fargate({}, ports(NAMED), ENVOY) },
        {
          title: 'The container that is called is the Envoy',
          task: ec2({}, { ...ENVOY, ...ports(CONNECTED) }),
        },
      ],
      bad: [{ title: 'One beside the app', task: fargate({}, ports(CONNECTED), ENVOY) }],
    },
    *check(reading) {
      const meant = portsOf(reading).filter(
        ({ mapping, path }) =>
          mapping.name && mapping.appProtocol && known(reading, [...path, 'appProtocol']),
      );
      const [first] = meant;
      if (!first || !known(reading, ['proxyConfiguration']) || reading.task.proxyConfiguration) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'image'];
        if (!/(^|\/)envoy(proxy)?(\/envoy)?([:@]|$)/.test(definition.image ?? '') || !known(reading, path))
          continue;
        if (meant.some(({ container }) => container.at[1] === at[1])) continue;
        yield {
          path,
          message: `${listed(names(meant))} ${names(meant).length > 1 ? 'are' : 'is'} made for Service Connect, which brings an Envoy of its own: ${called} is a second one. Take it out, or do without Service Connect; for its own leave 256 CPU units and 64 MiB free.`,
        };
      }
    },
  },
];

function names(meant: readonly PortAt[]): string[] {
  return meant.map(({ mapping }) => `the port ${quote(mapping.name ?? '')}`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function freeName(
  container: string,
  port: number | undefined,
  taken: ReadonlySet<string | undefined>,
): string | undefined {
  const bare = container
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^-+/, '');
  const name = port === undefined ? bare : `${bare || 'port'}-${port}`;
  return name !== '' && name.length <= 64 && !taken.has(name) ? name : undefined;
}
