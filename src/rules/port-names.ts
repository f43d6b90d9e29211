/** Names and protocols of port mappings. */
import type { Rule } from './rule.ts';
import { networkMode, requires } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { portsOf } from './terms/ports.ts';
import { api, deployed, from } from './terms/sources.ts';
import { known, missing } from './terms/view.ts';
import { quote } from './terms/words.ts';
import { wrongWord } from './terms/wrongWord.ts';

const ALLOWED = /^[a-z0-9_][a-z0-9_-]{0,63}$/;
const CDK = from('AWS CDK, which refuses it for ECS Service Connect', 'https://github.com/aws/aws-cdk');
const ports = (...portMappings: object[]) => ({ portMappings });

/** In reading order. */
export const portNameRules: readonly Rule[] = [
  {
    id: 'port-name-chars',
    severity: 'error',
    title: 'A port name has 1 to 64 lower-case letters, digits, underscores and hyphens',
    why: 'Service Connect and VPC Lattice use the name in addresses. It must not begin with a hyphen.',
    source: api('PortMapping', 'name; the words of the service are not known'),
    examples: {
      good: [
        { title: 'A digit first', task: fargate({}, ports({ name: '0_grpc-api', containerPort: 9000 })) },
      ],
      bad: [
        { title: 'Upper case', task: fargate({}, ports({ name: 'HTTP-main', containerPort: 80 })) },
        { title: 'A hyphen first', task: fargate({}, ports({ name: '-http', containerPort: 80 })) },
      ],
    },
    *check(reading) {
      for (const { container, mapping, path } of portsOf(reading)) {
        const { name } = mapping;
        const place = [...path, 'name'];
        if (name === undefined || ALLOWED.test(name) || !known(reading, place)) continue;
        const mended = name
          .toLowerCase()
          .replace(/[^a-z0-9_-]+/g, '-')
          .replace(/^-+/, '')
          .slice(0, 64);
        const taken = portsOf(reading).some((other) => other.mapping.name === mended);
        yield {
          path: place,
          message: `The port name ${quote(name)} of ${container.called} is not allowed: use 1 to 64 lower-case letters, digits, _ and -, not beginning with -.`,
          ...(ALLOWED.test(mended) &&
            !taken && {
              fix: {
                label: `Call the port ${quote(mended)}`,
                safe: true,
                edits: [{ op: 'set', path: place, value: mended }],
              },
            }),
        };
      }
    },
  },
  {
    id: 'port-name-duplicate',
    severity: 'error',
    title: 'A port name is used once in the task',
    why: 'Service Connect finds a port of the task by its name alone, whichever container has it.',
    answer: 'When networkMode=awsvpc, port mapping name is already used',
    source: deployed('pf-ecs-port-mapping-name-unique'),
    examples: {
      good: [
        {
          title: 'Two names',
          task: fargate(
            {},
            ports({ name: 'http', containerPort: 80 }),
            ports({ name: 'admin', containerPort: 81 }),
          ),
        },
      ],
      bad: [
        {
          title: 'http twice',
          task: fargate(
            {},
            ports({ name: 'http', containerPort: 80 }),
            ports({ name: 'http', containerPort: 81 }),
          ),
        },
      ],
    },
    *check(reading) {
      if (networkMode(reading) !== 'awsvpc') return;
      const seen = new Map<string, string>();
      for (const { container, mapping, path } of portsOf(reading)) {
        const place = [...path, 'name'];
        if (!mapping.name || !known(reading, place)) continue;
        const before = seen.get(mapping.name);
        if (before === undefined) {
          seen.set(mapping.name, container.called);
          continue;
        }
        const free = `${mapping.name}-${mapping.containerPort ?? 2}`;
        const usable = ALLOWED.test(free) && !portsOf(reading).some((other) => other.mapping.name === free);
        yield {
          path: place,
          message: `${container.called} calls a port ${quote(mapping.name)}, as ${before} does already: give one of them another name.`,
          ...(usable && {
            fix: {
              label: `Call this one ${quote(free)}`,
              safe: false,
              edits: [{ op: 'set', path: place, value: free }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'port-protocol',
    severity: 'warning',
    title: 'A port has the protocol tcp or udp',
    why: 'Both are written in lower case. Some clients refuse another word; ECS treats the port as tcp.',
    source: api('PortMapping', 'protocol'),
    examples: {
      good: [{ title: 'udp', task: ec2({}, ports({ containerPort: 53, protocol: 'udp' })) }],
      bad: [
        { title: 'Upper case', task: ec2({}, ports({ containerPort: 53, protocol: 'UDP' })) },
        { title: 'Another protocol', task: ec2({}, ports({ containerPort: 80, protocol: 'http' })) },
      ],
    },
    *check(reading) {
      for (const { container, path } of portsOf(reading)) {
        const place = [...path, 'protocol'];
        const word = wrongWord(reading, place);
        if (word === undefined) continue;
        const meant = word.trim().toLowerCase() === 'udp' ? 'udp' : 'tcp';
        yield {
          path: place,
          message: `A port of ${container.called} has the protocol ${quote(word)}, but only tcp and udp exist: some clients refuse it, and ECS takes it for tcp.`,
          fix: {
            label: `Set the protocol ${meant}`,
            safe: true,
            edits: [{ op: 'set', path: place, value: meant }],
          },
        };
      }
    },
  },
  {
    id: 'port-approtocol-name',
    severity: 'warning',
    title: 'An application protocol goes with a port name',
    why: 'appProtocol is read by Service Connect, and Service Connect reads named ports only.',
    source: CDK,
    examples: {
      good: [
        {
          title: 'With a name',
          task: fargate({}, ports({ containerPort: 80, name: 'http', appProtocol: 'http' })),
        },
      ],
      bad: [
        { title: 'Without a name', task: fargate({}, ports({ containerPort: 80, appProtocol: 'http' })) },
      ],
    },
    *check(reading) {
      for (const { container, mapping, path } of portsOf(reading)) {
        const place = [...path, 'name'];
        if (!mapping.appProtocol || !missing(reading, place, mapping.name)) continue;
        yield {
          path: [...path, 'appProtocol'],
          message: `A port of ${container.called} has the application protocol ${mapping.appProtocol} and no name, so nothing reads it: add "name" for Service Connect, or take it out.`,
          fix: {
            label: 'Remove appProtocol',
            safe: false,
            edits: [{ op: 'remove', path: [...path, 'appProtocol'] }],
          },
        };
      }
    },
  },
  {
    id: 'port-approtocol-mode',
    severity: 'warning',
    title: 'An application protocol needs network mode awsvpc or bridge',
    why: 'appProtocol is read by Service Connect, which works with these two network modes.',
    source: CDK,
    examples: {
      good: [
        {
          title: 'In bridge mode',
          task: ec2({}, ports({ containerPort: 80, name: 'http', appProtocol: 'http' })),
        },
      ],
      bad: [
        {
          title: 'In host mode',
          task: ec2({ networkMode: 'host' }, ports({ containerPort: 80, name: 'http', appProtocol: 'http' })),
        },
      ],
    },
    *check(reading) {
      if (networkMode(reading) !== 'host' || requires(reading, 'MANAGED_INSTANCES')) return;
      for (const { container, mapping, path } of portsOf(reading)) {
        const place = [...path, 'appProtocol'];
        if (!mapping.appProtocol || !known(reading, place)) continue;
        yield {
          path: place,
          message: `A port of ${container.called} has the application protocol ${mapping.appProtocol}, but Service Connect does not work with network mode host: use awsvpc or bridge, or take it out.`,
          fix: { label: 'Remove appProtocol', safe: false, edits: [{ op: 'remove', path: place }] },
        };
      }
    },
  },
];
