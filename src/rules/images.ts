/** Images. */
import { parseImage } from '../model/image.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate, IMAGE } from './terms/examples.ts';
import { ROUTED, router } from './terms/firelens.ts';
import { api, reported } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const REFERENCE = /^[A-Za-z0-9_\-:./#]*(@[A-Za-z0-9_+.:-]+)?$/;
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** In reading order. */
export const imageRules: readonly Rule[] = [
  {
    id: 'image-missing',
    severity: 'error',
    title: 'A container needs an image',
    why: 'Without an image there is nothing to start. Pipelines that fill it in later do so before they register.',
    answer: 'Container.image should not be null or empty.',
    source: reported('aws/aws-cli', 5924),
    examples: {
      good: [{ title: 'A name without registry and tag', task: ec2({}, { image: 'postgres' }) }],
      bad: [
        { title: 'No image', task: fargate({}, { image: undefined }) },
        { title: 'An empty image', task: ec2({}, { image: '' }) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'image'];
        if (definition.image || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} has no image, so there is nothing to start: add "image", for example "public.ecr.aws/nginx/nginx:1.27".`,
        };
      }
    },
  },
  {
    id: 'image-chars',
    severity: 'error',
    title: 'An image reference holds letters, digits and -_:./#@',
    why: 'Blanks, quotes and variables that nobody replaced are what usually stands there.',
    answer: 'Container.image contains invalid characters.',
    source: reported('aws-actions/amazon-ecs-render-task-definition', 49),
    examples: {
      good: [
        {
          title: 'A registry with a port',
          task: ec2({}, { image: 'registry.example.com:5000/team/api:1.0_rc.1' }),
        },
        { title: 'A digest', task: ec2({}, { image: `registry.example.com/api@${DIGEST}` }) },
      ],
      bad: [
        { title: 'A blank at the end', task: fargate({}, { image: `${IMAGE} ` }) },
        {
          title: 'An address instead of a reference',
          task: ec2({}, { image: 'registry.example.com/api?tag=1' }),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const { image } = definition;
        const path = [...at, 'image'];
        if (!image || REFERENCE.test(image) || !known(reading, path)) continue;
        const trimmed = image.trim();
        const bad = [...new Set([...image].filter((character) => !/[A-Za-z0-9_\-:./#@]/.test(character)))];
        const what =
          bad.length > 0 ? `holds ${bad.slice(0, 5).map(character).join(', ')}` : 'is no image reference';
        yield {
          path,
          message: `The image ${quote(image)} of ${called} ${what}, which ECS refuses: write registry/repository:tag or registry/repository@sha256:… .`,
          ...(trimmed !== '' &&
            trimmed !== image &&
            REFERENCE.test(trimmed) && {
              fix: {
                label: 'Remove the blanks around it',
                safe: true,
                edits: [{ op: 'set', path, value: trimmed }],
              },
            }),
        };
      }
    },
  },
  {
    id: 'image-length',
    severity: 'error',
    title: 'An image reference has at most 255 characters before its digest',
    why: 'ECS counts registry, repository and tag; a digest after @ comes on top.',
    answer: 'Container.image should be 255 characters or less',
    source: reported('hashicorp/terraform-provider-aws', 22629),
    examples: {
      good: [
        { title: '255 characters and a digest', task: ec2({}, { image: `${'r'.repeat(255)}@${DIGEST}` }) },
      ],
      bad: [{ title: '256 characters', task: ec2({}, { image: 'r'.repeat(256) }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'image'];
        const length = definition.image?.split('@', 1)[0]?.length ?? 0;
        if (length <= 255 || !known(reading, path)) continue;
        yield {
          path,
          message: `The image of ${called} has ${length} characters before its digest, ECS takes 255: use a shorter repository or tag.`,
        };
      }
    },
  },
  {
    id: 'latest-tag',
    severity: 'warning',
    title: 'A tag that moves makes tasks differ',
    why: 'An image with the tag latest, or with none, means whatever was pushed last. A service pins the digest for one deployment; tasks that are started alone take what is there at that moment.',
    source: api('ContainerDefinition', 'versionConsistency'),
    examples: {
      good: [
        { title: 'A version', task: ec2({}, { image: 'registry.example.com/api:1.4.2' }) },
        {
          title: 'A digest beside latest',
          task: ec2({}, { image: `registry.example.com/api:latest@${DIGEST}` }),
        },
        {
          title: 'The log router of AWS, of which another rule speaks',
          task: fargate(
            {},
            { image: 'registry.example.com/api:1.4.2', ...ROUTED },
            { ...router(), image: 'amazon/aws-for-fluent-bit' },
          ),
        },
        {
          title: 'A tag that only begins so',
          task: ec2({}, { image: 'registry.example.com/api:latest-2024' }),
        },
      ],
      bad: [
        { title: 'latest', task: fargate({}, { image: 'public.ecr.aws/nginx/nginx:latest' }) },
        { title: 'No tag', task: ec2({}, { image: 'registry.example.com:5000/team/api' }) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'image'];
        if (!definition.image || !known(reading, path)) continue;
        const { tag, digest, repository } = parseImage(definition.image);
        if (digest !== undefined || (tag !== undefined && tag !== 'latest') || repository === '') continue;
        // Of a log router by AWS another rule says which tag to take.
        if (definition.firelensConfiguration && /(^|\/)aws-for-fluent-bit$/.test(repository)) continue;
        const which = tag === undefined ? 'has no tag, which means latest' : 'has the tag latest';
        yield {
          path,
          message: `The image of ${called} ${which}: two tasks started at different times may run different code. Pin a version or a digest.`,
        };
      }
    },
  },
];

function character(character: string): string {
  return character === ' ' ? 'a blank' : character;
}
