/** FSx for Windows File Server volumes: ECS reads the credentials of the domain. */
import { items } from '../model/list.ts';
import type { Feature } from './feature.ts';
import { secretNeeds } from './secretNeeds.ts';

export const fsxWindows: Feature = {
  id: 'fsx-windows',
  title: 'Read the credentials of FSx for Windows',
  source: {
    text: 'API reference, FSxWindowsFileServerAuthorizationConfig',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FSxWindowsFileServerAuthorizationConfig.html',
    checked: '2026-11-23',
  },
  *needs({ task, at }) {
    for (const [volume, index] of items(task.volumes)) {
      const authorization = volume.fsxWindowsFileServerVolumeConfiguration?.authorizationConfig;
      const name = volume.name ?? '';
      yield* secretNeeds(at, authorization?.credentialsParameter, {
        node: `volume:${name}`,
        name,
        path: [
          'volumes',
          index,
          'fsxWindowsFileServerVolumeConfiguration',
          'authorizationConfig',
          'credentialsParameter',
        ],
        text: 'credentials of FSx for Windows',
      });
    }
  },
};
