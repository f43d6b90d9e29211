/** Configuration that a FireLens router is given. */
import { items } from '../model/list.ts';
import { because, type Feature } from './feature.ts';
import { fileNeeds } from './s3Needs.ts';

export const firelensConfig: Feature = {
  id: 'firelens-config',
  title: 'Read the configuration of the log router from S3',
  source: {
    text: 'amazon-ecs-firelens-examples, multi-config-support',
    url: 'https://github.com/aws-samples/amazon-ecs-firelens-examples',
    checked: '2026-11-23',
  },
  *needs({ containers }) {
    for (const container of containers) {
      const options = container.definition.firelensConfiguration?.options;
      if (options?.['config-file-type'] === 's3') {
        const path = ['firelensConfiguration', 'options', 'config-file-value'];
        const reason = because(container, path, 'configuration of the router');
        yield* fileNeeds('execution', options['config-file-value'], reason);
      }
      // The init process of these images fetches the files from inside the container.
      for (const [variable, index] of items(container.definition.environment)) {
        if (!/^aws_fluent_bit_init_s3_/i.test(variable.name ?? '')) continue;
        const reason = because(container, ['environment', index], 'configuration that the router fetches');
        yield* fileNeeds('task', variable.value, reason);
      }
    }
  },
};
