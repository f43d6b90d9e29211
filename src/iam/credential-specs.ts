/** gMSA credential specs: `credentialspec:` or `credentialspecdomainless:`, then an ARN of S3 or SSM. */
import { items } from '../model/list.ts';
import { because, type Feature } from './feature.ts';
import { fileNeeds } from './s3Needs.ts';
import { secretNeeds } from './secretNeeds.ts';

export const credentialSpecs: Feature = {
  id: 'credential-specs',
  title: 'Read credential specs',
  source: {
    text: 'API reference, ContainerDefinition.credentialSpecs',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    for (const container of containers) {
      for (const [spec, index] of items(container.definition.credentialSpecs)) {
        const arn = spec.replace(/^credentialspec(domainless)?:/i, '');
        const reason = because(container, ['credentialSpecs', index], 'credential spec');
        if (/^arn:[a-z-]+:s3:/.test(arn)) yield* fileNeeds('execution', arn, reason);
        else if (/^arn:[a-z-]+:ssm:/.test(arn)) yield* secretNeeds(at, arn, reason);
      }
    }
  },
};
