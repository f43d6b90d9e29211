import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/radar', prefix) });

/** ECS refuses it, and with reason. */
export const puzzleNoEssential: Lesson = {
  id: 'puzzle-no-essential',
  title: 'ECS will not have it',
  teaches: 'A definition that ECS refuses, with more than one thing wrong.',
  story: [
    'Somebody made every container not essential, so that nothing could ever stop the task. ECS refuses it.',
  ],
  start: onFargate({
    family: 'radar',
    containerDefinitions: [
      { name: 'setup', image: 'acme/setup:1.0', essential: false, ...logs('setup') },
      {
        name: 'app',
        image: 'acme/radar:1.0',
        essential: false,
        dependsOn: [{ containerName: 'setup', condition: 'SUCCESS' }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [plan({ setup: { pullSeconds: 1, exits: { afterSeconds: 3, code: 0 } } })],
  questions: [],
  steps: [
    {
      text: 'Make ECS take it, with a task that lives as long as the app.',
      goals: [
        { id: 'container-is-essential', args: { container: 'app', is: 'essential' } },
        { id: 'no-errors', args: {} },
      ],
      hints: [
        'What says when a task is over?',
        'At least one container must be essential: the one that the task is for.',
      ],
      solution: [setEssential('container:app', true)],
    },
  ],
  keep: [{ id: 'container-waits-for', args: { container: 'app', other: 'setup', condition: 'SUCCESS' } }],
  wrong: [
    { says: 'setup leaves, and takes the task along.', changes: [setEssential('container:setup', true)] },
    {
      says: 'Both essential: nobody can wait for the end of setup.',
      changes: [setEssential('container:setup', true), setEssential('container:app', true)],
    },
    {
      says: 'A restart policy is no reason to live.',
      changes: [put('Restart app', 'app', { restartPolicy: { enabled: true } })],
    },
  ],
  terms: ['essential', 'SUCCESS'],
  learnt:
    'A task lives as long as its essential containers; without any, nothing would say when it has ended.',
};
