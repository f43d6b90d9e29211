/** All that the catalogue offers, in the order of the palette. */
import { containerTemplates as containers } from './containers.ts';
import type { ContainerTemplate, ExampleTask, LogTemplate, Sidecar, VolumeTemplate } from './entry.ts';
import { batchWithComplete } from './examples/batch-with-complete.ts';
import { blank } from './examples/blank.ts';
import { checkout } from './examples/checkout.ts';
import { ecsAnywhere } from './examples/ecs-anywhere.ts';
import { gpuOnEc2 } from './examples/gpu-on-ec2.ts';
import { payments } from './examples/payments.ts';
import { tracingWithAdot } from './examples/tracing-with-adot.ts';
import { webCacheWorker } from './examples/web-cache-worker.ts';
import { webWithNginx } from './examples/web-with-nginx.ts';
import { windows } from './examples/windows.ts';
import { workerWithMigration } from './examples/worker-with-migration.ts';
import { logTemplates as logs } from './logs.ts';
import { adotCollector } from './sidecars/adot-collector.ts';
import { appMeshEnvoy } from './sidecars/app-mesh-envoy.ts';
import { cloudWatchAgent } from './sidecars/cloudwatch-agent.ts';
import { configFromS3 } from './sidecars/config-from-s3.ts';
import { databaseMigration } from './sidecars/database-migration.ts';
import { datadogAgent } from './sidecars/datadog-agent.ts';
import { debugShell } from './sidecars/debug-shell.ts';
import { ecsExec } from './sidecars/ecs-exec.ts';
import { efsMount } from './sidecars/efs-mount.ts';
import { envoyProxy } from './sidecars/envoy-proxy.ts';
import { firelensDatadog } from './sidecars/firelens-datadog.ts';
import { firelensFirehose } from './sidecars/firelens-firehose.ts';
import { firelensFluentd } from './sidecars/firelens-fluentd.ts';
import { firelensNewRelic } from './sidecars/firelens-newrelic.ts';
import { firelensOpenSearch } from './sidecars/firelens-opensearch.ts';
import { firelensRouter } from './sidecars/firelens-router.ts';
import { firelensS3 } from './sidecars/firelens-s3.ts';
import { firelensSplunk } from './sidecars/firelens-splunk.ts';
import { initContainer } from './sidecars/init-container.ts';
import { nginxInFront } from './sidecars/nginx-in-front.ts';
import { redisCache } from './sidecars/redis-cache.ts';
import { sharedCache } from './sidecars/shared-cache.ts';
import { xRayDaemon } from './sidecars/x-ray-daemon.ts';
import { volumeTemplates as volumes } from './storage.ts';

/** Containers to start from, by role. */
export const containerTemplates: readonly ContainerTemplate[] = containers;
/** Sidecars that wire themselves up. */
export const sidecars: readonly Sidecar[] = [
  initContainer,
  configFromS3,
  databaseMigration,
  firelensRouter,
  firelensDatadog,
  firelensFirehose,
  firelensS3,
  firelensOpenSearch,
  firelensSplunk,
  firelensNewRelic,
  firelensFluentd,
  nginxInFront,
  envoyProxy,
  appMeshEnvoy,
  redisCache,
  adotCollector,
  xRayDaemon,
  cloudWatchAgent,
  datadogAgent,
  efsMount,
  sharedCache,
  ecsExec,
  debugShell,
];
/** Kinds of volume. */
export const volumeTemplates: readonly VolumeTemplate[] = volumes;
/** Log drivers. */
export const logTemplates: readonly LogTemplate[] = logs;
/** Whole tasks; the first is shown on the first visit. */
export const examples: readonly ExampleTask[] = [
  payments,
  blank,
  webWithNginx,
  workerWithMigration,
  tracingWithAdot,
  batchWithComplete,
  webCacheWorker,
  gpuOnEc2,
  windows,
  ecsAnywhere,
  checkout,
];
