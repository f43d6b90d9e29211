import { connect } from '../edit/changes/dependencies.ts';
import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan, throughRouter } from './terms/starting.ts';

/** An app that runs, and nobody sees what it does. */
export const puzzleBlindApp: Lesson = {
  id: 'puzzle-blind-app',
  title: 'The app that runs blind',
  teaches: 'The task is RUNNING, its log has been empty for hours.',
  story: [
    'The log router crashed after five minutes. The task went on without it. A service would start a new task, if only this one stopped.',
  ],
  start: onFargate({
    family: 'clinic',
    taskRoleArn: 'arn:aws:iam::111122223333:role/clinic-task',
    containerDefinitions: [
      {
        name: 'log-router',
        image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
        essential: false,
        firelensConfiguration: { type: 'fluentbit' },
        logConfiguration: awslogs('/ecs/clinic', 'router'),
      },
      { name: 'app', image: 'acme/clinic:6.0', logConfiguration: throughRouter('/ecs/clinic') },
    ],
  }),
  scenarios: [plan({ 'log-router': { pullSeconds: 1, exits: { afterSeconds: 300, code: 1 } } })],
  questions: [],
  steps: [
    {
      text: 'Have the task stop when it cannot log any more.',
      goals: [{ id: 'task-stops-because', args: { container: 'log-router', code: 1 } }],
      hints: ['Who may die without the task being stopped?', 'Make log-router essential.'],
      solution: [setEssential('container:log-router', true)],
    },
  ],
  keep: [{ id: 'container-logs-through', args: { container: 'app', driver: 'awsfirelens' } }],
  wrong: [
    {
      says: 'The wait is over long before the crash.',
      changes: [connect('container:app', 'container:log-router', 'START')],
    },
    {
      says: 'The app logs past the router, which is then there for nothing.',
      changes: [
        put('Send the lines of app to CloudWatch', 'app', {
          logConfiguration: awslogs('/ecs/clinic', 'app'),
        }),
      ],
    },
    {
      says: 'The router comes back, and the lines in between are lost; what was asked for is an end.',
      changes: [
        put('Restart log-router', 'log-router', {
          restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
        }),
      ],
    },
  ],
  terms: ['firelens', 'essential'],
  learnt:
    'dependsOn looks at a container until its dependents have started. What happens later is a matter of essential.',
};
