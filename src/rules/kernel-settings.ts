/** Limits and kernel settings of a container. */
import { items } from '../model/list.ts';
import { inferRole } from '../model/role.ts';
import type { Rule } from './rule.ts';
import { isWindows, networkMode, requires, requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, from } from './terms/sources.ts';
import { containersOf, known, wholeList } from './terms/view.ts';
import { quote } from './terms/words.ts';

const limit = (softLimit: number, hardLimit: number) => ({
  ulimits: [{ name: 'nofile', softLimit, hardLimit }],
});
const PROXY = { image: 'docker.io/envoyproxy/envoy:v1.32.1' };
const OF_THE_HOST = /^net\.core\.(rmem|wmem)_(max|default)$/;
const control = (namespace: string, value = '1') => ({ systemControls: [{ namespace, value }] });
const IPC = /^(kernel\.(msgmax|msgmnb|msgmni|sem|shmall|shmmax|shmmni|shm_rmid_forced)|fs\.mqueue\..+)$/;

/** In reading order. */
export const kernelSettingRules: readonly Rule[] = [
  {
    id: 'ulimit-order',
    severity: 'error',
    title: 'A soft limit is not above its hard limit',
    why: 'A process may raise its soft limit up to the hard one, so the soft one cannot begin above it.',
    answer: 'Soft limit exceeds hard limit for ulimit nofile',
    source: deployed('pf-ecs-ulimit-soft-hard'),
    examples: {
      good: [
        { title: 'Equal', task: fargate({}, limit(65535, 65535)) },
        { title: '-1 is no limit', task: ec2({}, limit(1024, -1)) },
      ],
      bad: [{ title: 'One above', task: fargate({}, limit(65536, 65535)) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ name, softLimit, hardLimit }, index] of items(definition.ulimits)) {
          const path = [...at, 'ulimits', index];
          if (softLimit === undefined || hardLimit === undefined || softLimit <= hardLimit || hardLimit < 0)
            continue;
          if (!known(reading, [...path, 'softLimit']) || !known(reading, [...path, 'hardLimit'])) continue;
          yield {
            path,
            message: `The limit ${name ?? ''} of ${called} has soft limit ${softLimit} above hard limit ${hardLimit}: lower the soft one, or raise the hard one.`,
            fix: {
              label: `Set both to ${hardLimit}`,
              safe: true,
              edits: [{ op: 'set', path: [...path, 'softLimit'], value: hardLimit }],
            },
          };
        }
      }
    },
  },
  {
    id: 'sysctl-namespace',
    severity: 'error',
    title: 'Only kernel settings of network and IPC may be set',
    why: 'These belong to the namespaces of the task; all others, vm.max_map_count for one, belong to the host and are set there.',
    source: api('SystemControl', 'the words of the service are not known'),
    examples: {
      good: [{ title: 'Of the network', task: fargate({}, control('net.core.somaxconn', '1024')) }],
      bad: [{ title: 'Of the host', task: ec2({}, control('vm.max_map_count', '262144')) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ namespace }, index] of items(definition.systemControls)) {
          const path = [...at, 'systemControls', index, 'namespace'];
          if (!namespace || namespace.startsWith('net.') || IPC.test(namespace) || !known(reading, path))
            continue;
          yield {
            path,
            message: `${called} sets ${quote(namespace)}, which belongs to the host: only net.*, fs.mqueue.* and the kernel.msg*, kernel.sem and kernel.shm* settings can be set. Set it on the instance.`,
            fix: {
              label: `Remove ${quote(namespace)}`,
              safe: false,
              edits: [{ op: 'remove', path: [...at, 'systemControls', index] }],
            },
          };
        }
      }
    },
  },
  {
    id: 'sysctl-not-namespaced',
    severity: 'warning',
    title: 'A network setting that only the host has',
    why: 'ECS registers all of net.*, but the kernel keeps the sizes of socket buffers once for the whole host. In a container the file is not there, and the container does not start.',
    answer: 'open /proc/sys/net/core/rmem_max: no such file or directory',
    source: from('aws/containers-roadmap #2368', 'https://github.com/aws/containers-roadmap/issues/2368'),
    examples: {
      good: [
        { title: 'One that each network has', task: fargate({}, control('net.core.somaxconn', '4096')) },
        { title: 'Buffers of TCP', task: fargate({}, control('net.ipv4.tcp_rmem', '4096 87380 6291456')) },
      ],
      bad: [
        { title: 'The largest receive buffer', task: fargate({}, control('net.core.rmem_max', '4194304')) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ namespace = '' }, index] of items(definition.systemControls)) {
          const path = [...at, 'systemControls', index, 'namespace'];
          if (!OF_THE_HOST.test(namespace) || !known(reading, path)) continue;
          yield {
            path,
            message: `${called} sets ${quote(namespace)}, which only the host has, so the container does not start: take it out, and set it on the instance if it is yours.`,
            fix: {
              label: `Remove ${quote(namespace)}`,
              safe: false,
              edits: [{ op: 'remove', path: [...at, 'systemControls', index] }],
            },
          };
        }
      }
    },
  },
  {
    id: 'nofile',
    severity: 'info',
    title: 'A server with few open files',
    why: 'Each connection is an open file. On EC2 a container gets the limit of the Docker daemon, which is 1024 on many instances; a proxy or a database refuses connections beyond it. Fargate gives 65535.',
    source: api('ContainerDefinition', 'ulimits'),
    examples: {
      good: [
        { title: 'A limit of its own', task: ec2({}, {}, { ...PROXY, ...limit(65536, 65536) }) },
        { title: 'On Fargate', task: fargate({}, {}, PROXY) },
      ],
      bad: [{ title: 'A proxy on EC2', task: ec2({}, {}, PROXY) }],
    },
    *check(reading) {
      if (!requires(reading, 'EC2') || requiresFargate(reading) || isWindows(reading)) return;
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'ulimits'];
        const { ulimits } = definition;
        if (!/^(proxy|database|cache)$/.test(inferRole(definition, reading.task))) continue;
        if (!wholeList(reading, path, ulimits) || ulimits?.some((one) => one?.name === 'nofile')) continue;
        yield {
          path,
          message: `${called} takes many connections and may open no more files than the Docker daemon of its instance allows, 1024 on many: give it a "nofile" limit of its own.`,
          fix: {
            label: `Let ${called} open 65536 files`,
            safe: false,
            edits: [
              {
                op: 'insert',
                path: [...path, ulimits?.length ?? 0],
                value: { name: 'nofile', softLimit: 65_536, hardLimit: 65_536 },
              },
            ],
          },
        };
      }
    },
  },
  {
    id: 'sysctl-host',
    severity: 'error',
    title: 'What is shared with the host cannot be set for the task',
    why: 'With network mode host the network settings are those of the host, with ipcMode host the IPC settings.',
    source: api('SystemControl', 'the words of the service are not known'),
    examples: {
      good: [
        { title: 'IPC with network mode host', task: ec2({ networkMode: 'host' }, control('kernel.shmmax')) },
      ],
      bad: [
        {
          title: 'Network with network mode host',
          task: ec2({ networkMode: 'host' }, control('net.core.somaxconn')),
        },
        { title: 'IPC with ipcMode host', task: ec2({ ipcMode: 'host' }, control('kernel.shmmax')) },
      ],
    },
    *check(reading) {
      if (requiresFargate(reading)) return;
      const hostNetwork = networkMode(reading) === 'host';
      const hostIpc = reading.task.ipcMode === 'host' && known(reading, ['ipcMode']);
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ namespace = '' }, index] of items(definition.systemControls)) {
          const path = [...at, 'systemControls', index, 'namespace'];
          const shared =
            (hostNetwork && namespace.startsWith('net.') && 'networkMode') ||
            (hostIpc && IPC.test(namespace) && 'ipcMode');
          if (!shared || !known(reading, path)) continue;
          yield {
            path,
            message: `${called} sets ${quote(namespace)}, but with "${shared}": "host" that is a setting of the host: set it on the instance.`,
            fix: {
              label: `Remove ${quote(namespace)}`,
              safe: false,
              edits: [{ op: 'remove', path: [...at, 'systemControls', index] }],
            },
          };
        }
      }
    },
  },
];
