/** Members of a container definition about ports, names on the network, and other containers reached through it. */
import type { ContainerDefinition, HostEntry, PortMapping } from '../../containerDefinition.ts';
import { fieldsOf, on } from '../field.ts';

const notWithAwsvpc = {
  capacities: on('n', 'n', 'c', 'c', 'c'),
  capacityNote: 'Not with network mode awsvpc.',
} as const;

const portMapping = fieldsOf<PortMapping>(
  { type: 'PortMapping' },
  {
    containerPort: {
      kind: 'port',
      label: 'Container port',
      min: 1,
      max: 65535,
      help: 'The port that the process listens on. Give it or a range, not both.',
    },
    hostPort: {
      kind: 'port',
      label: 'Host port',
      min: 0,
      max: 65535,
      help: 'With awsvpc and host it is the container port, or left out. With bridge, 0 or nothing lets the host choose a free one; 22, 2375, 2376 and 51678 to 51680 are taken by the host.',
    },
    protocol: {
      kind: 'enum',
      label: 'Protocol',
      default: 'tcp',
      help: 'The transport, in small letters. tcp unless you say otherwise.',
      values: { tcp: 'connections', udp: 'datagrams' },
    },
    name: {
      kind: 'text',
      label: 'Name',
      pattern: '^[a-z0-9_][a-z0-9_-]{0,63}$',
      maxLength: 64,
      help: 'What Service Connect and VPC Lattice call this port: up to 64 small letters, digits, underscores and hyphens, not beginning with a hyphen, used once in the task.',
    },
    appProtocol: {
      kind: 'enum',
      label: 'Application protocol',
      help: 'What is spoken on the port, for Service Connect: it brings metrics and retries of that protocol. Left out, Service Connect treats it as plain TCP.',
      values: { http: 'HTTP/1.1', http2: 'HTTP/2', grpc: 'gRPC' },
    },
    containerPortRange: {
      kind: 'text',
      format: 'portRange',
      label: 'Port range',
      pattern: '^\\d{1,5}-\\d{1,5}$',
      help: 'Several ports at once, low-high, such as 8000-8010. With awsvpc and bridge only, at most 100 ranges a container, none overlapping.',
    },
  },
);

const hostEntry = fieldsOf<HostEntry>(
  { type: 'HostEntry' },
  {
    hostname: {
      kind: 'text',
      label: 'Host name',
      required: 'client',
      help: 'The name to look up.',
    },
    ipAddress: {
      kind: 'text',
      label: 'IP address',
      required: 'client',
      help: 'The address that the name gives.',
    },
  },
);

export const ports = fieldsOf<
  Pick<
    ContainerDefinition,
    | 'portMappings'
    | 'links'
    | 'hostname'
    | 'disableNetworking'
    | 'dnsServers'
    | 'dnsSearchDomains'
    | 'extraHosts'
  >
>(
  { type: 'ContainerDefinition', group: 'Ports' },
  {
    portMappings: {
      kind: 'list',
      label: 'Port mappings',
      table: true,
      help: 'The ports that others reach from outside the task. Containers of one task reach each other on 127.0.0.1 with awsvpc, whatever stands here. Not with network mode none.',
      item: {
        kind: 'structure',
        label: 'Port',
        help: 'One port, or one range of ports.',
        fields: portMapping,
      },
    },
    links: {
      kind: 'list',
      label: 'Links',
      rare: true,
      linuxOnly: true,
      help: 'Lets this container reach others by name in network mode bridge: name or name:alias. ECS also starts the linked container first. Links must not run in a circle.',
      capacities: on('n', 'n', 'c', 'c', 'n'),
      capacityNote: 'Only with network mode bridge.',
      item: { kind: 'text', format: 'link', label: 'Link', help: 'name or name:alias of another container.' },
    },
    hostname: {
      kind: 'text',
      label: 'Host name',
      rare: true,
      help: 'What the container calls itself.',
      ...notWithAwsvpc,
    },
    disableNetworking: {
      kind: 'boolean',
      label: 'No network',
      default: false,
      rare: true,
      linuxOnly: true,
      help: 'Leaves the container without a network of its own.',
      ...notWithAwsvpc,
    },
    dnsServers: {
      kind: 'list',
      label: 'DNS servers',
      rare: true,
      linuxOnly: true,
      help: 'Addresses of the name servers to ask in place of the host’s.',
      ...notWithAwsvpc,
      item: { kind: 'text', label: 'Server', help: 'The IP address of a name server.' },
    },
    dnsSearchDomains: {
      kind: 'list',
      label: 'DNS search domains',
      rare: true,
      linuxOnly: true,
      help: 'Domains that are tried after a short name.',
      ...notWithAwsvpc,
      item: { kind: 'text', label: 'Domain', help: 'A domain such as internal.example.com.' },
    },
    extraHosts: {
      kind: 'list',
      label: 'Extra hosts',
      table: true,
      rare: true,
      linuxOnly: true,
      help: 'Lines to add to /etc/hosts.',
      ...notWithAwsvpc,
      item: { kind: 'structure', label: 'Host', help: 'A name and its address.', fields: hostEntry },
    },
  },
);
