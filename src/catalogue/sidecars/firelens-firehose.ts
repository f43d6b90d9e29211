/** A FireLens router that sends the app's output to Amazon Data Firehose. */
import { regionOf } from '../../edit/changes/logs.ts';
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';

/** The delivery stream must exist: Fluent Bit does not make it. */
export const firelensFirehose: Sidecar = routerTo({
  id: 'firelens-firehose',
  title: 'FireLens to Firehose',
  why: 'Sends the output of the app to a delivery stream of Amazon Data Firehose, and from there to S3, OpenSearch or Redshift.',
  source: {
    text: 'Fluent Bit, output plug-in Amazon Kinesis Data Firehose.',
    url: 'https://docs.fluentbit.io/manual/pipeline/outputs/firehose',
    checked: '2026-11-25',
  },
  sends: 'to Firehose',
  brings: ['no-task-role'],
  roleNeeds: ['Task role: firehose:PutRecordBatch on the delivery stream'],
  routed: (task, app) => ({
    options: {
      Name: 'kinesis_firehose',
      region: regionOf(task),
      delivery_stream: `${task.family || app.name}-logs`,
    },
  }),
});
