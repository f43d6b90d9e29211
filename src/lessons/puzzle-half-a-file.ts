import { changeCondition } from '../edit/changes/dependencies.ts';
import { setReadOnly } from '../edit/changes/mounts.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/docs', prefix) });

/** It waits, and still it is too early. */
export const puzzleHalfAFile: Lesson = {
  id: 'puzzle-half-a-file',
  title: 'Half a file',
  teaches: 'It waits for the writer, and reads half of what it writes.',
  story: [
    'render writes pages into a volume, web serves them. web waits for render, and yet the last pages are missing until the next deployment.',
  ],
  start: onFargate({
    family: 'docs',
    containerDefinitions: [
      {
        name: 'render',
        image: 'acme/render:1.0',
        essential: false,
        mountPoints: [{ sourceVolume: 'pages', containerPath: '/pages' }],
        ...logs('render'),
      },
      {
        name: 'web',
        image: 'nginx:1.27',
        dependsOn: [{ containerName: 'render', condition: 'START' }],
        mountPoints: [{ sourceVolume: 'pages', containerPath: '/usr/share/nginx/html', readOnly: true }],
        ...logs('web'),
      },
    ],
    volumes: [{ name: 'pages' }],
  }),
  scenarios: [
    plan({ render: { pullSeconds: 1, exits: { afterSeconds: 10, code: 0 } }, web: { pullSeconds: 2 } }),
  ],
  questions: [],
  steps: [
    {
      text: 'Have web find all pages.',
      goals: [{ id: 'files-are-ready', args: { container: 'web' } }],
      hints: ['What does START say of the one that is waited for?', 'Change the condition to SUCCESS.'],
      solution: [changeCondition('container:web', 'container:render', 'SUCCESS')],
    },
  ],
  keep: [{ id: 'container-mounts', args: { container: 'web', volume: 'pages', access: 'read-only' } }],
  wrong: [
    {
      says: 'Writing does not help a reader that is too early.',
      changes: [setReadOnly('container:web', 'volume:pages', false)],
    },
    {
      says: 'A start timeout ends no wait for START.',
      changes: [put('Wait for render a minute', 'render', { startTimeout: 60 })],
    },
    {
      says: 'Without a line it begins even earlier.',
      changes: [put('Have web wait for nobody', 'web', { dependsOn: undefined })],
    },
  ],
  terms: ['START', 'SUCCESS', 'taskVolume'],
  learnt: 'START is met when the writer has begun. SUCCESS is met when it has written all.',
};
