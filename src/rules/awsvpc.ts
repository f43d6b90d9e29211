/** Members of a container that go with a network of its own only, not with the interface that awsvpc gives the task. */
import type { Rule } from './rule.ts';
import { networkMode } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import type { MemberRefusal } from './terms/member.ts';
import { refusedMember } from './terms/member.ts';
import { deployed, guide, reported } from './terms/sources.ts';

type Known = 'when' | 'examples';

function inAwsvpc(rest: Omit<MemberRefusal, Known>, member: Readonly<Record<string, unknown>>): Rule {
  return refusedMember({
    ...rest,
    when: (reading) => networkMode(reading) === 'awsvpc',
    examples: {
      good: [
        { title: 'In bridge mode', task: ec2({}, member) },
        { title: 'Without it', task: fargate() },
      ],
      bad: [
        { title: 'With awsvpc', task: fargate({}, member) },
        { title: 'With awsvpc on EC2', task: ec2({ networkMode: 'awsvpc' }, member) },
      ],
    },
  });
}

/** In reading order. */
export const awsvpcRules: readonly Rule[] = [
  inAwsvpc(
    {
      id: 'hostname-awsvpc',
      title: 'No hostname with awsvpc',
      why: 'All containers of the task share one network interface and its host name.',
      answer: 'hostname is not supported on container when networkMode=awsvpc.',
      source: reported('labd/ecs-deplojo', 26),
      member: ['hostname'],
      value: (container) => container.hostname,
      because: 'but with network mode awsvpc all containers share the host name of the task: take it out.',
    },
    { hostname: 'web-1' },
  ),
  inAwsvpc(
    {
      id: 'extrahosts-awsvpc',
      title: 'No extraHosts with awsvpc',
      why: '/etc/hosts is written by ECS for the whole task. Names are resolved by the DNS of the VPC: a private hosted zone does what extraHosts does.',
      answer: 'Extra hosts are not supported on container when networkMode=awsvpc.',
      source: deployed('pf-ecs-awsvpc-extra-hosts'),
      member: ['extraHosts'],
      value: (container) => container.extraHosts,
      because:
        'which network mode awsvpc does not have: take it out and use a private hosted zone for such names.',
    },
    { extraHosts: [{ hostname: 'legacy.example.com', ipAddress: '10.1.2.3' }] },
  ),
  inAwsvpc(
    {
      id: 'dns-awsvpc',
      title: 'No dnsServers with awsvpc',
      why: 'The name servers come from the DHCP options of the VPC.',
      answer: 'DNS servers are not supported on container when networkMode=awsvpc',
      source: deployed('pf-ecs-awsvpc-dns-servers'),
      member: ['dnsServers'],
      value: (container) => container.dnsServers,
      because:
        'but with network mode awsvpc name servers come from the VPC: take it out and set DHCP options there.',
    },
    { dnsServers: ['10.0.0.2'] },
  ),
  inAwsvpc(
    {
      id: 'dnssearch-awsvpc',
      title: 'No dnsSearchDomains with awsvpc',
      why: 'Search domains come from the DHCP options of the VPC.',
      source: guide('fargate-tasks-services', 'task definition differences on Fargate'),
      member: ['dnsSearchDomains'],
      value: (container) => container.dnsSearchDomains,
      because:
        'but with network mode awsvpc search domains come from the VPC: take it out and set DHCP options there.',
    },
    { dnsSearchDomains: ['corp.example.com'] },
  ),
  inAwsvpc(
    {
      id: 'disable-networking-awsvpc',
      title: 'No disableNetworking with awsvpc',
      why: 'A container cannot step out of the interface that all containers of the task share.',
      answer: 'Disable Networking is not supported on container when networkMode=awsvpc',
      source: deployed('pf-ecs-awsvpc-disable-networking'),
      member: ['disableNetworking'],
      value: (container) => container.disableNetworking,
      because:
        'which network mode awsvpc does not have: take it out and close the network with security groups.',
    },
    { disableNetworking: true },
  ),
];
