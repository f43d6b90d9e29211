import { expect, it } from 'vitest';
import type { ContainerDefinition } from './containerDefinition.ts';
import { inferRole } from './role.ts';
import type { TaskDefinition } from './taskDefinition.ts';

function roles(task: TaskDefinition): Record<string, string> {
  return Object.fromEntries(
    (task.containerDefinitions ?? []).flatMap((definition) =>
      definition ? [[definition.name ?? '', inferRole(definition, task)]] : [],
    ),
  );
}

function only(definition: ContainerDefinition): string {
  return inferRole(definition, { containerDefinitions: [definition] });
}

it('the four containers of a payments task are init, proxy, log router and app', () => {
  expect(
    roles({
      family: 'receipts',
      containerDefinitions: [
        { name: 'first', image: 'acme/secrets:1.0', essential: false },
        { name: 'mesh', image: 'envoyproxy/envoy:v1.31.2' },
        { name: 'logs', image: 'acme/fb', firelensConfiguration: { type: 'fluentbit' } },
        {
          name: 'receipts',
          image: 'acme/receipts:prod',
          dependsOn: [
            { containerName: 'first', condition: 'SUCCESS' },
            { containerName: 'mesh', condition: 'HEALTHY' },
          ],
        },
      ],
    }),
  ).toEqual({ first: 'init', mesh: 'proxy', logs: 'logRouter', receipts: 'app' });
});

it.each([
  ['nginx', 'webServer'],
  ['public.ecr.aws/nginx/nginx:latest', 'webServer'],
  ['redis:6.0.8-alpine3.12', 'cache'],
  ['oliver006/redis_exporter:v1.11.1-alpine', 'telemetry'],
  ['postgres:16', 'database'],
  ['public.ecr.aws/aws-observability/aws-otel-collector:latest', 'telemetry'],
  ['amazon/cloudwatch-agent:1.2', 'telemetry'],
  ['public.ecr.aws/datadog/agent:7', 'telemetry'],
  ['public.ecr.aws/aws-observability/aws-for-fluent-bit:stable', 'logRouter'],
  ['840364872350.dkr.ecr.us-east-1.amazonaws.com/aws-appmesh-envoy:v1.29', 'proxy'],
  ['amazon/amazon-ssm-agent:latest', 'agent'],
  ['acme/receipts:1', 'app'],
  ['amazon/aws-otel-goxray-sample-app:v0.0.1', 'app'],
])('image %s is read as %s', (image, role) => {
  expect(only({ name: 'x', image })).toBe(role);
});

it.each([
  [{ name: 'queue-worker', image: 'acme/app' }, 'worker'],
  [{ name: 'x', image: 'acme/app', command: ['celery', '-A', 'app', 'worker'] }, 'worker'],
  [{ name: 'migrate', image: 'acme/app', essential: false }, 'init'],
  [{ name: 'migrate', image: 'acme/app' }, 'app'],
  [{ name: 'app', image: 'nginx' }, 'app'],
  [{ name: 'x', image: 'amazon/aws-cli', essential: false, command: ['s3', 'cp', 'a', 'b'] }, 'init'],
  [
    {
      name: 'x',
      image: 'busybox',
      essential: false,
      command: ['sh', '-c', 'while true; do date; sleep 1; done'],
    },
    'container',
  ],
  [
    {
      name: 'x',
      image: 'amazon/aws-cli',
      essential: false,
      command: ['s3', 'sync', 'a', 'b'],
      restartPolicy: { enabled: true },
    },
    'container',
  ],
  [
    {
      name: 'x',
      image: 'busybox',
      essential: false,
      command: ['httpd'],
      portMappings: [{ containerPort: 80 }],
    },
    'app',
  ],
  [{ name: 'seed', image: 'alpine', essential: false, command: ['tail', '-f', '/dev/null'] }, 'container'],
])('the container %j is read as %s', (definition, role) => {
  expect(only(definition)).toBe(role);
});

it('among unknown containers the one that waits is the app', () => {
  expect(
    roles({
      containerDefinitions: [
        { name: 'one', image: 'acme/one' },
        { name: 'two', image: 'acme/two', dependsOn: [{ containerName: 'one', condition: 'START' }] },
      ],
    }),
  ).toEqual({ one: 'container', two: 'app' });
});

it('among unknown containers the only essential one is the app, whatever the others expose', () => {
  expect(
    roles({
      containerDefinitions: [
        { name: 'one', image: 'acme/one', essential: false, portMappings: [{ containerPort: 80 }] },
        { name: 'two', image: 'acme/two' },
      ],
    }),
  ).toEqual({ one: 'container', two: 'app' });
});

it('a container that logs through a router is none, whatever it is called', () => {
  expect(
    roles({
      containerDefinitions: [
        { name: 'firelens', firelensConfiguration: { type: 'fluentd' } },
        { name: 'logsender', image: 'busybox', logConfiguration: { logDriver: 'awsfirelens' } },
      ],
    }),
  ).toEqual({ firelens: 'logRouter', logsender: 'app' });
});

it('two containers that nothing tells apart are both just containers', () => {
  expect(roles({ containerDefinitions: [{ name: 'one' }, { name: 'two' }] })).toEqual({
    one: 'container',
    two: 'container',
  });
});

it('a proxy is known by the proxy configuration alone', () => {
  expect(
    roles({
      proxyConfiguration: { containerName: 'sidecar' },
      containerDefinitions: [{ name: 'sidecar', image: 'acme/x' }],
    }),
  ).toEqual({ sidecar: 'proxy' });
});
