import { connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/news', prefix) });
const check = (port: number) => ({
  command: ['CMD-SHELL', `wget -q -O /dev/null http://127.0.0.1:${port}/ready || exit 1`],
  interval: 5,
  timeout: 2,
  retries: 3,
  startPeriod: 15,
});

/** A chain that need not be one. */
export const puzzleUnderFifteen: Lesson = {
  id: 'puzzle-under-fifteen',
  title: 'Start under 15 seconds',
  teaches: 'A task takes too long until it runs, though no container is slow.',
  story: [
    'cache and search know nothing of each other; the app needs both. The task runs only after 20 seconds. It should in less than 15.',
  ],
  start: onFargate({
    family: 'news',
    containerDefinitions: [
      { name: 'cache', image: 'acme/cache:1.0', healthCheck: check(7000), ...logs('cache') },
      {
        name: 'search',
        image: 'acme/search:5.0',
        healthCheck: check(9000),
        dependsOn: [{ containerName: 'cache', condition: 'HEALTHY' }],
        ...logs('search'),
      },
      {
        name: 'app',
        image: 'acme/news:4.4',
        dependsOn: [
          { containerName: 'cache', condition: 'HEALTHY' },
          { containerName: 'search', condition: 'HEALTHY' },
        ],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [
    plan({
      cache: { pullSeconds: 2, readyAfterSeconds: 4 },
      search: { pullSeconds: 2, readyAfterSeconds: 8 },
      app: { pullSeconds: 2 },
    }),
  ],
  questions: [],
  steps: [
    {
      text: 'Reach RUNNING before 15 seconds are over. The app must still wait until both answer.',
      goals: [{ id: 'task-reaches-running', args: { before: 15 } }],
      hints: [
        'The line under the bars marks what holds the task up. Which wait is for nothing?',
        'search does not need the cache. Let both start at once.',
      ],
      solution: [put('Have search wait for nobody', 'search', { dependsOn: undefined })],
    },
  ],
  keep: [
    { id: 'container-waits-for', args: { container: 'app', other: 'cache', condition: 'HEALTHY' } },
    { id: 'container-waits-for', args: { container: 'app', other: 'search', condition: 'HEALTHY' } },
  ],
  wrong: [
    {
      says: 'The app starts before search answers.',
      changes: [connect('container:app', 'container:search', 'START')],
    },
    {
      says: 'Waiting for the start of the cache only is quick enough, but the app no longer waits for its answer.',
      changes: [
        connect('container:search', 'container:cache', 'START'),
        connect('container:app', 'container:cache', 'START'),
      ],
    },
    {
      says: 'Fewer retries change nothing for one that gets well.',
      changes: [put('Retry once', 'cache', { 'healthCheck.retries': 1 })],
    },
  ],
  terms: ['dependsOn', 'HEALTHY'],
  learnt: 'Waits along a chain add up, waits side by side do not. Ask of each line what it is for.',
};
