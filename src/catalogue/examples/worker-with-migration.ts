/** A worker whose database is brought up to date before it. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "invoices",
  "taskRoleArn": "arn:aws:iam::111122223333:role/invoices-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/invoices-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "512",
  "memory": "1024",
  "containerDefinitions": [
    {
      "name": "migrate",
      "image": "acme/invoices:5.0.2",
      "memory": 256,
      "essential": false,
      "startTimeout": 120,
      "command": ["npm", "run", "migrate"],
      "secrets": [
        {
          "name": "DATABASE_URL",
          "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:invoices/database-GhIjKl"
        }
      ],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/invoices",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "migrate"
        }
      }
    },
    {
      "name": "worker",
      "image": "acme/invoices:5.0.2",
      "memory": 512,
      "essential": true,
      "command": ["npm", "run", "worker"],
      "dependsOn": [{ "containerName": "migrate", "condition": "SUCCESS" }],
      "stopTimeout": 120,
      "environment": [
        {
          "name": "QUEUE_URL",
          "value": "https://sqs.eu-west-1.amazonaws.com/111122223333/invoices"
        }
      ],
      "secrets": [
        {
          "name": "DATABASE_URL",
          "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:invoices/database-GhIjKl"
        }
      ],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/invoices",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "worker"
        }
      }
    }
  ]
}
`;

/** The second container starts only if the first has ended with 0. */
export const workerWithMigration: ExampleTask = {
  id: 'worker-with-migration',
  title: 'Worker with a migration',
  why: 'Two containers of one image: the migration must succeed, then the worker takes messages and gets two minutes to finish when it is stopped.',
  text: TEXT,
  parts: {
    notes: {
      v: 1,
      notes: [
        {
          id: 'story',
          text: 'If the migration ends with anything but 0, the worker never starts and the task stops: the old tasks go on. At a stop the worker finishes its message; stopTimeout 120 is the most that Fargate gives. Try it: let migrate exit 1 in the timeline.',
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
            migrate: { exits: { afterSeconds: 14, code: 0 } },
            worker: { sigtermExit: { afterSeconds: 35, code: 0 } },
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
