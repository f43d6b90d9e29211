import { connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { whatBecomes } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan, whatIf } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/orders', prefix) });

/** The task that hangs in PENDING, and what ends it. */
export const startTimeout: Lesson = {
  id: 'start-timeout',
  title: 'The task that hangs in PENDING',
  teaches: 'You can see to it that a wait has an end.',
  story: [
    'The app waits until the migration has ended with 0. Last night the migration waited for a lock and never ended. The task hung in PENDING for hours; nothing failed, so nothing was started anew.',
    'In bad moments the migration may well take 60 seconds. After 90 it is stuck.',
  ],
  start: onFargate({
    family: 'orders',
    containerDefinitions: [
      { name: 'migrate', image: 'acme/orders-migrate:3.3', essential: false, ...logs('migrate') },
      {
        name: 'app',
        image: 'acme/orders:3.3',
        dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [
    plan(
      { migrate: { pullSeconds: 1, exits: { afterSeconds: 7200, code: 0 } }, app: { pullSeconds: 2 } },
      { stopRequestedAt: 1800, horizonSeconds: 1920 },
    ),
    whatIf('slow', 'It takes a minute', {
      migrate: { pullSeconds: 1, exits: { afterSeconds: 60, code: 0 } },
      app: { pullSeconds: 2 },
    }),
  ],
  questions: [
    whatBecomes('The migration never ends; StopTask comes after half an hour. What becomes of the task?'),
  ],
  steps: [
    {
      text: 'Have the task give up by itself when the migration is stuck, so that a new one can be tried. A migration of a minute must still be waited for.',
      goals: [{ id: 'task-stops-because', args: { container: 'app', code: 143 } }],
      hints: [
        'A limit for waiting is set on one of the two containers. Which of them is it that takes too long?',
        'startTimeout stands on the container that is waited for.',
        'Give migrate a start timeout of 90 seconds.',
      ],
      solution: [put('Wait for migrate 90 seconds at most', 'migrate', { startTimeout: 90 })],
    },
  ],
  keep: [
    { id: 'container-waits-for', args: { container: 'app', other: 'migrate', condition: 'SUCCESS' } },
    { id: 'container-starts', args: { container: 'app' }, scenario: 'slow' },
  ],
  wrong: [
    {
      says: 'A start timeout on the app is about those who wait for the app, and nobody does.',
      changes: [put('Give app a start timeout', 'app', { startTimeout: 90 })],
    },
    {
      says: 'Thirty seconds give up a migration that would have ended well.',
      changes: [put('Wait for migrate 30 seconds at most', 'migrate', { startTimeout: 30 })],
    },
    {
      says: 'With START the task does not hang, but the app runs on a database that is half migrated.',
      changes: [connect('container:app', 'container:migrate', 'START')],
    },
  ],
  terms: ['startTimeout', 'pending', 'exitCode143', 'SUCCESS'],
  learnt:
    'startTimeout stands on the container that is waited for and counts from its own start. When it passes, those that wait are given up with 143; the slow container itself runs on unless the task stops. For START nobody waits that long.',
};
