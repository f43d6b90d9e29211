import { connect } from '../edit/changes/dependencies.ts';
import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { whatBecomes } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan, whatIf } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/invoices', prefix) });

/** A container that does its work and leaves, before the app begins. */
export const initSuccess: Lesson = {
  id: 'init-success',
  title: 'First the work, then the app',
  teaches: 'You can build an init container: not essential, and waited for with SUCCESS.',
  story: [
    'fetch-config writes a file that the app reads when it starts. It takes three seconds, then exits with 0. The app must not start without that file.',
    'As the task stands, it never gets far: something ends it after a few seconds.',
  ],
  start: onFargate({
    family: 'invoices',
    containerDefinitions: [
      {
        name: 'fetch-config',
        image: 'acme/fetch-config:1.0',
        essential: true,
        mountPoints: [{ sourceVolume: 'config', containerPath: '/out' }],
        ...logs('init'),
      },
      {
        name: 'app',
        image: 'acme/invoices:7.3',
        portMappings: [{ containerPort: 8080 }],
        mountPoints: [{ sourceVolume: 'config', containerPath: '/config', readOnly: true }],
        ...logs('app'),
      },
    ],
    volumes: [{ name: 'config' }],
  }),
  scenarios: [
    plan({
      'fetch-config': { pullSeconds: 1, exits: { afterSeconds: 3, code: 0 } },
      app: { pullSeconds: 2 },
    }),
    whatIf('fails', 'The file cannot be fetched', {
      'fetch-config': { pullSeconds: 1, exits: { afterSeconds: 3, code: 1 } },
      app: { pullSeconds: 2 },
    }),
  ],
  questions: [whatBecomes('fetch-config exits with code 0, so all is well. What becomes of the task?')],
  steps: [
    {
      text: 'Let fetch-config leave without taking the task along.',
      goals: [{ id: 'task-keeps-running', args: {} }],
      hints: [
        'Exit code 0 of which kind of container stops a task?',
        'A container that is meant to leave must not be essential.',
      ],
      solution: [setEssential('container:fetch-config', false)],
    },
    {
      text: 'Start the app only when the file is complete, and not at all when fetch-config fails.',
      goals: [
        { id: 'files-are-ready', args: { container: 'app' } },
        { id: 'container-never-starts', args: { container: 'app' }, scenario: 'fails' },
      ],
      hints: [
        'Draw a line from the right side of fetch-config to app.',
        'Two conditions wait for the end of a container. One of them looks at the exit code.',
        'Choose SUCCESS: exited, and with code 0.',
      ],
      solution: [connect('container:app', 'container:fetch-config', 'SUCCESS')],
    },
  ],
  keep: [{ id: 'container-is-essential', args: { container: 'app', is: 'essential' } }],
  wrong: [
    {
      says: 'COMPLETE takes any exit code: when fetch-config fails, the app starts without its file.',
      changes: [
        setEssential('container:fetch-config', false),
        connect('container:app', 'container:fetch-config', 'COMPLETE'),
      ],
    },
    {
      says: 'START only means that fetch-config has begun: the app reads a file that is not there yet.',
      changes: [
        setEssential('container:fetch-config', false),
        connect('container:app', 'container:fetch-config', 'START'),
      ],
    },
    {
      says: 'SUCCESS on a container that is still essential: ECS refuses it, for the exit that meets the condition also stops the task.',
      changes: [
        put('Have app wait for fetch-config', 'app', {
          dependsOn: [{ containerName: 'fetch-config', condition: 'SUCCESS' }],
        }),
      ],
    },
  ],
  terms: ['initContainer', 'SUCCESS', 'COMPLETE', 'essential'],
  learnt:
    'Two settings make an init container: essential false, so that its exit does not end the task, and SUCCESS at whoever needs its work. When it fails, the app is given up with exit code 143; the failure itself does not stop the task, the essential app that can never start does.',
};
