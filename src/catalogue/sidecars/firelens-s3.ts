/** A FireLens router that sends the app's output to a bucket of Amazon S3. */
import { regionOf } from '../../edit/changes/logs.ts';
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';

/** Small files soon: what the router has not yet sent is lost with the task. */
export const firelensS3: Sidecar = routerTo({
  id: 'firelens-s3',
  title: 'FireLens to S3',
  why: 'Sends the output of the app to a bucket. Lines wait in the router until a file is full or a minute has passed: what it has not sent when it is killed is lost.',
  source: {
    text: 'Fluent Bit, output plug-in Amazon S3.',
    url: 'https://docs.fluentbit.io/manual/pipeline/outputs/s3',
    checked: '2026-11-25',
  },
  sends: 'to S3',
  brings: ['no-task-role'],
  roleNeeds: ['Task role: s3:PutObject on the bucket'],
  routed: (task, app) => ({
    options: {
      Name: 's3',
      region: regionOf(task),
      bucket: `${(task.family || app.name).toLowerCase().replace(/[^a-z0-9-]+/g, '-')}-logs`,
      total_file_size: '1M',
      upload_timeout: '1m',
      use_put_object: 'On',
    },
  }),
});
