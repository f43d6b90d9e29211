/** IIS on Windows Server, on Fargate. */
import type { ExampleTask } from '../entry.ts';

const TEXT = String.raw`{
  "family": "intranet",
  "taskRoleArn": "arn:aws:iam::111122223333:role/intranet-task",
  "executionRoleArn": "arn:aws:iam::111122223333:role/intranet-execution",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "4096",
  "containerDefinitions": [
    {
      "name": "site-init",
      "image": "acme/intranet-site:12.4-ltsc2022",
      "memory": 512,
      "essential": false,
      "startTimeout": 120,
      "command": ["powershell", "-Command", "Copy-Item -Recurse C:\\content\\* C:\\site"],
      "mountPoints": [{ "sourceVolume": "site", "containerPath": "C:\\site" }],
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/intranet",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "site-init"
        }
      }
    },
    {
      "name": "iis",
      "image": "mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022",
      "memory": 2048,
      "essential": true,
      "portMappings": [{ "containerPort": 80, "protocol": "tcp" }],
      "dependsOn": [{ "containerName": "site-init", "condition": "SUCCESS" }],
      "mountPoints": [{ "sourceVolume": "site", "containerPath": "C:\\inetpub\\wwwroot", "readOnly": true }],
      "healthCheck": {
        "command": [
          "CMD",
          "powershell",
          "-Command",
          "if ((Invoke-WebRequest -UseBasicParsing http://localhost/).StatusCode -ne 200) { exit 1 }"
        ],
        "interval": 30,
        "timeout": 10,
        "retries": 3,
        "startPeriod": 60
      },
      "logConfiguration": {
        "logDriver": "awslogs",
        "options": {
          "awslogs-group": "/ecs/intranet",
          "awslogs-region": "eu-west-1",
          "awslogs-stream-prefix": "iis"
        }
      }
    }
  ],
  "volumes": [{ "name": "site" }],
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE", "cpuArchitecture": "X86_64" }
}
`;

/** What is different: paths, health checks by PowerShell, images that must match the version of the host. */
export const windows: ExampleTask = {
  id: 'windows',
  title: 'Windows',
  why: 'Two Windows containers on Fargate: the site is copied into a volume, then IIS serves it.',
  text: TEXT,
  parts: {
    notes: {
      v: 1,
      notes: [
        {
          id: 'story',
          text: 'The images must be built for the version in runtimePlatform. Images of Windows are large: pulling takes a minute, not seconds. There is no shell but PowerShell, so commands and health checks use that; fields of Linux such as linuxParameters or ulimits do not exist here.',
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
            'site-init': { pullSeconds: 40, exits: { afterSeconds: 5, code: 0 } },
            iis: { pullSeconds: 60, readyAfterSeconds: 15 },
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
