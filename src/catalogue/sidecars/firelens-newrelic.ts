/** A FireLens router that sends the app's output to New Relic. */
import { regionOf } from '../../edit/changes/logs.ts';
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';
import { secretToMake } from '../toMake.ts';

/** The licence key comes from Secrets Manager as a secret option. */
export const firelensNewRelic: Sidecar = routerTo({
  id: 'firelens-newrelic',
  title: 'FireLens to New Relic',
  why: 'Sends the output of the app to New Relic. For an account in the EU add the option base_uri; put in the ARN of the secret that holds your licence key.',
  source: {
    text: 'Fluent Bit, output plug-in New Relic (nrlogs).',
    url: 'https://docs.fluentbit.io/manual/pipeline/outputs/new-relic',
    checked: '2026-11-25',
  },
  sends: 'to New Relic',
  brings: ['exec-role-log-secrets'],
  roleNeeds: ['Execution role: secretsmanager:GetSecretValue for the licence key'],
  routed: (task) => ({
    options: { Name: 'nrlogs' },
    secretOptions: [
      { name: 'license_key', valueFrom: secretToMake(task, regionOf(task), 'newrelic/license-key') },
    ],
  }),
});
