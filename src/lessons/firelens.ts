import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan, throughRouter } from './terms/starting.ts';

/** Who logs through the router, and who logs the router. */
export const firelens: Lesson = {
  id: 'firelens',
  title: 'FireLens, and who logs the logger',
  teaches: 'You can route the lines of an app through Fluent Bit, and still see what the router itself says.',
  story: [
    'A Fluent Bit container is there to take the lines of the app. So far it takes nothing: the app writes to CloudWatch directly, and the container is no log router yet.',
  ],
  start: onFargate({
    family: 'billing',
    taskRoleArn: 'arn:aws:iam::111122223333:role/billing-task',
    containerDefinitions: [
      {
        name: 'router',
        image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
      },
      { name: 'app', image: 'acme/billing:2.8', logConfiguration: awslogs('/ecs/billing', 'app') },
    ],
  }),
  scenarios: [plan()],
  questions: [],
  steps: [
    {
      text: 'Make router the log router of the task, and let its own lines go to CloudWatch.',
      goals: [
        { id: 'container-has', args: { container: 'router', what: 'firelensConfiguration' } },
        { id: 'container-logs-through', args: { container: 'router', driver: 'awslogs' } },
      ],
      hints: [
        'One member makes a container the router: firelensConfiguration.',
        'Its type is fluentbit. Its own lines cannot go through itself.',
        'Give router the log driver awslogs with a group, a region and a stream prefix.',
      ],
      solution: [
        put('Make router the log router', 'router', { firelensConfiguration: { type: 'fluentbit' } }),
        put('Send its own lines to CloudWatch', 'router', {
          logConfiguration: awslogs('/ecs/billing', 'router'),
        }),
      ],
    },
    {
      text: 'Send the lines of the app through the router.',
      goals: [{ id: 'container-logs-through', args: { container: 'app', driver: 'awsfirelens' } }],
      hints: [
        'The log driver of the app decides where its lines go.',
        'Choose awsfirelens. Its options are those of a Fluent Bit output: Name, and what that output needs.',
      ],
      solution: [
        put('Send the lines of app through the router', 'app', {
          logConfiguration: throughRouter('/ecs/billing'),
        }),
      ],
    },
  ],
  keep: [{ id: 'task-reaches-running', args: {} }],
  wrong: [
    {
      says: 'Only the driver of the app is changed: without a router ECS refuses it.',
      changes: [
        put('Send the lines of app through the router', 'app', {
          logConfiguration: throughRouter('/ecs/billing'),
        }),
      ],
    },
    {
      says: 'The router sends its own lines to itself.',
      changes: [
        put('Make router the log router', 'router', {
          firelensConfiguration: { type: 'fluentbit' },
          logConfiguration: throughRouter('/ecs/billing'),
        }),
        put('Send the lines of app through the router', 'app', {
          logConfiguration: throughRouter('/ecs/billing'),
        }),
      ],
    },
    {
      says: 'The wrong one of the two became the router.',
      changes: [
        put('Make app the log router', 'app', { firelensConfiguration: { type: 'fluentbit' } }),
        put('Send the lines of router through it', 'router', {
          logConfiguration: throughRouter('/ecs/billing'),
        }),
      ],
    },
  ],
  terms: ['firelens', 'awslogs'],
  learnt:
    'firelensConfiguration makes the router, awsfirelens on each other container sends lines to it. The router needs another driver, or its last words are lost just when one needs them.',
};
