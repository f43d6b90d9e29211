/** Traces of an app and a worker through one collector. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "orders",
  "taskRoleArn": "arn:aws:iam::111122223333:role/orders-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/orders-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "2048",
  "containerDefinitions": [
    {
      "name": "otel",
      "image": "public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0",
      "memory": 256,
      "essential": true,
      "startTimeout": 60,
      "command": ["--config=/etc/ecs/ecs-default-config.yaml"],
      "healthCheck": {
        "command": ["CMD", "/healthcheck"],
        "interval": 5,
        "timeout": 3,
        "retries": 5,
        "startPeriod": 10
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/orders",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "otel"
        }
      }
    },
    {
      "name": "app",
      "image": "acme/orders:2.11.0",
      "memory": 768,
      "essential": true,
      "portMappings": [{ "containerPort": 8080, "protocol": "tcp" }],
      "dependsOn": [{ "containerName": "otel", "condition": "HEALTHY" }],
      "environment": [
        { "name": "OTEL_EXPORTER_OTLP_ENDPOINT", "value": "http://localhost:4317" },
        { "name": "OTEL_SERVICE_NAME", "value": "orders" }
      ],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/orders",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app"
        }
      }
    },
    {
      "name": "worker",
      "image": "acme/orders:2.11.0",
      "memory": 512,
      "essential": true,
      "stopTimeout": 60,
      "command": ["npm", "run", "worker"],
      "dependsOn": [{ "containerName": "otel", "condition": "HEALTHY" }],
      "environment": [
        { "name": "OTEL_EXPORTER_OTLP_ENDPOINT", "value": "http://localhost:4317" },
        { "name": "OTEL_SERVICE_NAME", "value": "orders-worker" }
      ],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/orders",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "worker"
        }
      }
    }
  ]
}
`;

/** Both wait for the collector, so that no span of the start is lost. */
export const tracingWithAdot: ExampleTask = {
  id: 'tracing-with-adot',
  title: 'Tracing with ADOT',
  why: 'Three containers: app and worker send their traces to one collector of the task, which hands them to X-Ray.',
  text: TEXT,
  parts: {
    notes: {
      v: 1,
      notes: [
        {
          id: 'story',
          text: 'App and worker send to localhost:4317: a task shares its loopback. Both wait until the collector is HEALTHY, and because of that it is also stopped after them: the last spans still get out. The rights for X-Ray lie in the task role, which all three containers share.',
          x: 0,
          y: -190,
          width: 420,
          height: 130,
        },
      ],
    },
    scenarios: {
      v: 1,
      scenarios: [
        {
          id: 'planned',
          name: 'As planned',
          behaviours: {
            otel: { readyAfterSeconds: 3 },
            worker: { sigtermExit: { afterSeconds: 8, code: 0 } },
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
