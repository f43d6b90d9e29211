/** Receives traces and metrics from the app and hands them to AWS. */
import { addSidecar, ownLogs, servedOnLinux, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

const ENDPOINT = 'OTEL_EXPORTER_OTLP_ENDPOINT';

/** The AWS Distro for OpenTelemetry with the configuration for ECS that lies in its image. */
export const adotCollector: Sidecar = {
  id: 'adot-collector',
  title: 'ADOT collector',
  role: 'telemetry',
  why: 'Takes what the OpenTelemetry SDK of the app sends to localhost and hands traces to X-Ray and metrics to CloudWatch. It takes the place of the X-Ray daemon.',
  source: {
    text: 'ADOT, setting up the collector in Amazon ECS. The image holds no shell: its health check is the bare command /healthcheck.',
    url: 'https://aws-otel.github.io/docs/setup/ecs',
    checked: '2026-11-24',
  },
  adds: [
    'aws-otel-collector, essential, with the health check /healthcheck',
    'the app waits for it HEALTHY',
    `the app finds it by ${ENDPOINT}`,
  ],
  brings: ['no-task-role'],
  roleNeeds: [
    'Task role: xray:PutTraceSegments, xray:PutTelemetryRecords, xray:GetSamplingRules, xray:GetSamplingTargets',
    'Task role: logs:CreateLogGroup, logs:CreateLogStream, logs:PutLogEvents for metrics',
  ],
  change: (serves) =>
    changeOf('Add an ADOT collector', (writer) => {
      const app = servedOnLinux(writer.task, serves);
      if (isRefusal(app)) return app;
      const name = addSidecar(writer, {
        name: 'aws-otel-collector',
        image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0',
        essential: true,
        command: ['--config=/etc/ecs/ecs-default-config.yaml'],
        startTimeout: 60,
        healthCheck: {
          command: ['CMD', '/healthcheck'],
          interval: 5,
          timeout: 3,
          retries: 5,
          startPeriod: 10,
        },
        ...ownLogs(writer.task, 'otel'),
      });
      if (app === undefined) return undefined;
      waitFor(writer, app, name, 'HEALTHY');
      if (!items(app.definition.environment).some(([variable]) => variable.name === ENDPOINT)) {
        writer.append(['containerDefinitions', app.index, 'environment'], {
          name: ENDPOINT,
          value: 'http://localhost:4317',
        });
      }
      return undefined;
    }),
};
