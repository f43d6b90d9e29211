/** Images of private repositories. */
import { because, type Feature } from './feature.ts';
import { ecrImage, partitionOf } from './surroundings.ts';

/** The prefixes that ECR proposes for its pull-through cache rules. */
const CACHED = /^(ecr-public|docker-hub|quay|kubernetes|github|gitlab|azure|chainguard)\//;

export const ecrImages: Feature = {
  id: 'ecr-image',
  title: 'Pull images from Amazon ECR',
  source: {
    text: 'Amazon ECS Developer Guide, task execution IAM role',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    for (const container of containers) {
      const image = ecrImage(container.definition.image ?? '');
      if (image === undefined) continue;
      const reason = because(container, ['image'], 'image from Amazon ECR');
      // The token is for the registry as a whole: IAM takes no narrower resource.
      yield { role: 'execution', actions: ['ecr:GetAuthorizationToken'], resources: ['*'], reason };
      const partition = at.partition === 'aws' ? partitionOf(image.region) : at.partition;
      yield {
        role: 'execution',
        actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        resources: [`arn:${partition}:ecr:${image.region}:${image.account}:repository/${image.repository}`],
        reason,
      };
      // The first pull fills the cache: ECR makes the repository and imports the image in the name of the role.
      if (CACHED.test(image.repository)) {
        yield {
          role: 'execution',
          actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
          resources: [`arn:${partition}:ecr:${image.region}:${image.account}:repository/${image.repository}`],
          reason: because(container, ['image'], 'image through a pull-through cache'),
        };
      }
    }
  },
};
