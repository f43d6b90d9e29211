import type { Rule } from './rule.ts';
import { isWindows, requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { ROUTED, router, routersOf } from './terms/firelens.ts';
import { from, guide, reported } from './terms/sources.ts';
import { known } from './terms/view.ts';
import { quote } from './terms/words.ts';

const AGENT = from(
  'amazon-ecs-agent, agent/taskresource/firelens',
  'https://github.com/aws/amazon-ecs-agent',
);

/** In reading order. */
export const firelensConfigurationRules: readonly Rule[] = [
  {
    id: 'firelens-s3-fargate',
    severity: 'error',
    title: 'On Fargate the router reads no configuration from S3',
    why: 'The file is fetched by the ECS agent of the instance. On Fargate it must be in the image ("file"), or be fetched by the init-tagged image of aws-for-fluent-bit (aws_fluent_bit_init_s3_1 …).',
    answer: "Fargate launch type does not support FirelensConfiguration config file from 's3'",
    source: guide('firelens-taskdef-customconfig', 'custom configuration of a FireLens router'),
    examples: {
      good: [
        {
          title: 'A file of the image',
          task: fargate(
            {},
            ROUTED,
            router({ 'config-file-type': 'file', 'config-file-value': '/extra.conf' }),
          ),
        },
        {
          title: 'S3 on EC2',
          task: ec2(
            {},
            ROUTED,
            router({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::shop/extra.conf' }),
          ),
        },
      ],
      bad: [
        {
          title: 'S3 on Fargate',
          task: fargate(
            {},
            ROUTED,
            router({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::shop/extra.conf' }),
          ),
        },
      ],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const { called, definition, at } of routersOf(reading)) {
        const path = [...at, 'firelensConfiguration', 'options', 'config-file-type'];
        if (definition.firelensConfiguration?.options?.['config-file-type'] !== 's3' || !known(reading, path))
          continue;
        yield {
          path,
          message: `The router ${called} reads its configuration from S3, which Fargate does not do: put the file into the image and use "file", or use an init image of aws-for-fluent-bit.`,
        };
      }
    },
  },
  {
    id: 'firelens-s3-arn',
    severity: 'error',
    title: 'A configuration in S3 is named by its ARN',
    why: 'arn:aws:s3:::bucket/key, not the s3:// address that commands take.',
    answer: 'Invalid arn syntax.',
    source: reported('aws/aws-sdk', 311),
    examples: {
      good: [
        {
          title: 'An ARN',
          task: ec2(
            {},
            ROUTED,
            router({ 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::shop/extra.conf' }),
          ),
        },
      ],
      bad: [
        {
          title: 'An address',
          task: ec2(
            {},
            ROUTED,
            router({ 'config-file-type': 's3', 'config-file-value': 's3://shop/extra.conf' }),
          ),
        },
      ],
    },
    *check(reading) {
      if (requiresFargate(reading)) return;
      for (const { called, definition, at } of routersOf(reading)) {
        const options = definition.firelensConfiguration?.options;
        const value = options?.['config-file-value'];
        const path = [...at, 'firelensConfiguration', 'options', 'config-file-value'];
        if (options?.['config-file-type'] !== 's3' || value === undefined || !known(reading, path)) continue;
        if (/^arn:[\w-]+:s3:[^:]*:[^:]*:[^/]+\/./.test(value)) continue;
        // A template fills the whole address in later.
        if (/^(?:\$|\{\{|<)/.test(value)) continue;
        const address = /^s3:\/\/([^/]+\/.+)$/.exec(value)?.[1];
        yield {
          path,
          message: `The router ${called} reads its configuration from ${quote(value)}, which is no S3 ARN: write arn:aws:s3:::bucket/key.`,
          ...(address && {
            fix: {
              label: 'Write it as an ARN',
              safe: true,
              edits: [{ op: 'set', path, value: `arn:aws:s3:::${address}` }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'firelens-config-pair',
    severity: 'warning',
    title: 'A configuration file has a type and a place',
    why: 'The type is "s3" or "file"; without the place, or with another type, the task does not start.',
    alsoAnswers: [
      'option config-file-type is specified but config-file-value is not specified',
      "invalid value 'http' is specified for option config-file-type",
    ],
    source: AGENT,
    examples: {
      good: [{ title: 'Neither', task: fargate({}, ROUTED, router({ 'enable-ecs-log-metadata': 'true' })) }],
      bad: [
        {
          title: 'A type without a place',
          task: fargate({}, ROUTED, router({ 'config-file-type': 'file' })),
        },
        {
          title: 'Another type',
          task: ec2({}, ROUTED, router({ 'config-file-type': 'efs', 'config-file-value': '/extra.conf' })),
        },
      ],
    },
    *check(reading) {
      for (const { called, definition, at } of routersOf(reading)) {
        const { 'config-file-type': type, 'config-file-value': value } =
          definition.firelensConfiguration?.options ?? {};
        const options = [...at, 'firelensConfiguration', 'options'];
        if (type === undefined || !known(reading, options)) continue;
        if (type !== 's3' && type !== 'file') {
          yield {
            path: [...options, 'config-file-type'],
            message: `The router ${called} has the configuration file type ${quote(type)}, but only "s3" and "file" exist: the task would not start.`,
          };
        } else if (value === undefined && known(reading, [...options, 'config-file-value'])) {
          yield {
            path: [...options, 'config-file-type'],
            message: `The router ${called} has a configuration file type and no "config-file-value": say where the file is, or the task does not start.`,
            fix: {
              label: 'Remove config-file-type',
              safe: false,
              edits: [{ op: 'remove', path: [...options, 'config-file-type'] }],
            },
          };
        }
      }
    },
  },
  {
    id: 'firelens-windows-fargate',
    severity: 'warning',
    title: 'FireLens is not documented for Windows on Fargate',
    why: 'AWS documents FireLens for Linux on Fargate and for both systems on EC2.',
    source: guide('firelens-using-fluentbit', 'FireLens images'),
    examples: {
      good: [{ title: 'Linux', task: fargate({}, ROUTED, router()) }],
      bad: [
        {
          title: 'Windows',
          task: fargate(
            {
              cpu: '1024',
              memory: '2048',
              runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
            },
            ROUTED,
            router(),
          ),
        },
      ],
    },
    *check(reading) {
      if (!requiresFargate(reading) || !isWindows(reading)) return;
      for (const { called, at } of routersOf(reading)) {
        yield {
          path: [...at, 'firelensConfiguration'],
          message: `${called} is a log router in a Windows task for Fargate, where FireLens is not supported: use awslogs, or run the task on EC2.`,
        };
      }
    },
  },
];
