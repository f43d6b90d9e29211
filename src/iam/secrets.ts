/** Secrets in the environment and in log options. */
import { items } from '../model/list.ts';
import { because, type Feature } from './feature.ts';
import { secretNeeds } from './secretNeeds.ts';

export const secrets: Feature = {
  id: 'secrets',
  title: 'Read secrets',
  source: {
    text: 'Amazon ECS Developer Guide, passing sensitive data to a container',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    for (const container of containers) {
      for (const [secret, index] of items(container.definition.secrets)) {
        const reason = because(container, ['secrets', index], `secret ${secret.name ?? ''}`.trim());
        yield* secretNeeds(at, secret.valueFrom, reason);
      }
      for (const [secret, index] of items(container.definition.logConfiguration?.secretOptions)) {
        const path = ['logConfiguration', 'secretOptions', index];
        const reason = because(container, path, `secret log option ${secret.name ?? ''}`.trim());
        yield* secretNeeds(at, secret.valueFrom, reason);
      }
    }
  },
};
