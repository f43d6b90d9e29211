/** The AWS Distro for OpenTelemetry collector with its default pipelines: traces to X-Ray, metrics as EMF logs. */
import { because, type Feature } from './feature.ts';
import { runs, X_RAY_ACTIONS } from './telemetryImages.ts';

export const adotCollector: Feature = {
  id: 'adot-collector',
  title: 'Send traces and metrics with the ADOT collector',
  source: {
    text: 'AWS Distro for OpenTelemetry, permissions of the collector',
    url: 'https://aws-otel.github.io/docs/setup/permissions',
    checked: '2026-11-23',
  },
  *needs({ containers, at }) {
    for (const container of containers) {
      if (!runs(container, 'adot')) continue;
      const reason = because(container, ['image'], 'is the ADOT collector');
      yield { role: 'task', actions: X_RAY_ACTIONS, resources: ['*'], reason };
      yield {
        role: 'task',
        actions: [
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:DescribeLogGroups',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
        ],
        resources: [`arn:${at.partition}:logs:${at.region}:${at.account}:*`],
        reason,
      };
    }
  },
};
