/** Tasks and the rights that they need: one line a right, `role action… on resource…`. */
import type { ContainerDefinition } from '../../model/containerDefinition.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Needs } from '../needs.ts';

export interface PermissionCase {
  /** The feature that the case is about. */
  readonly feature: string;
  readonly title: string;
  readonly task: TaskDefinition;
  readonly needs?: Needs;
  readonly rights: readonly string[];
}

const ROLE = 'arn:aws:iam::111122223333:role/shop';
const one = (container: ContainerDefinition, rest: TaskDefinition = {}): TaskDefinition => ({
  executionRoleArn: ROLE,
  containerDefinitions: [{ name: 'app', image: 'acme/app:1', ...container }],
  ...rest,
});
const group = (options: Record<string, string>) => ({ logDriver: 'awslogs' as const, options });
const region = { 'awslogs-region': 'eu-west-1' };
const routed = (options: Record<string, string>): TaskDefinition => ({
  executionRoleArn: ROLE,
  containerDefinitions: [
    { name: 'router', image: 'fluent-bit', firelensConfiguration: { type: 'fluentbit' } },
    { name: 'app', image: 'acme/app:1', logConfiguration: { logDriver: 'awsfirelens', options } },
  ],
});

export const permissionCases: readonly PermissionCase[] = [
  {
    feature: 'ecr-image',
    title: 'an image of another account and Region, by tag and by digest alike',
    task: one({ image: '444455556666.dkr.ecr.eu-north-1.amazonaws.com/team/api:4@sha256:00' }),
    rights: [
      'execution ecr:GetAuthorizationToken on *',
      'execution ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer on arn:aws:ecr:eu-north-1:444455556666:repository/team/api',
    ],
  },
  {
    feature: 'ecr-image',
    title: 'a public image needs nothing',
    task: one({ image: 'public.ecr.aws/nginx/nginx:1' }),
    rights: [],
  },
  {
    feature: 'customer-keys',
    title: 'a key of one’s own, for what the execution role reads, through the service that reads it',
    task: one({
      secrets: [{ name: 'A', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/a' }],
      environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::bucket/x.env' }],
      logConfiguration: group({ 'awslogs-group': '/g', ...region, 'awslogs-stream-prefix': 'a' }),
    }),
    needs: { keys: ['arn:aws:kms:eu-west-1:111122223333:key/k'] },
    rights: [
      'execution logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:111122223333:log-group:/g:*',
      'execution ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/a',
      'execution s3:GetObject on arn:aws:s3:::bucket/x.env',
      'execution s3:GetBucketLocation on arn:aws:s3:::bucket',
      'execution kms:Decrypt on arn:aws:kms:eu-west-1:111122223333:key/k if {"StringEquals":{"kms:ViaService":"ssm.eu-west-1.amazonaws.com"}}',
      'execution kms:Decrypt on arn:aws:kms:eu-west-1:111122223333:key/k if {"StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}}',
    ],
  },
  {
    feature: 'secrets',
    title: 'a secret of another account, with the key that it must have',
    task: one({
      secrets: [
        {
          name: 'DB',
          valueFrom: 'arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf:password::',
        },
      ],
    }),
    rights: [
      'execution secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:444455556666:secret:db-AbCdEf',
      'execution kms:Decrypt on arn:aws:kms:eu-west-1:444455556666:key/* if {"StringEquals":{"kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com"}}',
    ],
  },
  {
    feature: 'registry-credentials',
    title: 'the name of a secret',
    task: one({ repositoryCredentials: { credentialsParameter: 'hub' } }),
    rights: [
      'execution secretsmanager:GetSecretValue on arn:aws:secretsmanager:<region>:111122223333:secret:hub-??????',
    ],
  },
  {
    feature: 'awslogs',
    title: 'a group in a Region of its own',
    task: one({ logConfiguration: group({ 'awslogs-group': '/shop', ...region }) }),
    rights: [
      'execution logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:111122223333:log-group:/shop:*',
    ],
  },
  {
    feature: 'awslogs',
    title: 'a group that is created on start',
    task: one({
      logConfiguration: group({ 'awslogs-group': '/shop', 'awslogs-create-group': 'true', ...region }),
    }),
    rights: [
      'execution logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:111122223333:log-group:/shop:*',
      'execution logs:CreateLogGroup on arn:aws:logs:eu-west-1:111122223333:log-group:/shop*',
    ],
  },
  {
    feature: 'awslogs',
    title: 'China is a partition of its own',
    task: {
      containerDefinitions: [
        { name: 'app', logConfiguration: group({ 'awslogs-group': 'g', 'awslogs-region': 'cn-north-1' }) },
      ],
    },
    rights: [
      'execution logs:CreateLogStream logs:PutLogEvents on arn:aws-cn:logs:cn-north-1:<account-id>:log-group:g:*',
    ],
  },
  {
    feature: 'secrets',
    title: 'a member of a secret, a parameter by name, a parameter by ARN',
    task: one({
      secrets: [
        { name: 'A', valueFrom: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::' },
        { name: 'B', valueFrom: '/shop/token' },
        { name: 'C', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/key' },
      ],
    }),
    rights: [
      'execution secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf',
      'execution ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/shop/key arn:aws:ssm:eu-west-1:111122223333:parameter/shop/token',
    ],
  },
  {
    feature: 'secrets',
    title: 'a parameter that points to a secret needs both',
    task: one({ secrets: [{ name: 'A', valueFrom: '/aws/reference/secretsmanager/db' }] }),
    rights: [
      'execution ssm:GetParameters on arn:aws:ssm:<region>:111122223333:parameter/aws/reference/secretsmanager/db',
      'execution secretsmanager:GetSecretValue on arn:aws:secretsmanager:<region>:111122223333:secret:db-??????',
    ],
  },
  {
    feature: 'environment-files',
    title: 'one file',
    task: one({ environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::conf/prod/app.env' }] }),
    rights: [
      'execution s3:GetObject on arn:aws:s3:::conf/prod/app.env',
      'execution s3:GetBucketLocation on arn:aws:s3:::conf',
    ],
  },
  {
    feature: 'credential-specs',
    title: 'from SSM',
    task: one({
      credentialSpecs: ['credentialspecdomainless:arn:aws:ssm:eu-west-1:111122223333:parameter/gmsa'],
    }),
    rights: ['execution ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/gmsa'],
  },
  {
    feature: 'fsx-windows',
    title: 'credentials in Secrets Manager',
    task: one(
      {},
      {
        volumes: [
          {
            name: 'share',
            fsxWindowsFileServerVolumeConfiguration: {
              authorizationConfig: {
                credentialsParameter: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:fsx-AbCdEf',
              },
            },
          },
        ],
      },
    ),
    rights: [
      'execution secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:111122223333:secret:fsx-AbCdEf',
    ],
  },
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
    title: 'Datadog needs no right',
    task: routed({ Name: 'datadog', Host: 'intake' }),
    rights: [],
  },
  {
    feature: 'x-ray',
    title: 'the daemon',
    task: one({ image: 'public.ecr.aws/xray/aws-xray-daemon:3' }),
    rights: [
      'task xray:GetSamplingRules xray:GetSamplingStatisticSummaries xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments on *',
    ],
  },
  {
    feature: 'adot-collector',
    title: 'traces and metrics',
    task: one({ image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0' }),
    rights: [
      'task xray:GetSamplingRules xray:GetSamplingStatisticSummaries xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments on *',
      'task logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogGroups logs:DescribeLogStreams logs:PutLogEvents on arn:aws:logs:<region>:111122223333:*',
    ],
  },
  {
    feature: 'cloudwatch-agent',
    title: 'the agent',
    task: one({ image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:latest' }),
    rights: [
      'task cloudwatch:PutMetricData logs:CreateLogGroup logs:CreateLogStream logs:DescribeLogGroups logs:DescribeLogStreams logs:PutLogEvents on *',
    ],
  },
  {
    feature: 'app-mesh',
    title: 'a virtual node',
    task: one({
      image: 'public.ecr.aws/appmesh/aws-appmesh-envoy:v1',
      environment: [
        {
          name: 'APPMESH_RESOURCE_ARN',
          value: 'arn:aws:appmesh:eu-west-1:111122223333:mesh/m/virtualNode/n',
        },
      ],
    }),
    rights: [
      'task appmesh:StreamAggregatedResources on arn:aws:appmesh:eu-west-1:111122223333:mesh/m/virtualNode/n',
    ],
  },
  {
    feature: 'efs',
    title: 'read-only everywhere, through an access point',
    task: one(
      { mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: true }] },
      {
        volumes: [
          {
            name: 'data',
            efsVolumeConfiguration: {
              fileSystemId: 'fs-1',
              authorizationConfig: { iam: 'ENABLED', accessPointId: 'fsap-1' },
            },
          },
        ],
      },
    ),
    rights: [
      'task elasticfilesystem:ClientMount on arn:aws:elasticfilesystem:<region>:111122223333:file-system/fs-1 if {"StringEquals":{"elasticfilesystem:AccessPointArn":"arn:aws:elasticfilesystem:<region>:111122223333:access-point/fsap-1"}}',
    ],
  },
  {
    feature: 'efs',
    title: 'without IAM authorisation only the network decides',
    task: one({}, { volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }] }),
    rights: [],
  },
  {
    feature: 's3-files',
    title: 'a file system',
    task: one(
      {},
      {
        volumes: [
          {
            name: 'f',
            s3filesVolumeConfiguration: {
              fileSystemArn: 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1',
            },
          },
        ],
      },
    ),
    rights: [
      'task s3files:ClientMount s3files:ClientWrite on arn:aws:s3files:eu-west-1:111122223333:file-system/fs-1',
    ],
  },
  {
    feature: 'own-calls',
    title: 'what the code calls, and ECS Exec; names that are not there are passed over',
    task: one({}),
    needs: {
      exec: true,
      calls: {
        app: [{ actions: ['s3:PutObject'], resources: ['arn:aws:s3:::out/*'] }],
        gone: [{ actions: ['s3:*'], resources: [] }],
      },
    },
    rights: [
      'task ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel on *',
      'task s3:PutObject on arn:aws:s3:::out/*',
    ],
  },
];
