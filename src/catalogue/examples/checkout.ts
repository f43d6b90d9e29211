/** Ten containers and six volumes. */
import type { ExampleTask } from '../entry.ts';

const TEXT = String.raw`{
  "family": "checkout",
  "taskRoleArn": "arn:aws:iam::111122223333:role/checkout-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/checkout-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "4096",
  "memory": "8192",
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
        "aws ssm get-parameters-by-path --path /checkout/prod/ --with-decryption --query 'Parameters[].[Name,Value]' --output text | awk '{ n = split($1, part, \"/\"); print part[n] \"=\" $2 }' > /certs/.env"
      ],
      "mountPoints": [{ "sourceVolume": "certs", "containerPath": "/certs" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/aws/ecs/checkout",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "secrets-init"
        }
      }
    },
    {
      "name": "config",
      "image": "acme/config-render:2.3",
      "cpu": 64,
      "memory": 128,
      "essential": false,
      "startTimeout": 60,
      "dependsOn": [{ "containerName": "secrets-init", "condition": "SUCCESS" }],
      "mountPoints": [
        { "sourceVolume": "config", "containerPath": "/config" },
        { "sourceVolume": "static", "containerPath": "/static" }
      ],
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "checkout-config",
          "dd_source": "shell"
        },
        "secretOptions": [
          {
            "name": "apikey",
            "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog/api-key-AbCdEf"
          }
        ]
      }
    },
    {
      "name": "migrate",
      "image": "acme/checkout:7.1.4",
      "cpu": 128,
      "memory": 256,
      "essential": false,
      "command": ["npm", "run", "migrate"],
      "dependsOn": [{ "containerName": "secrets-init", "condition": "SUCCESS" }],
      "startTimeout": 120,
      "secrets": [
        {
          "name": "DATABASE_URL",
          "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/database-GhIjKl"
        }
      ],
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "checkout-migrate",
          "dd_source": "nodejs"
        },
        "secretOptions": [
          {
            "name": "apikey",
            "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog/api-key-AbCdEf"
          }
        ]
      }
    },
    {
      "name": "redis",
      "image": "public.ecr.aws/docker/library/redis:7-alpine",
      "cpu": 256,
      "memory": 512,
      "essential": true,
      "startTimeout": 60,
      "portMappings": [{ "containerPort": 6379, "protocol": "tcp" }],
      "mountPoints": [{ "sourceVolume": "redis-data", "containerPath": "/data" }],
      "healthCheck": {
        "command": ["CMD-SHELL", "redis-cli ping | grep -q PONG || exit 1"],
        "interval": 5,
        "timeout": 2
      },
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "checkout-redis",
          "dd_source": "redis"
        },
        "secretOptions": [
          {
            "name": "apikey",
            "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog/api-key-AbCdEf"
          }
        ]
      }
    },
    {
      "name": "log-router",
      "image": "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable",
      "cpu": 128,
      "memory": 256,
      "essential": true,
      "firelensConfiguration": {
        "type": "fluentbit",
        "options": { "enable-ecs-log-metadata": "true" }
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/aws/ecs/checkout",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "log-router"
        }
      }
    },
    {
      "name": "otel",
      "image": "public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0",
      "cpu": 256,
      "memory": 512,
      "essential": true,
      "startTimeout": 60,
      "command": ["--config=/etc/ecs/ecs-default-config.yaml"],
      "portMappings": [{ "containerPort": 4317, "protocol": "tcp" }],
      "dependsOn": [{ "containerName": "log-router", "condition": "START" }],
      "healthCheck": {
        "command": ["CMD", "/healthcheck"],
        "interval": 5,
        "timeout": 3,
        "retries": 5
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/aws/ecs/checkout",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "otel"
        }
      }
    },
    {
      "name": "envoy",
      "image": "envoyproxy/envoy:v1.31.2",
      "cpu": 512,
      "memory": 512,
      "essential": true,
      "startTimeout": 60,
      "command": ["envoy", "-c", "/config/envoy.yaml"],
      "portMappings": [{ "containerPort": 15000, "protocol": "tcp" }],
      "dependsOn": [{ "containerName": "config", "condition": "SUCCESS" }],
      "mountPoints": [
        { "sourceVolume": "config", "containerPath": "/config", "readOnly": true },
        { "sourceVolume": "certs", "containerPath": "/certs", "readOnly": true }
      ],
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
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "checkout-envoy",
          "dd_source": "envoy"
        },
        "secretOptions": [
          {
            "name": "apikey",
            "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog/api-key-AbCdEf"
          }
        ]
      }
    },
    {
      "name": "app",
      "image": "acme/checkout:7.1.4",
      "cpu": 1024,
      "memory": 2048,
      "essential": true,
      "startTimeout": 60,
      "portMappings": [{ "containerPort": 3000, "protocol": "tcp" }],
      "dependsOn": [
        { "containerName": "migrate", "condition": "SUCCESS" },
        { "containerName": "redis", "condition": "HEALTHY" }
      ],
      "mountPoints": [
        { "sourceVolume": "config", "containerPath": "/config", "readOnly": true },
        { "sourceVolume": "uploads", "containerPath": "/uploads" },
        { "sourceVolume": "tmp", "containerPath": "/tmp" }
      ],
      "healthCheck": {
        "command": ["CMD-SHELL", "curl -f http://localhost:3000/health || exit 1"],
        "interval": 10,
        "timeout": 3,
        "startPeriod": 10
      },
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "checkout",
          "dd_source": "nodejs"
        },
        "secretOptions": [
          {
            "name": "apikey",
            "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog/api-key-AbCdEf"
          }
        ]
      }
    },
    {
      "name": "worker",
      "image": "acme/checkout:7.1.4",
      "cpu": 768,
      "memory": 2048,
      "essential": true,
      "command": ["npm", "run", "worker"],
      "dependsOn": [
        { "containerName": "redis", "condition": "HEALTHY" },
        { "containerName": "otel", "condition": "HEALTHY" }
      ],
      "mountPoints": [{ "sourceVolume": "uploads", "containerPath": "/uploads" }],
      "secrets": [
        {
          "name": "DATABASE_URL",
          "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/database-GhIjKl"
        }
      ],
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "checkout-worker",
          "dd_source": "nodejs"
        },
        "secretOptions": [
          {
            "name": "apikey",
            "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:datadog/api-key-AbCdEf"
          }
        ]
      }
    },
    {
      "name": "nginx",
      "image": "public.ecr.aws/docker/library/nginx:1.27",
      "cpu": 256,
      "memory": 256,
      "essential": true,
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }],
      "dependsOn": [
        { "containerName": "envoy", "condition": "HEALTHY" },
        { "containerName": "app", "condition": "HEALTHY" }
      ],
      "mountPoints": [
        { "sourceVolume": "static", "containerPath": "/usr/share/nginx/html", "readOnly": true }
      ],
      "logConfiguration": {
        "logDriver": "awsfirelens",
        "options": {
          "Name": "datadog",
          "Host": "http-intake.logs.datadoghq.eu",
          "TLS": "on",
          "dd_service": "checkout-nginx",
          "dd_source": "nginx"
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
    { "name": "certs" },
    { "name": "config" },
    { "name": "static" },
    {
      "name": "uploads",
      "efsVolumeConfiguration": {
        "fileSystemId": "fs-0a1b2c3d4e5f60718",
        "transitEncryption": "ENABLED",
        "authorizationConfig": { "iam": "ENABLED" }
      }
    },
    { "name": "redis-data" },
    { "name": "tmp" }
  ]
}
`;

/** A task as large as they get, for seeing whether it stays readable. */
export const checkout: ExampleTask = {
  id: 'checkout',
  title: 'Checkout, ten containers',
  why: 'Ten containers with six volumes: two chains of init containers, a proxy, a cache, telemetry and a log router around app, worker and nginx.',
  text: TEXT,
  parts: {
    scenarios: {
      v: 1,
      scenarios: [
        {
          id: 'planned',
          name: 'As planned',
          behaviours: {
            'secrets-init': { pullSeconds: 1, exits: { afterSeconds: 3, code: 0 } },
            config: { pullSeconds: 1, exits: { afterSeconds: 1.5, code: 0 } },
            migrate: { pullSeconds: 2, exits: { afterSeconds: 12, code: 0 } },
            redis: { readyAfterSeconds: 4 },
            otel: { readyAfterSeconds: 8 },
            envoy: { readyAfterSeconds: 8 },
            app: { readyAfterSeconds: 9 },
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
