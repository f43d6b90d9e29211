/** One container on Fargate. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "my-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "public.ecr.aws/docker/library/nginx:1.27",
      "essential": true,
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/my-task",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app"
        }
      }
    }
  ]
}
`;

/** The smallest task that does something: a web server that writes to CloudWatch. */
export const blank: ExampleTask = {
  id: 'blank',
  title: 'Blank task',
  why: 'One container on Fargate to begin with.',
  text: TEXT,
  parts: {},
};
