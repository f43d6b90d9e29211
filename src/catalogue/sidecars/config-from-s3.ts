/** Copies configuration files from a bucket before the app starts. */
import type { Sidecar } from '../entry.ts';
import { preparesFiles } from '../preparesFiles.ts';
import { bucketToMake } from '../toMake.ts';

/** The AWS CLI as an init container; what it needs of the bucket goes to the task role, for it is code of the task. */
export const configFromS3: Sidecar = {
  id: 'config-from-s3',
  title: 'Config from S3',
  role: 'init',
  why: 'Copies files from a bucket to a volume before the app starts, so that a new configuration needs no new image. For variables alone, environmentFiles does it without a container. Put in your bucket.',
  source: {
    text: 'AWS CLI reference, s3 cp with --recursive: it lists the prefix and reads each object.',
    url: 'https://docs.aws.amazon.com/cli/latest/reference/s3/cp.html',
    checked: '2026-11-28',
  },
  adds: [
    'config-init, not essential: copies the files of a bucket to /config',
    'a volume of the task, config',
    'the app mounts it read-only',
    'the app waits for config-init SUCCESS',
    'what it calls, for the task role',
  ],
  roleNeeds: ['Task role: s3:ListBucket on the bucket and s3:GetObject on its objects'],
  brings: ['no-task-role'],
  change: (serves) =>
    preparesFiles(
      {
        label: 'Add an init container for config from S3',
        name: 'config-init',
        volume: 'config',
        image: 'public.ecr.aws/aws-cli/aws-cli:2.22.0',
        runs: (task) => ({
          command: ['s3', 'cp', '--recursive', `s3://${bucketToMake(task, 'config')}/current/`, '/config/'],
        }),
        calls: (task) => {
          const bucket = `arn:aws:s3:::${bucketToMake(task, 'config')}`;
          return [
            { actions: ['s3:GetObject'], resources: [`${bucket}/current/*`] },
            { actions: ['s3:ListBucket'], resources: [bucket] },
          ];
        },
      },
      serves,
    ),
};
