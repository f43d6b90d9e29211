/** Output that ECS sends to CloudWatch Logs. */
import { logGroupArn } from './arns.ts';
import { because, type Feature } from './feature.ts';

export const awslogs: Feature = {
  id: 'awslogs',
  title: 'Write to CloudWatch Logs',
  source: {
    text: 'Amazon ECS Developer Guide, awslogs log driver',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    for (const container of containers) {
      const { logDriver, options } = container.definition.logConfiguration ?? {};
      if (logDriver !== 'awslogs') continue;
      const group = logGroupArn(at, options?.['awslogs-group'], options?.['awslogs-region']);
      yield {
        role: 'execution',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${group}:*`],
        reason: because(container, ['logConfiguration'], 'logs through awslogs'),
      };
      // AmazonECSTaskExecutionRolePolicy does not hold this one.
      if (options?.['awslogs-create-group']?.toLowerCase() === 'true') {
        yield {
          role: 'execution',
          actions: ['logs:CreateLogGroup'],
          resources: [`${group}*`],
          reason: because(
            container,
            ['logConfiguration', 'options', 'awslogs-create-group'],
            'its log group is created on start',
          ),
        };
      }
    }
  },
};
