import { disconnect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/wiki', prefix) });

/** Timeouts that add up. */
export const puzzleSlowStop: Lesson = {
  id: 'puzzle-slow-stop',
  title: 'A minute and a half to stop',
  teaches: 'Each container has 30 seconds, and the stop takes 90.',
  story: [
    'None of the three listens to SIGTERM, so each is killed after 30 seconds. A stop takes 90 seconds. It should take 40 at most. The app must still start after its cache.',
  ],
  start: onFargate({
    family: 'wiki',
    containerDefinitions: [
      { name: 'agent', image: 'acme/agent:1.0', stopTimeout: 30, ...logs('agent') },
      {
        name: 'cache',
        image: 'acme/cache:1.0',
        stopTimeout: 30,
        dependsOn: [{ containerName: 'agent', condition: 'START' }],
        ...logs('cache'),
      },
      {
        name: 'app',
        image: 'acme/wiki:1.0',
        stopTimeout: 30,
        dependsOn: [{ containerName: 'cache', condition: 'START' }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [
    plan(
      { agent: { ignoresSigterm: true }, cache: { ignoresSigterm: true }, app: { ignoresSigterm: true } },
      { stopRequestedAt: 60, horizonSeconds: 400 },
    ),
  ],
  questions: [],
  steps: [
    {
      text: 'Have a stop take at most 40 seconds, with at least 30 for the app.',
      goals: [{ id: 'stop-takes-at-most', args: { seconds: 40 } }],
      hints: [
        'Along a chain the times add up.',
        'Give cache and agent, which have nothing to finish, 5 seconds each.',
      ],
      solution: [
        put('Give cache 5 seconds', 'cache', { stopTimeout: 5 }),
        put('Give agent 5 seconds', 'agent', { stopTimeout: 5 }),
      ],
    },
  ],
  keep: [
    { id: 'container-waits-for', args: { container: 'app', other: 'cache' } },
    { id: 'field-is', args: { container: 'app', field: 'stopTimeout', value: 30 } },
  ],
  wrong: [
    {
      says: 'One link less leaves two: 60 seconds.',
      changes: [disconnect('container:cache', 'container:agent')],
    },
    {
      says: 'The app loses the time that it needs.',
      changes: [
        put('Give app 5 seconds', 'app', { stopTimeout: 5 }),
        put('Give cache 5 seconds', 'cache', { stopTimeout: 5 }),
      ],
    },
    {
      says: 'The app no longer starts after its cache.',
      changes: [
        disconnect('container:app', 'container:cache'),
        disconnect('container:cache', 'container:agent'),
      ],
    },
  ],
  terms: ['stopTimeout', 'dependsOn'],
  learnt: 'A stop timeout counts from the container’s own signal, which comes when its dependents have left.',
};
