import { connect } from '../edit/changes/dependencies.ts';
import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/lab', prefix) });

/** 143, and it never ran. */
export const puzzleGivenUp: Lesson = {
  id: 'puzzle-given-up',
  title: 'Exit code 143, but it never ran',
  teaches: 'A container ended on SIGTERM that it never got.',
  story: [
    'The app shows exit code 143. Its log is empty. The migration before it takes 40 seconds and ends with 0, every time.',
  ],
  start: onFargate({
    family: 'lab',
    containerDefinitions: [
      {
        name: 'migrate',
        image: 'acme/lab-migrate:1.0',
        essential: false,
        startTimeout: 30,
        ...logs('migrate'),
      },
      {
        name: 'app',
        image: 'acme/lab:1.0',
        dependsOn: [{ containerName: 'migrate', condition: 'SUCCESS' }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [plan({ migrate: { pullSeconds: 1, exits: { afterSeconds: 40, code: 0 } } })],
  questions: [],
  steps: [
    {
      text: 'Have the app start after the migration. There must still be a limit to the wait.',
      goals: [
        { id: 'container-starts', args: { container: 'app' } },
        { id: 'task-keeps-running', args: {} },
      ],
      hints: [
        '143 is also the code of a container that is given up. Who gave it up, and when?',
        'The start timeout of migrate is shorter than the migration.',
      ],
      solution: [put('Wait for migrate two minutes at most', 'migrate', { startTimeout: 120 })],
    },
  ],
  keep: [
    { id: 'container-waits-for', args: { container: 'app', other: 'migrate', condition: 'SUCCESS' } },
    { id: 'container-has', args: { container: 'migrate', what: 'startTimeout' } },
  ],
  wrong: [
    {
      says: 'It starts, before the migration is done.',
      changes: [connect('container:app', 'container:migrate', 'START')],
    },
    {
      says: 'An app that is not essential is still given up, and nothing is left that is.',
      changes: [setEssential('container:app', false)],
    },
    {
      says: 'Without a limit a stuck migration hangs for ever.',
      changes: [put('Take the limit away', 'migrate', { startTimeout: undefined })],
    },
  ],
  terms: ['exitCode143', 'startTimeout'],
  learnt: '143 does not always mean that SIGTERM was heard: one that never ran has it too.',
};
