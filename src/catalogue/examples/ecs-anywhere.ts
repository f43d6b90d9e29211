/** Two containers on a machine of one's own. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "greenhouse",
  "taskRoleArn": "arn:aws:iam::111122223333:role/greenhouse-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/greenhouse-execution",
  "networkMode": "bridge",
  "requiresCompatibilities": ["EXTERNAL"],
  "cpu": "512",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "gateway",
      "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/greenhouse-gateway:4.1",
      "cpu": 256,
      "memory": 256,
      "essential": true,
      "startTimeout": 60,
      "portMappings": [{ "containerPort": 1883, "hostPort": 1883, "protocol": "tcp" }],
      "mountPoints": [{ "sourceVolume": "readings", "containerPath": "/readings" }],
      "healthCheck": {
        "command": ["CMD-SHELL", "nc -z 127.0.0.1 1883 || exit 1"],
        "interval": 10,
        "timeout": 3,
        "retries": 3,
        "startPeriod": 10
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/greenhouse",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "gateway"
        }
      }
    },
    {
      "name": "uploader",
      "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/greenhouse-uploader:4.1",
      "cpu": 128,
      "memory": 128,
      "essential": false,
      "restartPolicy": { "enabled": true },
      "dependsOn": [{ "containerName": "gateway", "condition": "HEALTHY" }],
      "mountPoints": [{ "sourceVolume": "readings", "containerPath": "/readings", "readOnly": true }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/greenhouse",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "uploader"
        }
      }
    }
  ],
  "volumes": [
    {
      "name": "readings",
      "host": { "sourcePath": "/var/lib/greenhouse" }
    }
  ]
}
`;

/** What EXTERNAL takes away: awsvpc, EFS, load balancers. */
export const ecsAnywhere: ExampleTask = {
  id: 'ecs-anywhere',
  title: 'ECS Anywhere',
  why: 'A gateway for sensors on a machine on site: readings stay on its disk, and an uploader sends them on whenever there is a line.',
  text: TEXT,
  parts: {
    notes: {
      v: 1,
      notes: [
        {
          id: 'story',
          text: 'The machine is not in AWS, so there is no network interface of the task: bridge mode, with a port of the host. Readings lie in a directory of the machine and outlive the task. The uploader is not essential and is restarted: when the line is down, measuring goes on.',
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
            gateway: { readyAfterSeconds: 3 },
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
