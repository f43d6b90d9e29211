import { changeCondition, connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { whenStarts } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const CHECK = { command: ['CMD', 'redis-cli', 'ping'], interval: 5, timeout: 2, retries: 3, startPeriod: 10 };

/** START says that a process runs; HEALTHY says that it answers. */
export const readyNotStarted: Lesson = {
  id: 'ready-not-started',
  title: 'Started is not ready',
  teaches: 'You can make a container wait until another one answers.',
  story: [
    'The app asks its cache for the session of every request. It waits for the cache with START, and yet the first requests after each deployment fail.',
    'The cache takes twelve seconds to load its data before it answers.',
  ],
  start: onFargate({
    family: 'sessions',
    containerDefinitions: [
      { name: 'cache', image: 'redis:7.2', logConfiguration: awslogs('/ecs/sessions', 'cache') },
      {
        name: 'app',
        image: 'acme/sessions:3.1',
        dependsOn: [{ containerName: 'cache', condition: 'START' }],
        portMappings: [{ containerPort: 8080 }],
        logConfiguration: awslogs('/ecs/sessions', 'app'),
      },
    ],
  }),
  scenarios: [plan({ cache: { pullSeconds: 2, readyAfterSeconds: 12 }, app: { pullSeconds: 2 } })],
  questions: [
    whenStarts(
      'The cache starts at 2.0 s and answers from 14.0 s on. When does the app start?',
      'app',
      [2, 4, 14, 16],
    ),
  ],
  steps: [
    {
      text: 'ECS cannot know that the cache is ready unless it can ask. Give the cache a health check.',
      goals: [
        { id: 'container-has', args: { container: 'cache', what: 'healthCheck' } },
        { id: 'container-is-healthy', args: { container: 'cache', before: 30 } },
      ],
      hints: [
        'Select the cache and look for Health check in the inspector.',
        'The command runs inside the container. Redis brings redis-cli, which can ping.',
        'Command: CMD, redis-cli, ping. Every 5 seconds, 3 retries, a start period of 10 seconds.',
      ],
      solution: [put('Give cache a health check', 'cache', { healthCheck: CHECK })],
    },
    {
      text: 'Now have the app wait for the answer, and not for the mere start.',
      goals: [
        { id: 'container-waits-for', args: { container: 'app', other: 'cache', condition: 'HEALTHY' } },
      ],
      hints: [
        'Click the line between the two cards: it offers all four conditions.',
        'HEALTHY is met by the first check that passes.',
      ],
      solution: [changeCondition('container:app', 'container:cache', 'HEALTHY')],
    },
  ],
  keep: [
    { id: 'task-reaches-running', args: {} },
    { id: 'container-starts', args: { container: 'app', before: 40 } },
  ],
  wrong: [
    {
      says: 'A health check alone holds nobody back: the app still waits for START.',
      changes: [put('Give cache a health check', 'cache', { healthCheck: CHECK })],
    },
    {
      says: 'A start timeout on the cache says how long others may wait; for START nobody waits that long.',
      changes: [put('Give cache a start timeout', 'cache', { startTimeout: 60 })],
    },
    {
      says: 'The health check stands on the app, which is the one that waits. ECS asks the container that is waited for.',
      changes: [
        put('Give app a health check', 'app', {
          healthCheck: { ...CHECK, command: ['CMD-SHELL', 'redis-cli -h 127.0.0.1 ping || exit 1'] },
        }),
      ],
    },
    {
      says: 'The two lines are turned round: now the cache waits for the app.',
      changes: [
        put('Have the app wait for nobody', 'app', { dependsOn: undefined }),
        connect('container:cache', 'container:app', 'START'),
      ],
    },
  ],
  terms: ['dependsOn', 'START', 'HEALTHY', 'healthCheck'],
  learnt:
    'START is met the moment the process exists. HEALTHY is met by the first check that passes, and only the health check of the task definition counts: that of the image is not looked at.',
};
