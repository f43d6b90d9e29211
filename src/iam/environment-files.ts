/** Environment files in S3. */
import { items } from '../model/list.ts';
import { because, type Feature } from './feature.ts';
import { fileNeeds } from './s3Needs.ts';

export const environmentFiles: Feature = {
  id: 'environment-files',
  title: 'Read environment files from S3',
  source: {
    text: 'Amazon ECS Developer Guide, environment files',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
    checked: '2026-11-23',
  },
  *needs({ containers }) {
    for (const container of containers) {
      for (const [file, index] of items(container.definition.environmentFiles)) {
        const reason = because(container, ['environmentFiles', index], 'environment file');
        yield* fileNeeds('execution', file.value, reason);
      }
    }
  },
};
