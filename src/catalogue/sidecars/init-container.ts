/** Runs once before the app, leaves files on a shared volume, and ends. */
import type { Sidecar } from '../entry.ts';
import { preparesFiles } from '../preparesFiles.ts';
import { parameterToMake } from '../toMake.ts';

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
  brings: ['no-task-role'],
  change: (serves) =>
    preparesFiles(
      {
        label: 'Add an init container',
        name: 'secrets-init',
        volume: 'shared',
        image: 'public.ecr.aws/aws-cli/aws-cli:2.22.0',
        runs: ({ family }) => ({
          entryPoint: ['sh', '-c'],
          command: [
            `aws ssm get-parameters-by-path --path /${family || 'app'}/ --with-decryption --query "Parameters[].[Name,Value]" --output text | while read -r name value; do echo "\${name##*/}=$value"; done > /shared/.env`,
          ],
        }),
        calls: (task) => [
          {
            actions: ['ssm:GetParametersByPath'],
            resources: [parameterToMake(task, `${task.family || 'app'}/*`)],
          },
        ],
      },
      serves,
    ),
};
