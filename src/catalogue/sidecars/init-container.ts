/** Runs once before the app, leaves files on a shared volume, and ends. */
import { unusedName, volumeNames } from '../../edit/changes/address.ts';
import { addSidecar, ownLogs, served, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

/** Reads parameters of the Parameter Store into a file that the app finds when it starts. */
export const initContainer: Sidecar = {
  id: 'init-container',
  title: 'Init container',
  role: 'init',
  why: 'Prepares files before the app starts: it runs once, writes to a volume that only the two share, and ends. The app starts when it has ended with exit code 0.',
  source: {
    text: 'API reference, ContainerDependency: SUCCESS waits for exit code 0 and needs a container that is not essential.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
    checked: '2026-11-24',
  },
  adds: [
    'secrets-init, not essential: reads parameters and writes /shared/.env',
    'a volume of the task, shared',
    'the app mounts it read-only',
    'the app waits for secrets-init SUCCESS',
  ],
  roleNeeds: ['Task role: ssm:GetParametersByPath on the path, and kms:Decrypt on its key'],
  change: (serves) =>
    changeOf('Add an init container', (writer) => {
      const { task } = writer;
      const app = served(task, serves);
      if (isRefusal(app)) return app;
      const sourceVolume = unusedName('shared', volumeNames(task));
      const name = addSidecar(writer, {
        name: 'secrets-init',
        image: 'public.ecr.aws/aws-cli/aws-cli:2.22.0',
        essential: false,
        startTimeout: 60,
        entryPoint: ['sh', '-c'],
        command: [
          `aws ssm get-parameters-by-path --path /${task.family || 'app'}/ --with-decryption --query "Parameters[].[Name,Value]" --output text | while read -r name value; do echo "\${name##*/}=$value"; done > /shared/.env`,
        ],
        mountPoints: [{ sourceVolume, containerPath: '/shared' }],
        ...ownLogs(task, 'init'),
      });
      writer.append(['volumes'], { name: sourceVolume });
      if (app === undefined) return undefined;
      const taken = items(app.definition.mountPoints).map(([point]) => point.containerPath ?? '');
      writer.append(['containerDefinitions', app.index, 'mountPoints'], {
        sourceVolume,
        containerPath: unusedName('/shared', taken),
        readOnly: true,
      });
      waitFor(writer, app, name, 'SUCCESS');
      return undefined;
    }),
};
