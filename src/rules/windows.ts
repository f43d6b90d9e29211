import type { Rule } from './rule.ts';
import { isWindows } from './terms/capacity.ts';
import { ec2 } from './terms/examples.ts';
import { api } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { listed } from './terms/words.ts';

const WINDOWS = {
  networkMode: undefined,
  runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
};
const SPEC = 'credentialspec:arn:aws:ssm:us-east-1:111122223333:parameter/gmsa';

/** In reading order. */
export const windowsRules: readonly Rule[] = [
  {
    id: 'credentialspec-max',
    severity: 'error',
    title: 'A container has one credential spec',
    why: 'A container acts as one managed service account.',
    source: api('ContainerDefinition', 'credentialSpecs; the words of the service are not known'),
    examples: {
      good: [{ title: 'One', task: ec2(WINDOWS, { credentialSpecs: [SPEC] }) }],
      bad: [{ title: 'Two', task: ec2(WINDOWS, { credentialSpecs: [SPEC, `${SPEC}-b`] }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'credentialSpecs'];
        const count = definition.credentialSpecs?.length ?? 0;
        if (count <= 1 || !known(reading, path)) continue;
        yield {
          path: [...path, 1],
          message: `${called} has ${count} credential specs, but one is possible: keep one of them.`,
          fix: {
            label: 'Keep the first one',
            safe: false,
            edits: Array.from({ length: count - 1 }, () => ({ op: 'remove' as const, path: [...path, 1] })),
          },
        };
      }
    },
  },
  {
    id: 'windows-unsupported',
    severity: 'warning',
    title: 'Members that Windows containers do not have',
    why: 'AWS documents them as not supported on Windows. Some are ignored, of others it is not known.',
    source: api('ContainerDefinition', 'each of the members says so'),
    examples: {
      good: [{ title: 'Switched off says nothing', task: ec2(WINDOWS, { privileged: false, ulimits: [] }) }],
      bad: [
        { title: 'A user', task: ec2(WINDOWS, { user: '1000' }) },
        { title: 'A process namespace for all', task: ec2({ ...WINDOWS, pidMode: 'task' }) },
        { title: 'Linux parameters', task: ec2(WINDOWS, { linuxParameters: { initProcessEnabled: true } }) },
      ],
    },
    *check(reading) {
      if (!isWindows(reading)) return;
      for (const member of ['pidMode', 'ipcMode'] as const) {
        if (reading.task[member] === undefined || !known(reading, [member])) continue;
        yield {
          path: [member],
          message: `The task sets ${member}, which Windows containers do not have: take it out.`,
          fix: { label: `Remove ${member}`, safe: false, edits: [{ op: 'remove', path: [member] }] },
        };
      }
      for (const { definition, at, called } of containersOf(reading)) {
        const set = LINUX_ONLY.filter((member) => {
          const value = definition[member];
          return Array.isArray(value)
            ? value.length > 0
            : value !== undefined && value !== false && value !== '';
        }).filter((member) => known(reading, [...at, member]));
        const [first] = set;
        if (first === undefined) continue;
        yield {
          path: [...at, first],
          message: `${called} sets ${listed(set)}, which Windows containers do not have: take it out.`,
          fix: {
            label: `Remove ${listed(set)} from ${called}`,
            safe: false,
            edits: set.map((member) => ({ op: 'remove', path: [...at, member] })),
          },
        };
      }
    },
  },
];

const LINUX_ONLY = [
  'links',
  'user',
  'disableNetworking',
  'privileged',
  'readonlyRootFilesystem',
  'dnsServers',
  'dnsSearchDomains',
  'extraHosts',
  'ulimits',
  'linuxParameters',
  'systemControls',
] as const;
