/** A web app with nginx in front. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "bakery",
  "taskRoleArn": "arn:aws:iam::111122223333:role/bakery-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/bakery-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "512",
  "memory": "1024",
  "containerDefinitions": [
    {
      "name": "assets",
      "image": "acme/bakery:3.8.0",
      "memory": 128,
      "essential": false,
      "startTimeout": 60,
      "command": ["sh", "-c", "cp -r /app/public/. /static/"],
      "mountPoints": [{ "sourceVolume": "static", "containerPath": "/static" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/bakery",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "assets"
        }
      }
    },
    {
      "name": "app",
      "image": "acme/bakery:3.8.0",
      "memory": 512,
      "essential": true,
      "startTimeout": 120,
      "portMappings": [{ "containerPort": 3000, "protocol": "tcp" }],
      "healthCheck": {
        "command": ["CMD-SHELL", "curl -f http://localhost:3000/health || exit 1"],
        "interval": 5,
        "timeout": 2,
        "retries": 3,
        "startPeriod": 20
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/bakery",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app"
        }
      }
    },
    {
      "name": "nginx",
      "image": "acme/bakery-nginx:1.27-2",
      "memory": 128,
      "essential": true,
      "dependsOn": [
        { "containerName": "assets", "condition": "SUCCESS" },
        { "containerName": "app", "condition": "HEALTHY" }
      ],
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }],
      "mountPoints": [{ "sourceVolume": "static", "containerPath": "/usr/share/nginx/html", "readOnly": true }],
      "healthCheck": {
        "command": ["CMD-SHELL", "curl -fsS http://127.0.0.1/nginx-health || exit 1"],
        "interval": 10,
        "timeout": 3,
        "retries": 3,
        "startPeriod": 5
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/bakery",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "nginx"
        }
      }
    }
  ],
  "volumes": [{ "name": "static" }]
}
`;

/** nginx serves the files and hands the rest to the app. */
export const webWithNginx: ExampleTask = {
  id: 'web-with-nginx',
  title: 'Web app with nginx',
  why: 'Three containers: the static files are copied out of the image of the app, and nginx opens its port when the app is healthy.',
  text: TEXT,
  parts: {
    notes: {
      v: 1,
      notes: [
        {
          id: 'story',
          text: 'The load balancer sees port 80 only. nginx starts last, so no request comes before the app can answer: assets must have ended with 0, app must be HEALTHY. All files that nginx serves come from the image of the app, so the two can never differ.',
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
            assets: { exits: { afterSeconds: 1.5, code: 0 } },
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
