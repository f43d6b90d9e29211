/** Four containers, one task: init, proxy, log router and app. */
import type { ExampleTask } from '../entry.ts';

const TEXT = String.raw`{
  "family": "receipts",
  "taskRoleArn": "arn:aws:iam::111122223333:role/receipts-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/receipts-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "2048",
  "containerDefinitions": [
    {
      "name": "secrets-init",
      "image": "acme/secrets-init:1.0",
      "cpu": 64,
      "memory": 128,
      "essential": false,
      "startTimeout": 60,
      "command": [
        "sh",
        "-c",
        "aws ssm get-parameters-by-path --path /payments/prod/ --with-decryption --query 'Parameters[].[Name,Value]' --output text | awk '{ n = split($1, part, \"/\"); print part[n] \"=\" $2 }' > /shared/.env"
      ],
      "mountPoints": [{ "sourceVolume": "shared", "containerPath": "/shared" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/aws/ecs/receipts",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "secrets-init"
        }
      }
    },
    {
      "name": "envoy",
      "image": "envoyproxy/envoy:v1.31.2",
      "cpu": 256,
      "memory": 256,
      "essential": true,
      "startTimeout": 60,
      "command": [
        "envoy",
        "--config-yaml",
        "{admin: {address: {socket_address: {address: 127.0.0.1, port_value: 9901}}}, static_resources: {listeners: [{name: outbound, address: {socket_address: {address: 127.0.0.1, port_value: 15000}}, filter_chains: [{filters: [{name: tcp, typed_config: {\"@type\": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy, stat_prefix: outbound, cluster: upstream}}]}]}], clusters: [{name: upstream, type: STRICT_DNS, connect_timeout: 2s, load_assignment: {cluster_name: upstream, endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: {address: ledger.internal, port_value: 443}}}}]}]}}]}}"
      ],
      "portMappings": [{ "containerPort": 15000, "protocol": "tcp" }],
      "healthCheck": {
        "command": [
          "CMD",
          "bash",
          "-c",
          "exec 3<>/dev/tcp/127.0.0.1/9901 && printf 'GET /ready HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && grep -q LIVE <&3"
        ],
        "interval": 5,
        "timeout": 2,
        "retries": 3,
        "startPeriod": 10
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/aws/ecs/receipts",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "envoy"
        }
      }
    },
    {
      "name": "log-router",
      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      "cpu": 64,
      "memory": 128,
      "essential": true,
      "firelensConfiguration": {
        "type": "fluentbit",
        "options": { "enable-ecs-log-metadata": "true" }
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/aws/ecs/receipts",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "log-router"
        }
      }
    },
    {
      "name": "app",
      "image": "acme/receipts:prod-2f1a8c",
      "cpu": 486,
      "memory": 1024,
      "essential": true,
      "portMappings": [{ "containerPort": 3000, "protocol": "tcp" }],
      "dependsOn": [
        { "containerName": "secrets-init", "condition": "SUCCESS" },
        { "containerName": "envoy", "condition": "HEALTHY" }
      ],
      "mountPoints": [
        { "sourceVolume": "shared", "containerPath": "/shared", "readOnly": true }
      ],
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "receipts",
          "dd_source": "nodejs"
        },
        "secretOptions": [
          {
            "name": "apikey",
            "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog/api-key-AbCdEf"
          }
        ]
      }
    }
  ],
  "volumes": [
    { "name": "shared" }
  ]
}
`;

/** The task of a payments team: its start order shows all that dependsOn can say. */
export const payments: ExampleTask = {
  id: 'payments',
  title: 'Payments task',
  why: 'Four containers: secrets-init writes a file, envoy becomes healthy, log-router takes the output, and the app starts after them.',
  text: TEXT,
  parts: {
    scenarios: {
      v: 1,
      scenarios: [
        {
          id: 'planned',
          name: 'As planned',
          behaviours: {
            'secrets-init': { pullSeconds: 1, startSeconds: 0, exits: { afterSeconds: 2, code: 0 } },
            envoy: {
              pullSeconds: 2,
              startSeconds: 0,
              readyAfterSeconds: 9,
              sigtermExit: { afterSeconds: 0.6, code: 0 },
            },
            'log-router': { pullSeconds: 1.6, startSeconds: 0, sigtermExit: { afterSeconds: 2.7, code: 0 } },
            app: { pullSeconds: 2, startSeconds: 0, sigtermExit: { afterSeconds: 1.3, code: 0 } },
          },
          environment: {},
          expectations: [],
          stopRequestedAt: 3600,
          horizonSeconds: 3720,
        },
      ],
    },
  },
};
