import { addVolume } from '../edit/changes/volumes.ts';
import type { Lesson } from './lesson.ts';
import { addExactly, put } from './terms/changing.ts';
import { awslogs, onFargate, plan, throughRouter, whatIf } from './terms/starting.ts';

const logs = (prefix: string) => awslogs('/ecs/receipts', prefix);
const behaviours = {
  'secrets-init': { pullSeconds: 1, exits: { afterSeconds: 2, code: 0 } },
  envoy: { pullSeconds: 2, readyAfterSeconds: 9 },
  'log-router': { pullSeconds: 1.6, readyAfterSeconds: 1 },
  app: { pullSeconds: 2 },
};

/** All of it together, from a blank task. */
export const fourContainers: Lesson = {
  id: 'four-containers',
  title: 'The whole of it: four containers from blank',
  teaches:
    'You can build a task with an init container, a proxy, a log router and an app that waits for all.',
  story: [
    'A payments team moves three concerns out of its app. secrets-init writes a file to a volume called shared and leaves. envoy carries the outgoing calls. log-router takes what the app writes. The app starts when all three are ready.',
    'There is nothing here but the app. Add what is missing, by the catalogue on the left or as JSON; the names must be these four.',
  ],
  start: onFargate({
    family: 'receipts',
    taskRoleArn: 'arn:aws:iam::111122223333:role/receipts-task',
    containerDefinitions: [
      {
        name: 'app',
        image: 'acme/receipts:1.0',
        portMappings: [{ containerPort: 3000 }],
        logConfiguration: logs('app'),
      },
    ],
  }),
  scenarios: [
    plan(behaviours),
    whatIf('no-secrets', 'The secrets cannot be read', {
      ...behaviours,
      'secrets-init': { pullSeconds: 1, exits: { afterSeconds: 2, code: 1 } },
    }),
  ],
  questions: [],
  steps: [
    {
      text: 'Add secrets-init: it writes to the volume shared, leaves, and the app reads what it left, and only that.',
      goals: [
        { id: 'files-are-ready', args: { container: 'app' } },
        { id: 'container-mounts', args: { container: 'app', volume: 'shared', access: 'read-only' } },
        { id: 'container-is-essential', args: { container: 'secrets-init', is: 'not essential' } },
        { id: 'container-never-starts', args: { container: 'app' }, scenario: 'no-secrets' },
      ],
      hints: [
        'The catalogue on the left has an Init container that does all this in one step.',
        'It must not be essential, the app waits for its SUCCESS, and both mount shared.',
      ],
      solution: [
        addVolume('task', 'shared'),
        addExactly('Add secrets-init', {
          name: 'secrets-init',
          image: 'acme/secrets-init:1.0',
          essential: false,
          mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared' }],
          logConfiguration: logs('init'),
        }),
        put('Have app read what it leaves, after it has left', 'app', {
          mountPoints: [{ sourceVolume: 'shared', containerPath: '/shared', readOnly: true }],
          dependsOn: [{ containerName: 'secrets-init', condition: 'SUCCESS' }],
        }),
      ],
    },
    {
      text: 'Add envoy, and have the app wait until it answers.',
      goals: [
        { id: 'container-is-healthy', args: { container: 'envoy', before: 40 } },
        { id: 'container-waits-for', args: { container: 'app', other: 'envoy', condition: 'HEALTHY' } },
        { id: 'container-stops-after', args: { container: 'envoy', other: 'app' } },
      ],
      hints: [
        'Envoy says at its admin port, 9901, under /ready, whether it is ready.',
        'Give it a health check, and have the app wait for HEALTHY. The catalogue has an Envoy that brings both.',
      ],
      solution: [
        addExactly('Add envoy', {
          name: 'envoy',
          image: 'envoyproxy/envoy:v1.31.0',
          essential: true,
          healthCheck: {
            command: [
              'CMD',
              'bash',
              '-c',
              "exec 3<>/dev/tcp/127.0.0.1/9901 && printf 'GET /ready HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q LIVE <&3",
            ],
            interval: 5,
            timeout: 2,
            retries: 3,
            startPeriod: 10,
          },
          logConfiguration: logs('envoy'),
        }),
        put('Have app wait for envoy HEALTHY', 'app', {
          dependsOn: [
            { containerName: 'secrets-init', condition: 'SUCCESS' },
            { containerName: 'envoy', condition: 'HEALTHY' },
          ],
        }),
      ],
    },
    {
      text: 'Add log-router, send the lines of the app through it, and lose none.',
      goals: [
        { id: 'container-has', args: { container: 'log-router', what: 'firelensConfiguration' } },
        { id: 'container-logs-through', args: { container: 'app', driver: 'awsfirelens' } },
        { id: 'container-logs-through', args: { container: 'log-router', driver: 'awslogs' } },
        { id: 'container-is-essential', args: { container: 'log-router', is: 'essential' } },
      ],
      hints: [
        'The router needs firelensConfiguration and a driver of its own; the app gets awsfirelens.',
        'A FireLens router from the catalogue does all of it; give it the name log-router.',
      ],
      solution: [
        addExactly('Add log-router', {
          name: 'log-router',
          image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
          essential: true,
          firelensConfiguration: { type: 'fluentbit' },
          logConfiguration: logs('router'),
        }),
        put('Send the lines of app through it', 'app', { logConfiguration: throughRouter('/ecs/receipts') }),
      ],
    },
  ],
  keep: [
    { id: 'task-reaches-running', args: { before: 60 } },
    { id: 'task-keeps-running', args: {} },
    { id: 'no-log-lost', args: {} },
  ],
  wrong: [
    {
      says: 'secrets-init is essential: its exit ends the task, and ECS refuses to let anybody wait for it.',
      from: 'solution',
      changes: [put('Make secrets-init essential', 'secrets-init', { essential: true })],
    },
    {
      says: 'The app waits until envoy has started, not until it answers.',
      from: 'solution',
      changes: [
        put('Have app wait for envoy START', 'app', {
          dependsOn: [
            { containerName: 'secrets-init', condition: 'SUCCESS' },
            { containerName: 'envoy', condition: 'START' },
          ],
        }),
      ],
    },
    {
      says: 'With COMPLETE the app starts without its secrets when they cannot be read.',
      from: 'solution',
      changes: [
        put('Have app wait for secrets-init COMPLETE', 'app', {
          dependsOn: [
            { containerName: 'secrets-init', condition: 'COMPLETE' },
            { containerName: 'envoy', condition: 'HEALTHY' },
          ],
        }),
      ],
    },
    {
      says: 'A log router that is not essential dies in silence, and the app runs on blind.',
      from: 'solution',
      changes: [put('Make log-router non-essential', 'log-router', { essential: false })],
    },
    {
      says: 'All four are there, and the app has lost the way to its log router: its lines go past it.',
      from: 'solution',
      changes: [
        put('Send the lines of app straight to CloudWatch', 'app', { logConfiguration: logs('app') }),
      ],
    },
  ],
  terms: ['initContainer', 'sidecar', 'firelens', 'dependsOn', 'taskRole'],
  learnt:
    'Order is dependsOn with the right condition, life is essential, files are a volume mounted twice, the network is free, logs have a router, and one task role serves all four.',
};
