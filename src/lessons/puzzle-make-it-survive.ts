import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/board', prefix) });

/** The cache may die, but not for long. */
export const puzzleMakeItSurvive: Lesson = {
  id: 'puzzle-make-it-survive',
  title: 'Make it survive',
  teaches: 'A cache dies every few minutes; nobody should notice.',
  story: [
    'The cache runs out of memory after two minutes and exits with 137. The app can live without it for a moment, but not for long.',
  ],
  start: onFargate({
    family: 'board',
    containerDefinitions: [
      { name: 'app', image: 'acme/board:1.1', ...logs('app') },
      { name: 'cache', image: 'redis:7.2', ...logs('cache') },
    ],
  }),
  scenarios: [
    plan(
      { cache: { pullSeconds: 1, exits: { afterSeconds: 120, code: 137 } } },
      { stopRequestedAt: 600, horizonSeconds: 720 },
    ),
  ],
  questions: [],
  steps: [
    {
      text: 'Have the task go on, and the cache come back each time.',
      goals: [
        { id: 'task-keeps-running', args: {} },
        { id: 'container-is-restarted', args: { container: 'cache' } },
      ],
      hints: [
        'A container can come back inside its task.',
        'restartPolicy, with a restart attempt period of not more than 120 seconds: it runs for two minutes.',
      ],
      solution: [
        put('Restart cache once it has run a minute', 'cache', {
          restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
        }),
      ],
    },
  ],
  keep: [{ id: 'container-is-essential', args: { container: 'app', is: 'essential' } }],
  wrong: [
    {
      says: 'The task goes on, but the cache stays dead.',
      changes: [setEssential('container:cache', false)],
    },
    {
      says: 'Without a period the default holds: 300 seconds.',
      changes: [put('Restart cache', 'cache', { restartPolicy: { enabled: true } })],
    },
    {
      says: 'The wrong container comes back.',
      changes: [put('Restart app', 'app', { restartPolicy: { enabled: true, restartAttemptPeriod: 60 } })],
    },
  ],
  terms: ['restartPolicy', 'exitCode137'],
  learnt: 'An exit that is followed by a restart does not stop the task, though the container be essential.',
};
