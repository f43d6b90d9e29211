/** A batch of three steps, the last of which runs whatever the one before it ended with. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "nightly",
  "taskRoleArn": "arn:aws:iam::111122223333:role/nightly-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/nightly-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "2048",
  "containerDefinitions": [
    {
      "name": "fetch",
      "image": "acme/nightly:2026.11",
      "memory": 256,
      "essential": false,
      "startTimeout": 120,
      "command": ["./fetch", "--into", "/work/in"],
      "mountPoints": [{ "sourceVolume": "work", "containerPath": "/work" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/nightly",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "fetch"
        }
      }
    },
    {
      "name": "transform",
      "image": "acme/nightly:2026.11",
      "memory": 1024,
      "essential": false,
      "startTimeout": 120,
      "command": ["./transform", "/work/in", "/work/out"],
      "dependsOn": [{ "containerName": "fetch", "condition": "SUCCESS" }],
      "mountPoints": [{ "sourceVolume": "work", "containerPath": "/work" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/nightly",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "transform"
        }
      }
    },
    {
      "name": "report",
      "image": "acme/nightly:2026.11",
      "memory": 256,
      "essential": true,
      "command": ["./report", "/work/out"],
      "dependsOn": [{ "containerName": "transform", "condition": "COMPLETE" }],
      "mountPoints": [{ "sourceVolume": "work", "containerPath": "/work", "readOnly": true }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/nightly",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "report"
        }
      }
    }
  ],
  "volumes": [{ "name": "work" }]
}
`;

/** SUCCESS and COMPLETE side by side. */
export const batchWithComplete: ExampleTask = {
  id: 'batch-with-complete',
  title: 'Batch with COMPLETE',
  why: 'Three steps: transform needs fetch to succeed, report runs when transform has ended, well or badly, and its end ends the task.',
  text: TEXT,
  parts: {
    notes: {
      v: 1,
      notes: [
        {
          id: 'story',
          text: 'report waits for COMPLETE, not SUCCESS: it also tells of a transform that failed. It is the only essential container, so its exit ends the task with its code. Try it: let transform exit 1, then fetch, and see which of the two report survives.',
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
            fetch: { exits: { afterSeconds: 12, code: 0 } },
            transform: { exits: { afterSeconds: 40, code: 0 } },
            report: { exits: { afterSeconds: 4, code: 0 } },
          },
          environment: {},
          expectations: [],
          stopRequestedAt: 600,
          horizonSeconds: 720,
        },
      ],
    },
  },
};
