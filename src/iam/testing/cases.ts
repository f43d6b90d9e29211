/** Tasks and the rights that they need: one line a right, `role action… on resource…`. */
import { one, type PermissionCase } from './permissionCase.ts';
import { routerCases } from './routerCases.ts';

const group = (options: Record<string, string>) => ({ logDriver: 'awslogs' as const, options });
const region = { 'awslogs-region': 'eu-west-1' };

export const permissionCases: readonly PermissionCase[] = [
  ...routerCases,
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
    title: 'a pull-through cache, which the first pull fills',
    task: one({ image: '111122223333.dkr.ecr.eu-north-1.amazonaws.com/docker-hub/library/redis:7' }),
    rights: [
      'execution ecr:GetAuthorizationToken on *',
      'execution ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer on arn:aws:ecr:eu-north-1:111122223333:repository/docker-hub/library/redis',
      'execution ecr:BatchImportUpstreamImage ecr:CreateRepository on arn:aws:ecr:eu-north-1:111122223333:repository/docker-hub/library/redis',
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
    feature: 'credential-specs',
    title: 'from S3',
    task: one({ credentialSpecs: ['credentialspec:arn:aws:s3:::gmsa/app.json'] }),
    rights: [
      'execution s3:GetObject on arn:aws:s3:::gmsa/app.json',
      'execution s3:GetBucketLocation on arn:aws:s3:::gmsa',
    ],
  },
  {
    feature: 'fault-injection',
    title: 'the agent of FIS; the switch alone needs nothing',
    task: one(
      { environment: [{ name: 'MANAGED_INSTANCE_ROLE_NAME', value: 'fis-instance' }] },
      { enableFaultInjection: true },
    ),
    rights: [
      'task ssm:AddTagsToResource ssm:CreateActivation ssm:DeleteActivation ssm:DeregisterManagedInstance on *',
      'task iam:PassRole on arn:aws:iam::111122223333:role/fis-instance',
    ],
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
    title: 'one container writes',
    task: one(
      { mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }] },
      {
        volumes: [
          {
            name: 'data',
            efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } },
          },
        ],
      },
    ),
    rights: [
      'task elasticfilesystem:ClientMount elasticfilesystem:ClientWrite on arn:aws:elasticfilesystem:<region>:111122223333:file-system/fs-1',
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
    feature: 'ecs-exec-log',
    title: 'sessions of ECS Exec are recorded to a group and a bucket, under a key',
    task: one({}),
    needs: {
      exec: true,
      execLog: { group: '/exec', bucket: 'audit', key: 'arn:aws:kms:eu-west-1:111122223333:key/k' },
    },
    rights: [
      'task ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel on *',
      'task logs:DescribeLogGroups on *',
      'task logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents on arn:aws:logs:<region>:111122223333:log-group:/exec:*',
      'task s3:GetBucketLocation on *',
      'task s3:PutObject on arn:aws:s3:::audit/*',
      'task s3:GetEncryptionConfiguration on arn:aws:s3:::audit',
      'task kms:Decrypt kms:GenerateDataKey on arn:aws:kms:eu-west-1:111122223333:key/k',
    ],
  },
  {
    feature: 'ecs-exec-log',
    title: 'no session, no record',
    task: one({}),
    needs: { execLog: { bucket: 'audit' } },
    rights: [],
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
