/** The X-Ray daemon. */
import { because, type Feature } from './feature.ts';
import { runs, X_RAY_ACTIONS } from './telemetryImages.ts';

export const xRay: Feature = {
  id: 'x-ray',
  title: 'Send traces to AWS X-Ray',
  source: { text: 'Managed policy AWSXRayDaemonWriteAccess', checked: '2026-11-23' },
  *needs({ containers }) {
    for (const container of containers) {
      if (!runs(container, 'xray')) continue;
      const reason = because(container, ['image'], 'is the X-Ray daemon');
      yield { role: 'task', actions: X_RAY_ACTIONS, resources: ['*'], reason };
    }
  },
};
