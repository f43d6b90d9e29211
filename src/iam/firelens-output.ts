/** Outputs of a FireLens router that are AWS services: the router is code in the task, so the task role counts. */
import { arnOf, logGroupArn } from './arns.ts';
import { because, type Feature, type Need, type Reason, type Subject } from './feature.ts';

type Options = ReadonlyMap<string, string>;
type Right = Pick<Need, 'actions' | 'resources'>;

function cloudWatch(options: Options, at: Subject['at']): Right {
  const group = logGroupArn(at, options.get('log_group_name'), options.get('region'));
  const creates = /^(true|on|yes)$/i.test(options.get('auto_create_group') ?? '');
  return {
    actions: [
      ...(creates ? ['logs:CreateLogGroup'] : []),
      'logs:CreateLogStream',
      'logs:DescribeLogStreams',
      'logs:PutLogEvents',
      ...(options.has('log_retention_days') ? ['logs:PutRetentionPolicy'] : []),
    ],
    resources: [`${group}:*`],
  };
}

const firehose = (options: Options, at: Subject['at']): Right => ({
  actions: ['firehose:PutRecordBatch'],
  resources: [
    arnOf(at, 'firehose', `deliverystream/${options.get('delivery_stream') ?? '*'}`, options.get('region')),
  ],
});

const kinesis = (options: Options, at: Subject['at']): Right => ({
  actions: ['kinesis:PutRecords'],
  resources: [arnOf(at, 'kinesis', `stream/${options.get('stream') ?? '*'}`, options.get('region'))],
});

const s3 = (options: Options, at: Subject['at']): Right => ({
  actions: ['s3:PutObject'],
  resources: [`arn:${at.partition}:s3:::${options.get('bucket') ?? '*'}/*`],
});

function openSearch(options: Options, at: Subject['at']): Right | undefined {
  if (!/^(true|on|yes)$/i.test(options.get('aws_auth') ?? '')) return undefined;
  const host = options.get('host') ?? '';
  const [, collection, itsRegion] = /^([a-z0-9]+)\.([a-z0-9-]+)\.aoss\.amazonaws\./.exec(host) ?? [];
  if (options.get('aws_service_name') === 'aoss' || collection !== undefined) {
    const region = itsRegion ?? options.get('aws_region');
    return {
      actions: ['aoss:APIAccessAll'],
      resources: [arnOf(at, 'aoss', `collection/${collection ?? '*'}`, region)],
    };
  }
  // An endpoint is search- or vpc-, the name of the domain, and letters of its own.
  const [, domain = '*', region = options.get('aws_region')] =
    /^(?:search|vpc)-(.+)-[a-z0-9]+\.([a-z0-9-]+)\.es\.amazonaws\./.exec(host) ?? [];
  const all = domain === '*' ? 'domain/*' : `domain/${domain}/*`;
  return { actions: ['es:ESHttp*'], resources: [arnOf(at, 'es', all, region)] };
}

const outputs: Readonly<Record<string, (options: Options, at: Subject['at']) => Right | undefined>> = {
  cloudwatch: cloudWatch,
  cloudwatch_logs: cloudWatch,
  firehose,
  kinesis_firehose: firehose,
  kinesis,
  kinesis_streams: kinesis,
  s3,
  opensearch: openSearch,
  es: openSearch,
};

export const firelensOutput: Feature = {
  id: 'firelens-output',
  title: 'Send on what the log router takes',
  source: {
    text: 'amazon-ecs-firelens-examples, permissions of each output',
    url: 'https://github.com/aws-samples/amazon-ecs-firelens-examples',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    const router = containers.find(({ definition }) => definition.firelensConfiguration !== undefined);
    if (router === undefined) return;
    for (const container of containers) {
      const { logDriver, options: given } = container.definition.logConfiguration ?? {};
      if (logDriver !== 'awsfirelens') continue;
      const options: Options = new Map(
        Object.entries(given ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const output = (options.get('name') ?? options.get('@type') ?? '').toLowerCase();
      const write = Object.hasOwn(outputs, output) ? outputs[output] : undefined;
      const right = write?.(options, at);
      if (right === undefined) continue;
      const reason: Reason = because(
        container,
        ['logConfiguration', 'options'],
        `logs through ${router.name || 'the router'} to ${output}`,
      );
      yield { role: 'task', ...right, reason };
      const other = options.get('role_arn') ?? options.get('aws_role_arn');
      if (other?.startsWith('arn:')) {
        yield { role: 'task', actions: ['sts:AssumeRole'], resources: [other], reason };
      }
    }
  },
};
