/** A FireLens router that sends the app's output to Splunk. */
import { regionOf } from '../../edit/changes/logs.ts';
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';
import { secretToMake } from '../toMake.ts';

/** The token of the HTTP Event Collector comes from Secrets Manager as a secret option. */
export const firelensSplunk: Sidecar = routerTo({
  id: 'firelens-splunk',
  title: 'FireLens to Splunk',
  why: 'Sends the output of the app to the HTTP Event Collector of Splunk. Put in your own host and the ARN of the secret that holds its token.',
  source: {
    text: 'Fluent Bit, output plug-in Splunk.',
    url: 'https://docs.fluentbit.io/manual/pipeline/outputs/splunk',
    checked: '2026-11-25',
  },
  sends: 'to Splunk',
  brings: ['exec-role-log-secrets'],
  roleNeeds: ['Execution role: secretsmanager:GetSecretValue for the token'],
  routed: (task, app) => ({
    options: {
      Name: 'splunk',
      host: 'hec.splunk.internal',
      port: '8088',
      tls: 'On',
      event_source: app.name,
    },
    secretOptions: [
      { name: 'splunk_token', valueFrom: secretToMake(task, regionOf(task), 'splunk/hec-token') },
    ],
  }),
});
