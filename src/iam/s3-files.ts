/** S3 Files volumes. The names of the actions are not settled in the documentation that was read. */
import { items } from '../model/list.ts';
import type { Feature } from './feature.ts';

export const s3Files: Feature = {
  id: 's3-files',
  title: 'Mount S3 Files',
  source: {
    text: 'API reference, S3FilesVolumeConfiguration: a task role is mandatory',
    checked: '2026-11-23',
  },
  *needs({ task, at }) {
    for (const [volume, index] of items(task.volumes)) {
      const configuration = volume.s3filesVolumeConfiguration;
      if (configuration === undefined) continue;
      const name = volume.name ?? '';
      yield {
        role: 'task',
        actions: ['s3files:ClientMount', 's3files:ClientWrite'],
        resources: [
          configuration.fileSystemArn?.startsWith('arn:')
            ? configuration.fileSystemArn
            : `arn:${at.partition}:s3files:${at.region}:${at.account}:file-system/*`,
        ],
        reason: {
          node: `volume:${name}`,
          name,
          path: ['volumes', index, 's3filesVolumeConfiguration'],
          text: 'S3 Files volume',
        },
      };
    }
  },
};
