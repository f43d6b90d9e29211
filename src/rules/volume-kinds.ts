import type { Volume } from '../model/volume.ts';
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, reported } from './terms/sources.ts';
import { known, volumesOf } from './terms/view.ts';
import { listed, quote } from './terms/words.ts';

const KINDS = [
  'host',
  'dockerVolumeConfiguration',
  'efsVolumeConfiguration',
  's3filesVolumeConfiguration',
  'fsxWindowsFileServerVolumeConfiguration',
  'configuredAtLaunch',
] as const;
const EFS = { efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0' } };
const volume = (members: object) => ({ volumes: [{ name: 'data', ...members }] });
const mounted = { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] };

/** In reading order. */
export const volumeKindRules: readonly Rule[] = [
  {
    id: 'volume-kinds',
    severity: 'error',
    title: 'A volume has one kind',
    why: 'A host path, a Docker volume, EFS, S3 Files, FSx: each volume is one of them, or none for an empty volume.',
    answer: 'When the volume parameter is specified, only one volume configuration type should be used.',
    source: api('Volume', 'the words are those of AWS Batch on ECS'),
    examples: {
      good: [
        { title: 'An empty host says nothing', task: fargate(volume({ host: {}, ...EFS }), mounted) },
        { title: 'EFS', task: fargate(volume(EFS), mounted) },
      ],
      bad: [
        {
          title: 'A host path and EFS',
          task: ec2(volume({ host: { sourcePath: '/srv' }, ...EFS }), mounted),
        },
      ],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const kinds = kindsOf(volume);
        const [, second] = kinds;
        if (second === undefined || kinds.includes('configuredAtLaunch') || !known(reading, at)) continue;
        yield {
          path: at,
          message: `The volume ${called} has ${listed(kinds)}, but a volume is of one kind: keep one of them.`,
        };
      }
    },
  },
  {
    id: 'ebs-kinds',
    severity: 'error',
    title: 'A volume configured at launch has no other kind',
    why: 'What such a volume is, an EBS volume of some size, is said when the task is run or the service is made.',
    source: api('Volume', 'configuredAtLaunch; the words of the service are not known'),
    examples: {
      good: [{ title: 'Alone', task: fargate(volume({ configuredAtLaunch: true }), mounted) }],
      bad: [{ title: 'With EFS', task: fargate(volume({ configuredAtLaunch: true, ...EFS }), mounted) }],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const kinds = kindsOf(volume);
        const path = [...at, 'configuredAtLaunch'];
        if (!kinds.includes('configuredAtLaunch') || kinds.length < 2 || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${called} is to be configured at launch and has ${listed(kinds.slice(0, -1))} as well: keep one of them.`,
          fix: {
            label: `Do not configure ${called} at launch`,
            safe: false,
            edits: [{ op: 'remove', path }],
          },
        };
      }
    },
  },
  {
    id: 'volume-host-fargate',
    severity: 'error',
    title: 'Fargate has no host paths',
    why: 'The host of a Fargate task belongs to AWS. Without sourcePath the volume is empty and lives as long as the task.',
    answer: 'Fargate compatible task definitions do not support sourcePath',
    alsoAnswers: ['host.sourcePath should not be set for volumes in Fargate.'],
    source: reported('cloudposse/terraform-aws-ecs-alb-service-task', 174),
    examples: {
      good: [
        { title: 'An empty volume', task: fargate(volume({ host: {} }), mounted) },
        { title: 'On EC2', task: ec2(volume({ host: { sourcePath: '/srv' } }), mounted) },
      ],
      bad: [{ title: 'A host path', task: fargate(volume({ host: { sourcePath: '/var/log' } }), mounted) }],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const { volume, at, called } of volumesOf(reading)) {
        const path = [...at, 'host', 'sourcePath'];
        if (!volume.host?.sourcePath || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${called} is the path ${quote(volume.host.sourcePath)} of the host, but Fargate has no hosts of yours: leave "sourcePath" out for an empty volume, or use EFS.`,
          fix: { label: `Make ${called} an empty volume`, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'volume-host-blank',
    severity: 'error',
    title: 'A host path is not blank',
    why: 'Left out, the volume is empty; an empty text is refused.',
    answer: 'host.sourcePath should not be blank.',
    source: reported('aws/amazon-ecs-cli', 11),
    examples: {
      good: [{ title: 'An empty host', task: ec2(volume({ host: {} }), mounted) }],
      bad: [{ title: 'An empty text', task: ec2(volume({ host: { sourcePath: '' } }), mounted) }],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const path = [...at, 'host', 'sourcePath'];
        if (volume.host?.sourcePath === undefined || volume.host.sourcePath.trim() || !known(reading, path))
          continue;
        yield {
          path,
          message: `The volume ${called} has a blank "sourcePath": leave it out for an empty volume, or name a path of the host.`,
          fix: { label: `Make ${called} an empty volume`, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'volume-docker-fargate',
    severity: 'error',
    title: 'Fargate has no Docker volumes',
    why: 'Docker volumes and their drivers belong to the instance.',
    answer: 'Fargate compatible task definitions do not support dockerVolumeConfiguration',
    source: deployed('pf-ecs-fargate-docker-volume'),
    examples: {
      good: [
        { title: 'On EC2', task: ec2(volume({ dockerVolumeConfiguration: { scope: 'task' } }), mounted) },
      ],
      bad: [
        {
          title: 'A Docker volume',
          task: fargate(volume({ dockerVolumeConfiguration: { scope: 'task' } }), mounted),
        },
      ],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const { volume, at, called } of volumesOf(reading)) {
        const path = [...at, 'dockerVolumeConfiguration'];
        if (volume.dockerVolumeConfiguration === undefined || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${called} is a Docker volume, which Fargate does not have: make it an empty volume, or use EFS.`,
          fix: { label: `Make ${called} an empty volume`, safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'volume-docker-autoprovision',
    severity: 'error',
    title: 'A Docker volume of the task is always made for it',
    why: 'autoprovision says whether a shared volume is made when it does not exist; a volume of the task is made anyway.',
    answer:
      "When 'scope' parameter is 'task', 'autoprovision' must either not be specified or set to 'True'.",
    source: reported('aws/aws-cdk', 26697),
    examples: {
      good: [
        {
          title: 'Shared',
          task: ec2(
            volume({ dockerVolumeConfiguration: { scope: 'shared', autoprovision: false } }),
            mounted,
          ),
        },
      ],
      bad: [
        {
          title: 'Of the task, switched off',
          task: ec2(volume({ dockerVolumeConfiguration: { scope: 'task', autoprovision: false } }), mounted),
        },
      ],
    },
    *check(reading) {
      for (const { volume, at, called } of volumesOf(reading)) {
        const path = [...at, 'dockerVolumeConfiguration', 'autoprovision'];
        const docker = volume.dockerVolumeConfiguration;
        if (docker?.scope !== 'task' || docker.autoprovision !== false || !known(reading, path)) continue;
        yield {
          path,
          message: `The volume ${called} has scope task and "autoprovision": false: leave autoprovision out, or make the scope shared.`,
          fix: { label: 'Remove autoprovision', safe: true, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
];

/** The kinds that a volume names, in the order of the API; an empty `host` and `configuredAtLaunch: false` are none. */
function kindsOf(volume: Volume): (typeof KINDS)[number][] {
  return KINDS.filter((kind) => {
    if (kind === 'host') return volume.host?.sourcePath !== undefined;
    return kind === 'configuredAtLaunch' ? volume[kind] === true : volume[kind] !== undefined;
  });
}
