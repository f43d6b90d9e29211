/** The CloudWatch agent as a sidecar. */
import { because, type Feature } from './feature.ts';
import { runs } from './telemetryImages.ts';

export const cloudWatchAgent: Feature = {
  id: 'cloudwatch-agent',
  title: 'Send metrics with the CloudWatch agent',
  source: {
    text: 'Managed policy CloudWatchAgentServerPolicy, its part for containers',
    checked: '2026-11-23',
  },
  *needs({ containers }) {
    for (const container of containers) {
      if (!runs(container, 'cloudWatchAgent')) continue;
      const reason = because(container, ['image'], 'is the CloudWatch agent');
      yield {
        role: 'task',
        actions: [
          'cloudwatch:PutMetricData',
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
        ],
        resources: ['*'],
        reason,
      };
    }
  },
};
