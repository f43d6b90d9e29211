/** A FireLens router that runs Fluentd instead of Fluent Bit. */
import type { Sidecar } from '../entry.ts';
import { routerTo } from '../routerTo.ts';

/** Only what Fluentd itself brings: outputs to AWS services need an image with their plug-ins. */
export const firelensFluentd: Sidecar = routerTo({
  id: 'firelens-fluentd',
  title: 'FireLens with Fluentd',
  why: 'Fluentd takes the output of the app and posts it to an HTTP endpoint. It takes more memory than Fluent Bit; the plain image has no plug-ins for AWS services: build one that has. Put in your endpoint.',
  source: {
    text: 'Fluentd, output plug-in http, which is part of Fluentd; ECS developer guide, FireLens: type fluentd.',
    url: 'https://docs.fluentd.org/output/http',
    checked: '2026-11-28',
  },
  type: 'fluentd',
  sends: 'to an HTTP endpoint through Fluentd',
  roleNeeds: [],
  routed: () => ({
    options: { '@type': 'http', endpoint: 'https://logs.internal/ecs', open_timeout: '2' },
  }),
});
