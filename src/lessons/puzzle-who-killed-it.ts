import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/forum', prefix) });

/** Exit code 0, and everything is gone. */
export const puzzleWhoKilledIt: Lesson = {
  id: 'puzzle-who-killed-it',
  title: 'Who killed it?',
  teaches: 'The app was well, and is gone after half a minute.',
  story: [
    'The task stops 30 seconds after its start, every time. No container has an exit code other than 0 or 143.',
  ],
  start: onFargate({
    family: 'forum',
    containerDefinitions: [
      { name: 'app', image: 'acme/forum:2.6', ...logs('app') },
      { name: 'search', image: 'acme/search:5.0', ...logs('search') },
      { name: 'index-once', image: 'acme/index:5.0', ...logs('index') },
    ],
  }),
  scenarios: [plan({ 'index-once': { pullSeconds: 1, exits: { afterSeconds: 29, code: 0 } } })],
  questions: [],
  steps: [
    {
      text: 'Find who ends the task, and let it end alone.',
      goals: [{ id: 'task-keeps-running', args: {} }],
      hints: [
        'Open Events below: which container ends by itself?',
        'index-once does its work and leaves, with 0. It is essential, because it does not say otherwise.',
      ],
      solution: [setEssential('container:index-once', false)],
    },
  ],
  keep: [
    { id: 'container-is-essential', args: { container: 'app', is: 'essential' } },
    { id: 'container-is-essential', args: { container: 'search', is: 'essential' } },
    { id: 'container-starts', args: { container: 'index-once' } },
  ],
  wrong: [
    { says: 'The search was not it.', changes: [setEssential('container:search', false)] },
    {
      says: 'More time to stop only makes its end longer.',
      changes: [put('Give app 60 seconds to leave', 'app', { stopTimeout: 60 })],
    },
    {
      says: 'A restart policy takes no exit that comes before its period is over.',
      changes: [
        put('Restart index-once', 'index-once', {
          restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
        }),
      ],
    },
  ],
  terms: ['essential', 'exitCode143'],
  learnt: 'Exit code 0 of an essential container stops the task as well as any other.',
};
