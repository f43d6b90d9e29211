/** Ranges of ports. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { networkMode } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { parsePortRange, portsOf } from './terms/ports.ts';
import { api, deployed } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const MOST_RANGES = 100;
const ports = (...portMappings: object[]) => ({ portMappings });
const ranges = (count: number) =>
  ports(
    ...Array.from({ length: count }, (_, index) => ({
      containerPortRange: `${index * 10 + 1000}-${index * 10 + 1009}`,
    })),
  );

/** In reading order. */
export const portRangeRules: readonly Rule[] = [
  {
    id: 'port-range-format',
    severity: 'error',
    title: 'A port range is written low-high',
    why: 'Two ports from 1 to 65535 with a hyphen between them, the lower one first.',
    answer: "Invalid 'containerPortRange' setting for container 'app'.",
    source: deployed('pf-ecs-port-range-format'),
    examples: {
      good: [{ title: 'Two neighbours', task: ec2({}, ports({ containerPortRange: '9000-9001' })) }],
      bad: [
        { title: 'The higher one first', task: ec2({}, ports({ containerPortRange: '9010-9000' })) },
        { title: 'A colon', task: fargate({}, ports({ containerPortRange: '9000:9010' })) },
        { title: 'One port', task: fargate({}, ports({ containerPortRange: '9000' })) },
      ],
    },
    *check(reading) {
      for (const { container, mapping, path } of portsOf(reading)) {
        const range = mapping.containerPortRange;
        const place = [...path, 'containerPortRange'];
        if (range === undefined || parsePortRange(range) || !known(reading, place)) continue;
        const [low = 0, high = 0] = (range.match(/\d+/g) ?? []).map(Number).sort((a, b) => a - b);
        const mended = `${low}-${high}`;
        yield {
          path: place,
          message: `${container.called} has the port range ${quote(range)}: write low-high, for example "8000-8010", with ports from 1 to 65535.`,
          ...(parsePortRange(mended) && {
            fix: { label: `Write ${mended}`, safe: true, edits: [{ op: 'set', path: place, value: mended }] },
          }),
        };
      }
    },
  },
  {
    id: 'port-range-single',
    severity: 'error',
    title: 'A port mapping is one port or a range',
    why: 'containerPortRange takes the place of containerPort and hostPort; the host ports of a range are chosen by ECS.',
    answer: "Invalid port mapping for container 'app', cannot specify both single port and port range.",
    source: deployed('pf-ecs-port-range-single'),
    examples: {
      good: [
        {
          title: 'Two mappings',
          task: ec2({}, ports({ containerPort: 21, hostPort: 21 }, { containerPortRange: '30000-30100' })),
        },
      ],
      bad: [
        {
          title: 'Both in one',
          task: fargate({}, ports({ containerPort: 9000, containerPortRange: '9000-9010' })),
        },
        {
          title: 'With a host port',
          task: ec2({}, ports({ hostPort: 9000, containerPortRange: '9000-9010' })),
        },
      ],
    },
    *check(reading) {
      for (const { container, mapping, path } of portsOf(reading)) {
        const single = mapping.containerPort !== undefined ? 'containerPort' : 'hostPort';
        const place = [...path, 'containerPortRange'];
        if (
          mapping.containerPortRange === undefined ||
          mapping[single] === undefined ||
          !known(reading, place)
        )
          continue;
        yield {
          path: place,
          message: `A port mapping of ${container.called} has both ${single} and containerPortRange: keep one of them.`,
          fix:
            mapping.containerPort !== undefined
              ? {
                  label: `Keep port ${mapping.containerPort}`,
                  safe: false,
                  edits: [{ op: 'remove', path: place }],
                }
              : {
                  label: 'Keep the range',
                  safe: false,
                  edits: [{ op: 'remove', path: [...path, 'hostPort'] }],
                },
        };
      }
    },
  },
  {
    id: 'port-range-mode',
    severity: 'error',
    title: 'Port ranges need network mode awsvpc or bridge',
    why: 'In host mode a process listens on the instance itself, so there is nothing to map; with none there is no network.',
    source: api('PortMapping', 'containerPortRange; the words of the service are not known'),
    examples: {
      good: [{ title: 'In bridge mode', task: ec2({}, ports({ containerPortRange: '9000-9010' })) }],
      bad: [
        {
          title: 'In host mode',
          task: ec2({ networkMode: 'host' }, ports({ containerPortRange: '9000-9010' })),
        },
      ],
    },
    *check(reading) {
      if (networkMode(reading) !== 'host') return;
      for (const { container, mapping, path } of portsOf(reading)) {
        const place = [...path, 'containerPortRange'];
        if (mapping.containerPortRange === undefined || !known(reading, place)) continue;
        yield {
          path: place,
          message: `${container.called} maps the port range ${quote(mapping.containerPortRange)}, which network mode host does not take: take the mapping out, or use bridge or awsvpc.`,
          fix: {
            label: `Remove the range from ${container.called}`,
            safe: false,
            edits: [{ op: 'remove', path }],
          },
        };
      }
    },
  },
  {
    id: 'port-range-max',
    severity: 'error',
    title: 'A container has at most 100 port ranges',
    why: 'ECS sets this limit; neighbouring ranges can be joined.',
    source: api('PortMapping', 'containerPortRange; the words of the service are not known'),
    examples: {
      good: [{ title: 'Exactly 100', task: ec2({}, ranges(100)) }],
      bad: [{ title: '101', task: ec2({}, ranges(101)) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const count = items(definition.portMappings).filter(([mapping]) => mapping.containerPortRange).length;
        if (count <= MOST_RANGES) continue;
        yield {
          path: [...at, 'portMappings'],
          message: `${called} maps ${count} port ranges, ${MOST_RANGES} are possible: join some of them.`,
        };
      }
    },
  },
];
