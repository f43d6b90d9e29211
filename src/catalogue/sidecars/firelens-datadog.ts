/** A FireLens router that sends the app's output to Datadog. */
import { regionOf } from '../../edit/changes/logs.ts';
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';
import { secretToMake } from '../toMake.ts';

/** The key comes from Secrets Manager as a secret option: it never stands in the definition. */
export const firelensDatadog: Sidecar = routerTo({
  id: 'firelens-datadog',
  title: 'FireLens to Datadog',
  why: 'Sends the output of the app to Datadog. Put in your own site and the ARN of the secret that holds your key.',
  source: {
    text: 'Fluent Bit, output plug-in Datadog; Datadog, Fluent Bit and FireLens.',
    url: 'https://docs.datadoghq.com/integrations/fluentbit/',
    checked: '2026-11-25',
  },
  sends: 'to Datadog',
  brings: ['exec-role-log-secrets'],
  roleNeeds: ['Execution role: secretsmanager:GetSecretValue for the key'],
  routed: (task, app) => ({
    options: {
      Name: 'datadog',
      Host: 'http-intake.logs.datadoghq.com',
      TLS: 'on',
      compress: 'gzip',
      dd_service: app.name,
      dd_source: 'ecs',
    },
    secretOptions: [{ name: 'apikey', valueFrom: secretToMake(task, regionOf(task), 'datadog/api-key') }],
  }),
});
