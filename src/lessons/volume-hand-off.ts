import { connect } from '../edit/changes/dependencies.ts';
import { setReadOnly } from '../edit/changes/mounts.ts';
import type { Lesson } from './lesson.ts';
import { whenStarts } from './terms/asking.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/maps', prefix) });
const mountPoints = [{ sourceVolume: 'tiles', containerPath: '/tiles' }];

/** A file is handed over only when the writer has ended before the reader begins. */
export const volumeHandOff: Lesson = {
  id: 'volume-hand-off',
  title: 'Handing over files',
  teaches: 'You can hand files from one container to another, complete and safe from the reader.',
  story: [
    'fetch-tiles downloads a map into a volume, which takes eight seconds. The server serves what lies there. Sometimes it serves half a map, and once a bug in it deleted a tile.',
  ],
  start: onFargate({
    family: 'maps',
    containerDefinitions: [
      { name: 'fetch-tiles', image: 'acme/fetch-tiles:1.0', essential: false, mountPoints, ...logs('fetch') },
      { name: 'server', image: 'acme/map-server:6.1', mountPoints, ...logs('server') },
    ],
    volumes: [{ name: 'tiles' }],
  }),
  scenarios: [
    plan({
      'fetch-tiles': { pullSeconds: 1, exits: { afterSeconds: 8, code: 0 } },
      server: { pullSeconds: 3 },
    }),
  ],
  questions: [
    whenStarts('The map is complete at 9.0 s. When does the server start?', 'server', [1, 3, 9, 12]),
  ],
  steps: [
    {
      text: 'Start the server when the map is complete.',
      goals: [{ id: 'files-are-ready', args: { container: 'server' } }],
      hints: [
        'A shared volume says nothing about order.',
        'Have the server wait for fetch-tiles with SUCCESS.',
      ],
      solution: [connect('container:server', 'container:fetch-tiles', 'SUCCESS')],
    },
    {
      text: 'See to it that the server cannot change the map.',
      goals: [
        { id: 'container-mounts', args: { container: 'server', volume: 'tiles', access: 'read-only' } },
      ],
      hints: [
        'Whether a container may write is a matter of its mount, not of the volume.',
        'Switch the mount of the server to read-only.',
      ],
      solution: [setReadOnly('container:server', 'volume:tiles', true)],
    },
  ],
  keep: [
    { id: 'container-mounts', args: { container: 'fetch-tiles', volume: 'tiles', access: 'read-write' } },
  ],
  wrong: [
    {
      says: 'A read-only mount keeps the map from harm; it does not keep the server from reading too early.',
      changes: [setReadOnly('container:server', 'volume:tiles', true)],
    },
    {
      says: 'START is met as soon as the download begins.',
      changes: [
        connect('container:server', 'container:fetch-tiles', 'START'),
        setReadOnly('container:server', 'volume:tiles', true),
      ],
    },
    {
      says: 'The wrong mount is read-only: now nothing can be downloaded.',
      changes: [
        connect('container:server', 'container:fetch-tiles', 'SUCCESS'),
        setReadOnly('container:fetch-tiles', 'volume:tiles', true),
      ],
    },
  ],
  terms: ['taskVolume', 'mountPoint', 'SUCCESS'],
  learnt:
    'A volume shares bytes, dependsOn orders time. A hand-over needs both, and a reader that only reads mounts read-only.',
};
