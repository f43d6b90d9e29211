/** A model on a GPU, which only instances have. */
import type { ExampleTask } from '../entry.ts';

const TEXT = `{
  "family": "captions",
  "taskRoleArn": "arn:aws:iam::111122223333:role/captions-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/captions-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["EC2"],
  "cpu": "4096",
  "memory": "14336",
  "containerDefinitions": [
    {
      "name": "model-init",
      "image": "public.ecr.aws/aws-cli/aws-cli:2.22.0",
      "memory": 512,
      "essential": false,
      "startTimeout": 300,
      "command": ["s3", "cp", "--recursive", "s3://captions-models/large-v3/", "/models/"],
      "mountPoints": [{ "sourceVolume": "models", "containerPath": "/models" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/captions",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "model-init"
        }
      }
    },
    {
      "name": "app",
      "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/captions:1.9.0",
      "memory": 12288,
      "essential": true,
      "stopTimeout": 90,
      "portMappings": [{ "containerPort": 8000, "protocol": "tcp" }],
      "dependsOn": [{ "containerName": "model-init", "condition": "SUCCESS" }],
      "resourceRequirements": [{ "type": "GPU", "value": "1" }],
      "mountPoints": [{ "sourceVolume": "models", "containerPath": "/models", "readOnly": true }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/captions",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "app"
        }
      }
    }
  ],
  "volumes": [{ "name": "models" }]
}
`;

/** Fargate has no GPUs, so this one asks for EC2 alone. */
export const gpuOnEc2: ExampleTask = {
  id: 'gpu-on-ec2',
  title: 'GPU on EC2',
  why: 'Two containers on EC2: the weights are fetched first, then the model gets one whole GPU of the instance.',
  text: TEXT,
  parts: {
    notes: {
      v: 1,
      notes: [
        {
          id: 'story',
          text: 'resourceRequirements keeps one GPU of the instance for app alone; no other container sees it. ECS finds an instance that has one free. On EC2 a startTimeout may be longer than the two minutes of Fargate: the weights take a minute and a half.',
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
            'model-init': { exits: { afterSeconds: 85, code: 0 } },
            app: { pullSeconds: 30, readyAfterSeconds: 20 },
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
