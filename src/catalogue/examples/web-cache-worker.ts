/** A web server, an app, a worker and a cache, with a migration before them. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "storefront",
  "taskRoleArn": "arn:aws:iam::111122223333:role/storefront-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/storefront-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "3072",
  "containerDefinitions": [
    {
      "name": "migrate",
      "image": "acme/storefront:4.2.0",
      "memory": 256,
      "essential": false,
      "command": ["npm", "run", "migrate"],
      "startTimeout": 60,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/storefront",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "migrate"
        }
      }
    },
    {
      "name": "redis",
      "image": "public.ecr.aws/docker/library/redis:7-alpine",
      "memory": 256,
      "essential": true,
      "startTimeout": 60,
      "healthCheck": {
        "command": ["CMD-SHELL", "redis-cli ping | grep -q PONG || exit 1"],
        "interval": 5,
        "timeout": 2
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/storefront",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "redis"
        }
      }
    },
    {
      "name": "app",
      "image": "acme/storefront:4.2.0",
      "memory": 1024,
      "essential": true,
      "startTimeout": 60,
      "dependsOn": [
        { "containerName": "migrate", "condition": "SUCCESS" },
        { "containerName": "redis", "condition": "HEALTHY" }
      ],
      "portMappings": [{ "containerPort": 3000, "protocol": "tcp" }],
      "environment": [{ "name": "REDIS_URL", "value": "redis://127.0.0.1:6379" }],
      "healthCheck": {
        "command": ["CMD-SHELL", "curl -f http://localhost:3000/health || exit 1"],
        "interval": 10,
        "timeout": 3,
        "startPeriod": 10
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/storefront",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app"
        }
      }
    },
    {
      "name": "worker",
      "image": "acme/storefront:4.2.0",
      "memory": 512,
      "essential": true,
      "command": ["npm", "run", "worker"],
      "dependsOn": [
        { "containerName": "migrate", "condition": "SUCCESS" },
        { "containerName": "redis", "condition": "HEALTHY" }
      ],
      "stopTimeout": 120,
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/storefront",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "worker"
        }
      }
    },
    {
      "name": "nginx",
      "image": "public.ecr.aws/docker/library/nginx:1.27",
      "memory": 128,
      "essential": true,
      "dependsOn": [{ "containerName": "app", "condition": "HEALTHY" }],
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }],
      "healthCheck": {
        "command": ["CMD-SHELL", "curl -f http://localhost:80/ || exit 1"],
        "interval": 10,
        "timeout": 3,
        "startPeriod": 10
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/storefront",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "nginx"
        }
      }
    }
  ]
}
`;

/** A shop that runs its migration first. */
export const webCacheWorker: ExampleTask = {
  id: 'web-cache-worker',
  title: 'Web, cache, worker',
  why: 'Five containers: a migration that must succeed, a cache that must be healthy, then app and worker, and nginx last.',
  text: TEXT,
  parts: {
    scenarios: {
      v: 1,
      scenarios: [
        {
          id: 'planned',
          name: 'As planned',
          behaviours: {
            migrate: { exits: { afterSeconds: 8, code: 0 } },
            redis: { readyAfterSeconds: 1 },
            app: { readyAfterSeconds: 6 },
            nginx: { readyAfterSeconds: 1 },
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
