/** Takes metrics and traces of the app and of the task and sends them to Datadog. */
import { regionOf } from '../../edit/changes/logs.ts';
import { addSidecar, ownLogs, served, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';
import { secretToMake } from '../toMake.ts';

/** The agent as Datadog documents it for Fargate; elsewhere it runs as a daemon, one an instance. */
export const datadogAgent: Sidecar = {
  id: 'datadog-agent',
  title: 'Datadog agent',
  role: 'telemetry',
  why: 'Reads the metrics of the task and takes traces of the app on port 8126. Put in your site and the ARN of the secret that holds your key.',
  source: {
    text: 'Datadog, Amazon ECS on AWS Fargate: image and ECS_FARGATE. ECS does not count the health of a container that is not essential.',
    url: 'https://docs.datadoghq.com/integrations/ecs_fargate/',
    checked: '2026-11-25',
  },
  adds: [
    'datadog-agent, not essential, with a restart policy',
    'its key as a secret from Secrets Manager',
    'the app waits for its START',
  ],
  roleNeeds: ['Execution role: secretsmanager:GetSecretValue for the key'],
  brings: ['exec-role-secrets'],
  change: (serves) =>
    changeOf('Add a Datadog agent', (writer) => {
      const { task } = writer;
      const app = served(task, serves);
      if (isRefusal(app)) return app;
      const onFargate = items(task.requiresCompatibilities).some(([capacity]) => capacity === 'FARGATE');
      const name = addSidecar(writer, {
        name: 'datadog-agent',
        image: 'public.ecr.aws/datadog/agent:7',
        essential: false,
        environment: [
          ...(onFargate ? [{ name: 'ECS_FARGATE', value: 'true' }] : []),
          { name: 'DD_SITE', value: 'datadoghq.com' },
          { name: 'DD_APM_ENABLED', value: 'true' },
        ],
        secrets: [{ name: 'DD_API_KEY', valueFrom: secretToMake(task, regionOf(task), 'datadog/api-key') }],
        restartPolicy: { enabled: true },
        ...ownLogs(task, 'datadog'),
      });
      if (app !== undefined) waitFor(writer, app, name, 'START');
      return undefined;
    }),
};
