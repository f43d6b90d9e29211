/** Envoy as the data plane of App Mesh, which ended on 2026-09-30. */
import { items } from '../model/list.ts';
import { because, type Feature } from './feature.ts';
import { runs } from './telemetryImages.ts';

export const appMesh: Feature = {
  id: 'app-mesh',
  title: 'Take the configuration of Envoy from App Mesh (ended)',
  source: { text: 'Managed policy AWSAppMeshEnvoyAccess', checked: '2026-11-23' },
  *needs({ containers }) {
    for (const container of containers) {
      if (!runs(container, 'appMeshEnvoy')) continue;
      const named = items(container.definition.environment).find(
        ([{ name }]) => name === 'APPMESH_RESOURCE_ARN',
      )?.[0].value;
      yield {
        role: 'task',
        actions: ['appmesh:StreamAggregatedResources'],
        resources: [named?.startsWith('arn:') ? named : '*'],
        reason: because(container, ['image'], 'is the Envoy of App Mesh'),
      };
    }
  },
};
