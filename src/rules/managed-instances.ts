/** What ECS Managed Instances do not take. */
import { items } from '../model/list.ts';
import type { Complaint, Rule } from './rule.ts';
import { isWindows, requires } from './terms/capacity.ts';
import { ec2 } from './terms/examples.ts';
import { from, guide } from './terms/sources.ts';
import { toAwsvpc } from './terms/toAwsvpc.ts';
import { containersOf, known, volumesOf } from './terms/view.ts';
import { listed } from './terms/words.ts';

const onManaged = (members: object, container: object = {}) =>
  ec2(
    { requiresCompatibilities: ['MANAGED_INSTANCES'], networkMode: 'awsvpc', ...members },
    { ...container },
  );

const CONTAINER_MEMBERS = [
  'disableNetworking',
  'dnsSearchDomains',
  'dnsServers',
  'dockerLabels',
  'dockerSecurityOptions',
  'extraHosts',
  'hostname',
  'links',
] as const;
const LINUX_MEMBERS = ['maxSwap', 'sharedMemorySize', 'swappiness', 'tmpfs'] as const;

/** In reading order. */
export const managedInstancesRules: readonly Rule[] = [
  {
    id: 'mi-restrictions',
    severity: 'error',
    title: 'Managed Instances take less than EC2',
    why: 'ECS runs these instances itself: no bridge network, no IPC with the host, no Docker volumes, no proxy configuration, no Windows.',
    source: from(
      'AWS CDK, and aws/aws-cdk #35684; the words of the service are not known',
      'https://github.com/aws/aws-cdk/issues/35684',
    ),
    examples: {
      good: [
        { title: 'awsvpc', task: onManaged({}) },
        { title: 'ipcMode on EC2', task: ec2({ ipcMode: 'task' }) },
      ],
      bad: [
        { title: 'bridge', task: onManaged({ networkMode: 'bridge' }) },
        { title: 'ipcMode', task: onManaged({ ipcMode: 'task' }) },
        {
          title: 'A Docker volume',
          task: onManaged({ volumes: [{ name: 'data', dockerVolumeConfiguration: {} }] }),
        },
      ],
    },
    *check(reading) {
      if (!requires(reading, 'MANAGED_INSTANCES')) return;
      const { networkMode, ipcMode, proxyConfiguration, ephemeralStorage } = reading.task;
      if ((networkMode === 'bridge' || networkMode === 'none') && known(reading, ['networkMode'])) {
        const fix = toAwsvpc(reading);
        yield {
          path: ['networkMode'],
          message: `The task is for Managed Instances with network mode ${networkMode}: they take awsvpc or host.`,
          ...(fix && { fix }),
        };
      }
      if (ipcMode !== undefined && known(reading, ['ipcMode'])) yield* without(['ipcMode']);
      if (proxyConfiguration !== undefined && known(reading, ['proxyConfiguration']))
        yield* without(['proxyConfiguration']);
      if (ephemeralStorage !== undefined && !requires(reading, 'FARGATE'))
        yield* without(['ephemeralStorage']);
      if (isWindows(reading)) {
        yield {
          path: ['runtimePlatform', 'operatingSystemFamily'],
          message: 'The task is for Managed Instances and asks for Windows: they run Linux only.',
        };
      }
      for (const { volume, at, called } of volumesOf(reading)) {
        if (volume.dockerVolumeConfiguration === undefined) continue;
        const path = [...at, 'dockerVolumeConfiguration'];
        yield {
          path,
          message: `The volume ${called} is a Docker volume, which Managed Instances do not take: use an empty, EFS or EBS volume.`,
          fix: { label: `Make ${called} an empty volume`, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'mi-unsupported',
    severity: 'warning',
    title: 'Members that AWS lists as not valid on Managed Instances',
    why: 'The guide lists them; whether registration refuses each of them was not seen.',
    source: guide('managed-instances-task-definitions', 'task definition differences for Managed Instances'),
    examples: {
      good: [{ title: 'The same on EC2', task: ec2({}, { hostname: 'web' }) }],
      bad: [
        { title: 'hostname in host mode', task: onManaged({ networkMode: 'host' }, { hostname: 'web' }) },
        {
          title: 'A tmpfs mount',
          task: onManaged({}, { linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }] } }),
        },
        {
          title: 'A Windows share',
          task: onManaged({
            volumes: [
              {
                name: 'share',
                fsxWindowsFileServerVolumeConfiguration: {
                  fileSystemId: 'fs-0123456789abcdef0',
                  rootDirectory: 'data',
                  authorizationConfig: {
                    credentialsParameter: 'arn:aws:ssm:eu-central-1:111122223333:parameter/share',
                    domain: 'example.com',
                  },
                },
              },
            ],
          }),
        },
        {
          title: 'A log driver of Docker',
          task: onManaged({}, { logConfiguration: { logDriver: 'syslog' } }),
        },
      ],
    },
    *check(reading) {
      if (!requires(reading, 'MANAGED_INSTANCES')) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const set = (value: unknown) =>
          Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
        const found = [
          ...CONTAINER_MEMBERS.filter((member) => set(definition[member])).map((member) => [member]),
          ...LINUX_MEMBERS.filter((member) => set(definition.linuxParameters?.[member])).map((member) => [
            'linuxParameters',
            member,
          ]),
        ];
        const [first] = found;
        if (first && known(reading, [...at, ...first])) {
          yield {
            path: [...at, ...first],
            message: `${called} sets ${listed(found.map((member) => member.join('.')))}, which AWS lists as not valid on Managed Instances: take it out, or run the task on EC2.`,
          };
        }
        const driver = definition.logConfiguration?.logDriver;
        const driverPath = [...at, 'logConfiguration', 'logDriver'];
        if (driver && /^(fluentd|gelf|journald|syslog)$/.test(driver) && known(reading, driverPath)) {
          yield {
            path: driverPath,
            message: `${called} logs through ${driver}, but Managed Instances have awslogs, splunk, awsfirelens and json-file: use one of these.`,
          };
        }
      }
      for (const { volume, at, called } of volumesOf(reading)) {
        const path = [...at, 'fsxWindowsFileServerVolumeConfiguration'];
        if (volume.fsxWindowsFileServerVolumeConfiguration === undefined || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${called} is FSx for Windows File Server, which AWS lists as not valid on Managed Instances: use EFS, or run Windows containers on EC2.`,
        };
      }
      for (const [volume, index] of items(reading.task.volumes)) {
        const path = ['volumes', index, 'host', 'sourcePath'];
        if (!volume.host?.sourcePath || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${volume.name ?? index + 1} uses a path of the host, which AWS lists as not valid on Managed Instances: leave "sourcePath" out for an empty volume, or use EFS.`,
        };
      }
    },
  },
];

function* without(path: readonly string[]): Generator<Complaint> {
  yield {
    path,
    message: `The task is for Managed Instances, which do not take ${path.join('.')}: take it out, or run the task on EC2.`,
    fix: { label: `Remove ${path.join('.')}`, safe: false, edits: [{ op: 'remove', path }] },
  };
}
