/** Credentials of a private registry outside of AWS. */
import { because, type Feature } from './feature.ts';
import { secretNeeds } from './secretNeeds.ts';

export const registryCredentials: Feature = {
  id: 'registry-credentials',
  title: 'Read the credentials of a registry',
  source: {
    text: 'Amazon ECS Developer Guide, private registry authentication',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    for (const container of containers) {
      const parameter = container.definition.repositoryCredentials?.credentialsParameter;
      const path = ['repositoryCredentials', 'credentialsParameter'];
      // The API takes a secret's name here too, never a parameter.
      const secret =
        parameter === undefined || parameter.startsWith('arn:')
          ? parameter
          : `arn:${at.partition}:secretsmanager:${at.region}:${at.account}:secret:${parameter}`;
      yield* secretNeeds(at, secret, because(container, path, 'credentials of its registry'));
    }
  },
};
