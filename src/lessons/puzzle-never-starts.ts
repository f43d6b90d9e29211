import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/mail', prefix) });

/** A circle that nobody sees at first glance. */
export const puzzleNeverStarts: Lesson = {
  id: 'puzzle-never-starts',
  title: 'Why does it never start?',
  teaches: 'Three containers, and not one of them begins.',
  story: [
    'Since the last change nothing starts at all. Each of the three waits with good reason, says its author.',
  ],
  start: onFargate({
    family: 'mail',
    containerDefinitions: [
      {
        name: 'queue',
        image: 'acme/queue:1.4',
        dependsOn: [{ containerName: 'filter', condition: 'START' }],
        ...logs('queue'),
      },
      {
        name: 'filter',
        image: 'acme/filter:2.0',
        dependsOn: [{ containerName: 'app', condition: 'START' }],
        ...logs('filter'),
      },
      {
        name: 'app',
        image: 'acme/mail:3.0',
        dependsOn: [{ containerName: 'queue', condition: 'START' }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [plan()],
  questions: [],
  steps: [
    {
      text: 'Have the task start. The app must still start after the queue, and the queue after the filter.',
      goals: [
        { id: 'task-reaches-running', args: {} },
        { id: 'container-starts', args: { container: 'app' } },
      ],
      hints: [
        'Follow the lines: queue waits for filter, filter for app, and app for whom?',
        'One line must go, and only one of them is not asked for: filter waits for app.',
      ],
      solution: [put('Have filter wait for nobody', 'filter', { dependsOn: undefined })],
    },
  ],
  keep: [
    { id: 'container-waits-for', args: { container: 'app', other: 'queue' } },
    { id: 'container-waits-for', args: { container: 'queue', other: 'filter' } },
  ],
  wrong: [
    {
      says: 'The circle is broken in the wrong place: the app no longer waits for its queue.',
      changes: [put('Have app wait for nobody', 'app', { dependsOn: undefined })],
    },
    {
      says: 'A container that is not essential still waits in the circle.',
      changes: [setEssential('container:filter', false)],
    },
    {
      says: 'Another condition does not open a circle.',
      changes: [
        setEssential('container:app', false),
        put('Have filter wait for the end of app', 'filter', {
          dependsOn: [{ containerName: 'app', condition: 'COMPLETE' }],
        }),
      ],
    },
  ],
  terms: ['dependsOn', 'START'],
  learnt:
    'A circle of waits can never be met. ECS refuses it; an agent that got one would stop the task at once.',
};
