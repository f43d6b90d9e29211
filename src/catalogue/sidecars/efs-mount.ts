/** A file system that outlives the task, mounted in the app. */
import { unusedName, volumeNames } from '../../edit/changes/address.ts';
import { runsOnWindows, served } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

/** Encrypted in transit and authorised by IAM, which ECS demands together. */
export const efsMount: Sidecar = {
  id: 'efs-mount',
  title: 'EFS mount',
  role: 'volume',
  why: 'Files that many tasks share and that outlive them all: uploads, models, reports. Encrypted in transit, and let in by the task role where there is one. Put in the ID of your file system; its security group must let the task in on port 2049.',
  source: {
    text: 'ECS developer guide, Use Amazon EFS volumes with Amazon ECS; API reference, EFSAuthorizationConfig: iam needs transitEncryption.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
    checked: '2026-11-28',
  },
  adds: [
    'a volume efs, with transitEncryption, and IAM authorisation where the task has a task role',
    'the app mounts it at /mnt/efs, read and write',
  ],
  roleNeeds: [
    'Task role: elasticfilesystem:ClientMount and elasticfilesystem:ClientWrite on the file system',
  ],
  change: (serves) =>
    changeOf('Add an EFS mount', (writer) => {
      const { task } = writer;
      const app = served(task, serves);
      if (isRefusal(app)) return app;
      if (items(task.requiresCompatibilities).some(([capacity]) => capacity === 'EXTERNAL')) {
        return {
          refused: 'Tasks on ECS Anywhere cannot mount EFS.',
          path: ['requiresCompatibilities'],
        };
      }
      if (runsOnWindows(task)) return { refused: 'Tasks on Windows cannot mount EFS.' };
      const sourceVolume = unusedName('efs', volumeNames(task));
      writer.append(['volumes'], {
        name: sourceVolume,
        efsVolumeConfiguration: {
          fileSystemId: 'fs-0123456789abcdef0',
          transitEncryption: 'ENABLED',
          // ECS refuses IAM authorisation in a task without a role to authorise.
          ...(task.taskRoleArn !== undefined && { authorizationConfig: { iam: 'ENABLED' } }),
        },
      });
      if (app === undefined) return undefined;
      const taken = items(app.definition.mountPoints).map(([point]) => point.containerPath ?? '');
      writer.append(['containerDefinitions', app.index, 'mountPoints'], {
        sourceVolume,
        containerPath: unusedName('/mnt/efs', taken),
      });
      return undefined;
    }),
};
