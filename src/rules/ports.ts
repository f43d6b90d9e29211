/** Port mappings one by one: their numbers, and what the network mode makes of them. */
import type { NetworkMode } from '../model/taskDefinition.ts';
import type { Rule } from './rule.ts';
import { networkMode } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { MOST_PORT, portsOf } from './terms/ports.ts';
import { api, deployed, reported } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';

const ports = (...portMappings: object[]) => ({ portMappings });

/** In reading order. */
export const portRules: readonly Rule[] = [
  {
    id: 'port-invalid',
    severity: 'error',
    title: 'A port mapping names a container port from 1 to 65535',
    why: 'The container port is the one on which the process listens; a mapping without it maps nothing.',
    answer: "Invalid 'containerPort' setting for container 'container_1'.",
    source: reported('aws/aws-cli', 7288),
    examples: {
      good: [
        { title: 'The highest port', task: fargate({}, ports({ containerPort: 65535 })) },
        { title: 'A range instead', task: fargate({}, ports({ containerPortRange: '8000-8010' })) },
      ],
      bad: [
        { title: 'Too high', task: fargate({}, ports({ containerPort: 70000 })) },
        { title: 'Only a host port', task: ec2({}, ports({ hostPort: 8080 })) },
      ],
    },
    *check(reading) {
      for (const { container, mapping, path } of portsOf(reading)) {
        const port = mapping.containerPort;
        if (!known(reading, [...path, 'containerPort'])) continue;
        if (port === undefined) {
          const range = [...path, 'containerPortRange'];
          if (mapping.containerPortRange !== undefined || !known(reading, range)) continue;
          yield {
            path: [...path, 'containerPort'],
            message: `A port mapping of ${container.called} names no container port: add "containerPort", the port on which the process listens.`,
            ...(mapping.hostPort !== undefined &&
              mapping.hostPort >= 1 &&
              mapping.hostPort <= MOST_PORT && {
                fix: {
                  label: `Map container port ${mapping.hostPort}`,
                  safe: false,
                  edits: [{ op: 'set', path: [...path, 'containerPort'], value: mapping.hostPort }],
                },
              }),
          };
        } else if (port < 1 || port > MOST_PORT) {
          yield {
            path: [...path, 'containerPort'],
            message: `${container.called} maps container port ${port}, but ports run from 1 to ${MOST_PORT}: write the port on which the process listens.`,
          };
        }
      }
    },
  },
  {
    id: 'port-host-invalid',
    severity: 'error',
    title: 'A host port lies between 0 and 65535',
    why: '0, or nothing, lets Docker choose a free port of the host.',
    assumedAnswers: ["Invalid 'hostPort' setting for container 'app'."],
    source: api('PortMapping', 'the words of the service are not known'),
    examples: {
      good: [{ title: 'A dynamic port', task: ec2({}, ports({ containerPort: 80, hostPort: 0 })) }],
      bad: [{ title: 'Too high', task: ec2({}, ports({ containerPort: 80, hostPort: 70000 })) }],
    },
    *check(reading) {
      for (const { container, mapping, path } of portsOf(reading)) {
        const port = mapping.hostPort;
        const place = [...path, 'hostPort'];
        if (port === undefined || (port >= 0 && port <= MOST_PORT) || !known(reading, place)) continue;
        // Elsewhere the host port must equal the container port, and that rule speaks for it.
        if (differs(mapping) && networkMode(reading) !== 'bridge' && networkMode(reading) !== undefined)
          continue;
        yield {
          path: place,
          message: `${container.called} asks for host port ${port}, but ports run from 1 to ${MOST_PORT}: choose another, or leave it out for a dynamic port.`,
          fix: { label: 'Remove the host port', safe: false, edits: [{ op: 'remove', path: place }] },
        };
      }
    },
  },
  sameHostPort('port-awsvpc-match', 'awsvpc', {
    why: 'With awsvpc the task has an address of its own, so nothing is translated: the host port is the container port. It may be left out.',
    source: deployed('pf-ecs-awsvpc-host-port', 'and many public reports'),
  }),
  sameHostPort('port-host-match', 'host', {
    why: 'In host mode the process listens on the instance itself, so nothing is translated. The host port may be left out.',
    source: deployed('pf-ecs-host-mode-port'),
  }),
  {
    id: 'port-none',
    severity: 'error',
    title: 'No ports without a network',
    why: 'With network mode none a container has nothing but its loopback interface, so no port can be reached.',
    source: api('ContainerDefinition', 'portMappings; the words of the service are not known'),
    examples: {
      good: [{ title: 'No mapping', task: ec2({ networkMode: 'none' }, ports()) }],
      bad: [{ title: 'A mapping', task: ec2({ networkMode: 'none' }, ports({ containerPort: 8080 })) }],
    },
    *check(reading) {
      if (networkMode(reading) !== 'none') return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'portMappings'];
        if (!definition.portMappings?.length || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} maps ports, but the task has network mode none, where nothing can be reached: take the mappings out, or choose another network mode.`,
          fix: { label: `Remove the ports of ${called}`, safe: true, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
];

function differs(mapping: { readonly containerPort?: number; readonly hostPort?: number }): boolean {
  return mapping.containerPort !== undefined && mapping.hostPort !== mapping.containerPort;
}

/** 0 is not counted as unequal: ECS was seen to take it and to write the container port instead. */
function sameHostPort(id: string, mode: NetworkMode, rest: Pick<Rule, 'why' | 'source'>): Rule {
  const task = (mapping: object) => ec2({ networkMode: mode }, ports(mapping));
  return {
    id,
    severity: 'error',
    title: `With ${mode} the host port is the container port`,
    answer: `When networkMode=${mode}, the host ports and container ports in port mappings must match.`,
    ...rest,
    examples: {
      good: [
        { title: 'Equal', task: task({ containerPort: 80, hostPort: 80 }) },
        { title: 'Left out', task: task({ containerPort: 80 }) },
        { title: 'Another one in bridge mode', task: ec2({}, ports({ containerPort: 80, hostPort: 8080 })) },
      ],
      bad: [{ title: 'Another one', task: task({ containerPort: 80, hostPort: 8080 }) }],
    },
    *check(reading) {
      if (networkMode(reading) !== mode) return;
      for (const { container, mapping, path } of portsOf(reading)) {
        const place = [...path, 'hostPort'];
        if (!mapping.hostPort || !differs(mapping)) continue;
        if (!known(reading, place) || !known(reading, [...path, 'containerPort'])) continue;
        yield {
          path: place,
          message: `${container.called} maps host port ${mapping.hostPort} to container port ${mapping.containerPort}, but with network mode ${mode} the two must be equal: leave "hostPort" out.`,
          fix: {
            label: `Remove host port ${mapping.hostPort} of ${container.called}`,
            safe: true,
            edits: [{ op: 'remove', path: place }],
          },
        };
      }
    },
  };
}
