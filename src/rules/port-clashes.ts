/** Two mappings that want the same port. */

import type { Edit } from '../model/edit.ts';
import { oncePer } from '../model/oncePer.ts';
import type { Reading } from '../model/reading.ts';
import type { Complaint, Rule } from './rule.ts';
import { networkMode } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import type { PortAt } from './terms/ports.ts';
import { parsePortRange, portsOf, portWords } from './terms/ports.ts';
import { deployed, reported } from './terms/sources.ts';
import { known } from './terms/view.ts';

const ports = (...portMappings: object[]) => ({ portMappings });

interface Claim {
  readonly port: PortAt;
  readonly low: number;
  readonly high: number;
  readonly protocol: string;
}

/** In reading order. */
export const portClashRules: readonly Rule[] = [
  {
    id: 'port-duplicate-awsvpc',
    severity: 'error',
    title: 'With awsvpc a port is used once in the task',
    why: 'All containers of the task share one network interface, so two of them cannot listen on one port.',
    answer: "TCP container port '8085' is used multiple times in task when networkMode=awsvpc.",
    source: deployed('pf-ecs-awsvpc-port-unique'),
    examples: {
      good: [
        {
          title: 'One port, two protocols',
          task: fargate({}, ports({ containerPort: 53 }, { containerPort: 53, protocol: 'udp' })),
        },
      ],
      bad: [
        {
          title: 'Two containers on 8080; tcp is the default',
          task: fargate({}, ports({ containerPort: 8080 }), ports({ containerPort: 8080, protocol: 'tcp' })),
        },
        {
          title: 'A port within a range',
          task: fargate({}, ports({ containerPortRange: '8000-8010' }), ports({ containerPort: 8005 })),
        },
      ],
    },
    *check(reading) {
      for (const [first, second] of containerClashes(reading)) {
        if (isRange(first) && isRange(second)) continue;
        const member = isRange(second) ? 'containerPortRange' : 'containerPort';
        yield clash(first, second, member, 'all containers share one network interface');
      }
    },
  },
  {
    id: 'port-range-overlap',
    severity: 'error',
    title: 'With awsvpc port ranges do not overlap',
    why: 'All containers of the task share one network interface, so a port can belong to one range only.',
    answer: "TCP container port '8005' is used multiple times in task when networkMode=awsvpc.",
    source: deployed('pf-ecs-port-range-overlap'),
    examples: {
      good: [
        {
          title: 'Side by side',
          task: fargate(
            {},
            ports({ containerPortRange: '8000-8005' }),
            ports({ containerPortRange: '8006-8010' }),
          ),
        },
      ],
      bad: [
        {
          title: 'They share 8005',
          task: fargate(
            {},
            ports({ containerPortRange: '8000-8005' }),
            ports({ containerPortRange: '8005-8010' }),
          ),
        },
      ],
    },
    *check(reading) {
      for (const [first, second] of containerClashes(reading)) {
        if (!isRange(first) || !isRange(second)) continue;
        yield clash(first, second, 'containerPortRange', 'all containers share one network interface');
      }
    },
  },
  {
    id: 'port-duplicate-bridge',
    severity: 'error',
    title: 'A host port is mapped once in the task',
    why: 'One port of the instance can lead to one container only. Host port 0, or none, lets Docker choose a free one.',
    answer: "TCP host port '3000' is mapped multiple times in task.",
    source: reported('aws/amazon-ecs-agent', 1220),
    examples: {
      good: [
        {
          title: 'Dynamic host ports',
          task: ec2({}, ports({ containerPort: 80, hostPort: 0 }), ports({ containerPort: 80 })),
        },
        {
          title: 'One host port, two protocols',
          task: ec2(
            {},
            ports({ containerPort: 53, hostPort: 53 }, { containerPort: 53, hostPort: 53, protocol: 'udp' }),
          ),
        },
      ],
      bad: [
        {
          title: 'Two containers at host port 3000',
          task: ec2(
            {},
            ports({ containerPort: 3000, hostPort: 3000 }),
            ports({ containerPort: 80, hostPort: 3000 }),
          ),
        },
        {
          title: 'Two containers on one port in host mode',
          task: ec2({ networkMode: 'host' }, ports({ containerPort: 3000 }), ports({ containerPort: 3000 })),
        },
      ],
    },
    *check(reading) {
      const mode = networkMode(reading);
      if (mode !== 'bridge' && mode !== 'host') return;
      const claims = claimsOf(reading, ({ mapping, path }) => {
        if (mapping.hostPort)
          return known(reading, [...path, 'hostPort']) ? [mapping.hostPort, mapping.hostPort] : undefined;
        const port =
          mode === 'host' && known(reading, [...path, 'hostPort']) ? mapping.containerPort : undefined;
        return port === undefined ? undefined : [port, port];
      });
      for (const [first, second] of clashes(claims)) {
        const written = second.port.mapping.hostPort !== undefined;
        yield clash(
          first,
          second,
          written ? 'hostPort' : 'containerPort',
          'a port of the instance leads to one container only',
        );
      }
    },
  },
];

const containerClashes = oncePer((reading: Reading): readonly [Claim, Claim][] => {
  if (networkMode(reading) !== 'awsvpc') return [];
  return clashes(
    claimsOf(reading, ({ mapping }) =>
      mapping.containerPort === undefined
        ? parsePortRange(mapping.containerPortRange ?? '')
        : [mapping.containerPort, mapping.containerPort],
    ),
  );
});

function claimsOf(
  reading: Reading,
  portsWanted: (port: PortAt) => readonly [number, number] | undefined,
): Claim[] {
  return portsOf(reading).flatMap((port) => {
    const parts = ['containerPort', 'containerPortRange', 'protocol'];
    if (!parts.every((member) => known(reading, [...port.path, member]))) return [];
    const wanted = portsWanted(port);
    if (!wanted) return [];
    return [{ port, low: wanted[0], high: wanted[1], protocol: port.mapping.protocol ?? 'tcp' }];
  });
}

/** Each claim that meets an earlier one, with the first that it meets. */
function clashes(claims: readonly Claim[]): [Claim, Claim][] {
  const found: [Claim, Claim][] = [];
  const singles = new Map<string, Claim>();
  const ranges: Claim[] = [];
  for (const claim of claims) {
    const overlaps = (other: Claim) =>
      other.protocol === claim.protocol && other.low <= claim.high && claim.low <= other.high;
    const single = isRange(claim) ? undefined : singles.get(`${claim.protocol} ${claim.low}`);
    const other =
      single ??
      (isRange(claim) ? claims.find((one) => one === claim || overlaps(one)) : ranges.find(overlaps));
    if (other && other !== claim) found.push([other, claim]);
    if (isRange(claim)) ranges.push(claim);
    else if (!single) singles.set(`${claim.protocol} ${claim.low}`, claim);
  }
  return found;
}

function isRange({ low, high }: Claim): boolean {
  return low < high;
}

function clash(first: Claim, second: Claim, member: string, because: string): Complaint {
  const mine = second.port.container.called;
  const theirs = first.port.container === second.port.container ? 'it' : first.port.container.called;
  const edits: Edit[] = [
    member === 'hostPort' && second.port.mapping.containerPort !== undefined
      ? { op: 'remove', path: [...second.port.path, 'hostPort'] }
      : { op: 'remove', path: second.port.path },
  ];
  const what = member === 'hostPort' ? `host port ${second.low}` : portWords(second.port.mapping);
  const taken = isRange(first)
    ? `within ${first.low}-${first.high} of ${theirs}`
    : `mapped by ${theirs} already`;
  return {
    path: [...second.port.path, member],
    message: `${mine} maps ${second.protocol} ${what}, which is ${taken}, but ${because}: choose another port for one of them.`,
    fix: { label: `Remove ${what} from ${mine}`, safe: false, edits },
  };
}
