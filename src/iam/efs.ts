/** EFS volumes that authorise by IAM. */
import { items } from '../model/list.ts';
import { arnOf } from './arns.ts';
import type { Feature } from './feature.ts';

export const efs: Feature = {
  id: 'efs',
  title: 'Mount EFS file systems',
  source: {
    text: 'Amazon EFS User Guide, IAM authorization for NFS clients',
    url: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
    checked: '2026-11-23',
  },
  *needs({ task, containers, at }) {
    for (const [volume, index] of items(task.volumes)) {
      const configuration = volume.efsVolumeConfiguration;
      if (configuration?.authorizationConfig?.iam !== 'ENABLED') continue;
      const writes = containers.some(({ definition }) =>
        items(definition.mountPoints).some(
          ([mount]) => mount.sourceVolume === volume.name && mount.readOnly !== true,
        ),
      );
      const accessPoint = configuration.authorizationConfig.accessPointId;
      const name = volume.name ?? '';
      yield {
        role: 'task',
        actions: ['elasticfilesystem:ClientMount', ...(writes ? ['elasticfilesystem:ClientWrite'] : [])],
        resources: [arnOf(at, 'elasticfilesystem', `file-system/${configuration.fileSystemId ?? '*'}`)],
        ...(accessPoint && {
          condition: {
            StringEquals: {
              'elasticfilesystem:AccessPointArn': arnOf(
                at,
                'elasticfilesystem',
                `access-point/${accessPoint}`,
              ),
            },
          },
        }),
        reason: {
          node: `volume:${name}`,
          name,
          path: ['volumes', index, 'efsVolumeConfiguration', 'authorizationConfig', 'iam'],
          text: 'EFS with IAM authorisation',
        },
      };
    }
  },
};
