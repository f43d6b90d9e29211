/** Takes metrics in embedded metric format, and StatsD, from the app and hands them to CloudWatch. */
import { addSidecar, ownLogs, servedOnLinux, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

const ENDPOINT = 'AWS_EMF_AGENT_ENDPOINT';
const CONFIG = JSON.stringify({
  logs: { metrics_collected: { emf: {} } },
  metrics: { metrics_collected: { statsd: {} } },
});

/** Not essential: an app without metrics is better than no app. */
export const cloudWatchAgent: Sidecar = {
  id: 'cloudwatch-agent',
  title: 'CloudWatch agent',
  role: 'telemetry',
  why: 'Takes metrics of the app, in embedded metric format on port 25888 or as StatsD on port 8125, and hands them to CloudWatch. AWS advises OpenTelemetry for new metrics: see the ADOT collector.',
  source: {
    text: 'CloudWatch user guide, Using the CloudWatch agent to send embedded metric format logs: sidecar on Amazon ECS, CW_CONFIG_CONTENT, AWS_EMF_AGENT_ENDPOINT.',
    url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Generation_CloudWatch_Agent.html',
    checked: '2026-11-28',
  },
  adds: [
    'cloudwatch-agent, not essential, with a restart policy and its configuration in CW_CONFIG_CONTENT',
    'the app waits for its START',
    `the app finds it by ${ENDPOINT}`,
  ],
  roleNeeds: [
    'Task role: cloudwatch:PutMetricData and the actions of logs for the log groups of the metrics',
  ],
  brings: ['no-task-role'],
  change: (serves) =>
    changeOf('Add a CloudWatch agent', (writer) => {
      const app = servedOnLinux(writer.task, serves);
      if (isRefusal(app)) return app;
      const name = addSidecar(writer, {
        name: 'cloudwatch-agent',
        image: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300052.0b1024',
        essential: false,
        restartPolicy: { enabled: true },
        environment: [{ name: 'CW_CONFIG_CONTENT', value: CONFIG }],
        ...ownLogs(writer.task, 'cloudwatch-agent'),
      });
      if (app === undefined) return undefined;
      waitFor(writer, app, name, 'START');
      if (!items(app.definition.environment).some(([variable]) => variable.name === ENDPOINT)) {
        writer.append(['containerDefinitions', app.index, 'environment'], {
          name: ENDPOINT,
          value: 'tcp://127.0.0.1:25888',
        });
      }
      return undefined;
    }),
};
