/** Takes the app's output and sends it where the app need not know. */
import { logGroupOf, regionOf } from '../../edit/changes/logs.ts';
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';

/** Fluent Bit as a FireLens router to CloudWatch, with the group that the app had before. */
export const firelensRouter: Sidecar = routerTo({
  id: 'firelens-router',
  title: 'FireLens router',
  why: 'Sends the output of the app to any destination of Fluent Bit, here to CloudWatch: change the options of the app to send elsewhere. Its own output goes another way, or its errors would be lost when it breaks.',
  source: {
    text: 'ECS developer guide, Send Amazon ECS logs to an AWS service or AWS Partner; image tags of aws-for-fluent-bit.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
    checked: '2026-11-24',
  },
  sends: 'to CloudWatch',
  brings: ['no-task-role'],
  roleNeeds: [
    'Task role: logs:CreateLogGroup, logs:CreateLogStream and logs:PutLogEvents for the output to CloudWatch',
  ],
  routed: (task, app, now) => ({
    options: {
      Name: 'cloudwatch_logs',
      region: now?.options?.['awslogs-region'] ?? regionOf(task),
      log_group_name: now?.options?.['awslogs-group'] ?? logGroupOf(task),
      log_stream_prefix: `${now?.options?.['awslogs-stream-prefix'] ?? app.name}/`,
      auto_create_group: 'true',
    },
  }),
});
