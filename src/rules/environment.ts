/** Environment variables and environment files. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, deployed, from } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { isUnfilled, quote } from './terms/words.ts';

const MOST_FILES = 10;
const variable = (name: string, value = 'x') => ({ name, value });
const files = (...values: string[]) => ({ environmentFiles: values.map((value) => ({ type: 's3', value })) });
const parts = (count: number) =>
  files(...Array.from({ length: count }, (_, index) => `arn:aws:s3:::shop-config/part-${index}.env`));

/** In reading order. */
export const environmentRules: readonly Rule[] = [
  {
    id: 'env-duplicate',
    severity: 'warning',
    title: 'An environment variable is set twice',
    why: 'ECS accepts it, and one of the values is lost without a word.',
    source: from('Accepted by ECS; that the last value wins was not proved'),
    examples: {
      good: [
        {
          title: 'Names that differ in case',
          task: ec2({}, { environment: [variable('A'), variable('a')] }),
        },
      ],
      bad: [{ title: 'A twice', task: ec2({}, { environment: [variable('A', '1'), variable('A', '2')] }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const seen = new Map<string, number>();
        for (const [{ name }, index] of items(definition.environment)) {
          const path = [...at, 'environment', index, 'name'];
          if (!name || !known(reading, path)) continue;
          const before = seen.get(name);
          if (before !== undefined) {
            yield {
              path,
              message: `${called} sets the environment variable ${quote(name)} twice, so one value is lost: take one of them out.`,
              fix: {
                label: `Remove the first ${quote(name)}`,
                safe: true,
                edits: [{ op: 'remove', path: [...at, 'environment', before] }],
              },
            };
          }
          seen.set(name, index);
        }
      }
    },
  },
  {
    id: 'envfile-arn',
    severity: 'error',
    title: 'An environment file is named by its S3 ARN',
    why: 'arn:aws:s3:::bucket/key, not the s3:// address that commands take.',
    answer: 'Invalid arn syntax.',
    source: deployed('pf-ecs-environment-file-arn'),
    examples: {
      good: [{ title: 'An ARN', task: fargate({}, parts(1)) }],
      bad: [
        { title: 'An address', task: fargate({}, files('s3://shop-config/app.env')) },
        { title: 'A file name', task: ec2({ executionRoleArn: 'ecsTaskExecutionRole' }, files('app.env')) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ value }, index] of items(definition.environmentFiles)) {
          const path = [...at, 'environmentFiles', index, 'value'];
          if (value === undefined || /^arn:[\w-]+:[\w-]+:[^:]*:[^:]*:./.test(value) || !known(reading, path))
            continue;
          const address = /^s3:\/\/([^/]+\/.+)$/.exec(value)?.[1];
          yield {
            path,
            message: `An environment file of ${called} is ${quote(value)}, which is no ARN: ${isUnfilled(value) ? 'fill the placeholder in before you register the task' : 'write arn:aws:s3:::bucket/name.env'}.`,
            ...(address && {
              fix: {
                label: 'Write it as an ARN',
                safe: true,
                edits: [{ op: 'set', path, value: `arn:aws:s3:::${address}` }],
              },
            }),
          };
        }
      }
    },
  },
  {
    id: 'envfile-max',
    severity: 'error',
    title: 'A container has at most 10 environment files',
    why: 'ECS sets this limit; files can be joined.',
    answer: 'The maximum number of environment files was exceeded. Specify ten or less and try again',
    source: deployed('pf-ecs-environment-files-max'),
    examples: {
      good: [{ title: 'Ten', task: fargate({}, parts(10)) }],
      bad: [{ title: 'Eleven', task: fargate({}, parts(11)) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const count = definition.environmentFiles?.length ?? 0;
        if (count <= MOST_FILES || !known(reading, [...at, 'environmentFiles'])) continue;
        yield {
          path: [...at, 'environmentFiles'],
          message: `${called} has ${count} environment files, ${MOST_FILES} are possible: join some of them.`,
        };
      }
    },
  },
  {
    id: 'envfile-ext',
    severity: 'warning',
    title: 'An environment file ends in .env',
    why: 'AWS documents that the file must have this extension; others fail when the task starts.',
    source: api('EnvironmentFile', 'whether registration refuses it is not known'),
    examples: {
      good: [{ title: '.env', task: fargate({}, files('arn:aws:s3:::shop-config/app.env')) }],
      bad: [{ title: '.txt', task: fargate({}, files('arn:aws:s3:::shop-config/app.txt')) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ value }, index] of items(definition.environmentFiles)) {
          const path = [...at, 'environmentFiles', index, 'value'];
          if (!value?.startsWith('arn:') || value.endsWith('.env') || !known(reading, path)) continue;
          yield {
            path,
            message: `The environment file ${quote(value)} of ${called} does not end in .env, as AWS demands: rename the object in S3.`,
          };
        }
      }
    },
  },
];
