/** A FireLens router that sends the app's output to Amazon OpenSearch Service. */
import { regionOf } from '../../edit/changes/logs.ts';
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';

/** Signed with the task role; the access policy of the domain must let that role in as well. */
export const firelensOpenSearch: Sidecar = routerTo({
  id: 'firelens-opensearch',
  title: 'FireLens to OpenSearch',
  why: 'Sends the output of the app to a domain of Amazon OpenSearch Service, signed with the task role. Put in the endpoint of your domain.',
  source: {
    text: 'Fluent Bit, output plug-in OpenSearch.',
    url: 'https://docs.fluentbit.io/manual/pipeline/outputs/opensearch',
    checked: '2026-11-25',
  },
  sends: 'to OpenSearch',
  brings: ['no-task-role'],
  roleNeeds: ['Task role: es:ESHttp* on the domain, and the access policy of the domain lets the role in'],
  routed: (task, app) => ({
    options: {
      Name: 'opensearch',
      Host: `search-logs.${regionOf(task)}.es.amazonaws.com`,
      Port: '443',
      tls: 'On',
      AWS_Auth: 'On',
      AWS_Region: regionOf(task),
      Index: app.name,
      Suppress_Type_Name: 'On',
    },
  }),
});
