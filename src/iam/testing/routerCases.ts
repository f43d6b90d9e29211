/** Tasks with a log router, and the rights that they need. */
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { one, type PermissionCase, ROLE } from './permissionCase.ts';

const routed = (options: Record<string, string>): TaskDefinition => ({
  executionRoleArn: ROLE,
  containerDefinitions: [
    { name: 'router', image: 'fluent-bit', firelensConfiguration: { type: 'fluentbit' } },
    { name: 'app', image: 'acme/app:1', logConfiguration: { logDriver: 'awsfirelens', options } },
  ],
});

export const routerCases: readonly PermissionCase[] = [
  {
    feature: 'firelens-config',
    title: 'a file that ECS fetches, and one that the router fetches',
    task: one({
      firelensConfiguration: {
        type: 'fluentbit',
        options: { 'config-file-type': 's3', 'config-file-value': 'arn:aws:s3:::conf/a.conf' },
      },
      environment: [{ name: 'aws_fluent_bit_init_s3_1', value: 'arn:aws:s3:::conf/b.conf' }],
    }),
    rights: [
      'execution s3:GetObject on arn:aws:s3:::conf/a.conf',
      'execution s3:GetBucketLocation on arn:aws:s3:::conf',
      'task s3:GetObject on arn:aws:s3:::conf/b.conf',
      'task s3:GetBucketLocation on arn:aws:s3:::conf',
    ],
  },
  {
    feature: 'firelens-output',
    title: 'CloudWatch through the router is a matter of the task role',
    task: routed({
      Name: 'cloudwatch_logs',
      region: 'us-east-1',
      log_group_name: '/shop',
      auto_create_group: 'true',
    }),
    rights: [
      'task logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents on arn:aws:logs:us-east-1:111122223333:log-group:/shop:*',
    ],
  },
  {
    feature: 'firelens-output',
    title: 'a delivery stream by way of another role',
    task: routed({
      Name: 'firehose',
      region: 'us-east-1',
      delivery_stream: 'logs',
      role_arn: 'arn:aws:iam::444455556666:role/logs',
    }),
    rights: [
      'task firehose:PutRecordBatch on arn:aws:firehose:us-east-1:111122223333:deliverystream/logs',
      'task sts:AssumeRole on arn:aws:iam::444455556666:role/logs',
    ],
  },
  {
    feature: 'firelens-output',
    title: 'how long a log group keeps its lines',
    task: routed({ Name: 'cloudwatch', region: 'us-east-1', log_group_name: '/a', log_retention_days: '7' }),
    rights: [
      'task logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents logs:PutRetentionPolicy on arn:aws:logs:us-east-1:111122223333:log-group:/a:*',
    ],
  },
  {
    feature: 'firelens-output',
    title: 'a stream',
    task: routed({ Name: 'kinesis_streams', region: 'us-east-1', stream: 'lines' }),
    rights: ['task kinesis:PutRecords on arn:aws:kinesis:us-east-1:111122223333:stream/lines'],
  },
  {
    feature: 'firelens-output',
    title: 'a bucket',
    task: routed({ Name: 's3', region: 'us-east-1', bucket: 'lines' }),
    rights: ['task s3:PutObject on arn:aws:s3:::lines/*'],
  },
  {
    feature: 'firelens-output',
    title: 'a domain of OpenSearch, by its endpoint, as another role',
    task: routed({
      Name: 'opensearch',
      Host: 'vpc-shop-logs-abc123.eu-west-1.es.amazonaws.com',
      AWS_Auth: 'On',
      AWS_Role_ARN: 'arn:aws:iam::444455556666:role/search',
    }),
    rights: [
      'task es:ESHttp* on arn:aws:es:eu-west-1:111122223333:domain/shop-logs/*',
      'task sts:AssumeRole on arn:aws:iam::444455556666:role/search',
    ],
  },
  {
    feature: 'firelens-output',
    title: 'a serverless collection, and a domain that cannot be told',
    task: {
      executionRoleArn: ROLE,
      containerDefinitions: [
        { name: 'router', firelensConfiguration: { type: 'fluentbit' } },
        ...[
          { Host: 'x1y2z3.eu-west-1.aoss.amazonaws.com', AWS_Service_Name: 'aoss' },
          { Host: 'logs.example.com', AWS_Region: 'eu-west-1' },
          { Host: 'search.example.com', AWS_Auth: 'Off' },
        ].map((options, index) => ({
          name: `app-${index}`,
          logConfiguration: {
            logDriver: 'awsfirelens' as const,
            options: { Name: 'opensearch', AWS_Auth: 'On', ...options } as Record<string, string>,
          },
        })),
      ],
    },
    rights: [
      'task aoss:APIAccessAll on arn:aws:aoss:eu-west-1:111122223333:collection/x1y2z3',
      'task es:ESHttp* on arn:aws:es:eu-west-1:111122223333:domain/*',
    ],
  },
  {
    feature: 'firelens-output',
    title: 'Datadog needs no right',
    task: routed({ Name: 'datadog', Host: 'intake' }),
    rights: [],
  },
];
