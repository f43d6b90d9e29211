import { connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan, throughRouter } from './terms/starting.ts';

const CHECK = {
  command: ['CMD-SHELL', 'curl -sf http://127.0.0.1:2020/api/v1/uptime || exit 1'],
  interval: 5,
  timeout: 2,
  retries: 3,
  startPeriod: 10,
};

/** The seconds in which lines are written and nobody takes them. */
export const logLoss: Lesson = {
  id: 'log-loss',
  title: 'Windows in which logs are lost',
  teaches: 'You can close the windows at the start and at the stop of a task in which lines get lost.',
  story: [
    'All goes through a log router, and yet the first lines after each deployment are missing: the ones that say which version it is. The router needs some seconds until it takes lines.',
    'ECS makes the app wait until the router has started, and no longer.',
  ],
  start: onFargate({
    family: 'ledger',
    taskRoleArn: 'arn:aws:iam::111122223333:role/ledger-task',
    containerDefinitions: [
      {
        name: 'log-router',
        image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
        firelensConfiguration: { type: 'fluentbit' },
        healthCheck: CHECK,
        logConfiguration: awslogs('/ecs/ledger', 'router'),
      },
      { name: 'app', image: 'acme/ledger:8.4', logConfiguration: throughRouter('/ecs/ledger') },
    ],
  }),
  scenarios: [plan({ 'log-router': { pullSeconds: 2, readyAfterSeconds: 6 }, app: { pullSeconds: 1 } })],
  questions: [
    {
      id: 'who-first',
      text: 'When the task is stopped, who is sent the stop signal first?',
      choices: () => ['app', 'log-router', 'both together'],
      answer({ events }) {
        const signalled = events.filter(({ type }) => type === 'signalled');
        const at = signalled[0]?.at ?? 0;
        const together = signalled.filter((event) => event.at === at);
        return {
          choice: together.length > 1 ? 'both together' : (together[0]?.container ?? ''),
          at,
          why: 'awsfirelens makes the app depend on the router, so the router stays until the app has left.',
        };
      },
    },
  ],
  steps: [
    {
      text: 'Lose no line.',
      goals: [{ id: 'no-log-lost', args: {} }],
      hints: [
        'The router has a health check. Who listens to it?',
        'What ECS adds by itself is START. What you write yourself may ask for more.',
        'Have the app wait for log-router with HEALTHY.',
      ],
      solution: [connect('container:app', 'container:log-router', 'HEALTHY')],
    },
  ],
  keep: [
    { id: 'container-logs-through', args: { container: 'app', driver: 'awsfirelens' } },
    { id: 'container-starts', args: { container: 'app', before: 60 } },
  ],
  wrong: [
    {
      says: 'START is what ECS adds anyway.',
      changes: [connect('container:app', 'container:log-router', 'START')],
    },
    {
      says: 'A shorter interval makes the window smaller. It does not close it.',
      changes: [put('Check every 5 seconds, and at once', 'log-router', { 'healthCheck.startPeriod': 60 })],
    },
    {
      says: 'An app that writes to CloudWatch directly loses nothing, but then the router is for nothing.',
      changes: [
        put('Send the lines of app to CloudWatch', 'app', {
          logConfiguration: awslogs('/ecs/ledger', 'app'),
        }),
      ],
    },
  ],
  terms: ['firelens', 'implicitDependency', 'HEALTHY'],
  learnt:
    'awsfirelens brings the order, START, but not the readiness. HEALTHY closes the window at the start; the same edge keeps the router alive at the stop until the app has said its last words.',
};
