import { connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/atlas', prefix) });

/** Ill before it was ever well. */
export const puzzleAsksTooEarly: Lesson = {
  id: 'puzzle-asks-too-early',
  title: 'Given up while it warmed up',
  teaches: 'A slow engine, an impatient limit.',
  story: [
    'engine loads a model for 50 seconds, then answers. Those that wait for it are given up before that, and the task never runs.',
  ],
  start: onFargate({
    family: 'atlas',
    containerDefinitions: [
      {
        name: 'engine',
        image: 'acme/engine:3.0',
        startTimeout: 45,
        healthCheck: {
          command: ['CMD-SHELL', 'wget -q -O /dev/null http://127.0.0.1:9000/ready || exit 1'],
          interval: 10,
          timeout: 5,
          retries: 3,
          startPeriod: 60,
        },
        ...logs('engine'),
      },
      {
        name: 'app',
        image: 'acme/atlas:3.0',
        dependsOn: [{ containerName: 'engine', condition: 'HEALTHY' }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [plan({ engine: { pullSeconds: 2, readyAfterSeconds: 50 } })],
  questions: [],
  steps: [
    {
      text: 'Have the task reach RUNNING, with the app after the engine answers, and a limit to the wait.',
      goals: [{ id: 'task-reaches-running', args: {} }],
      hints: [
        'Who gives the app up, and at which second?',
        'The start timeout of engine is shorter than its warm-up.',
      ],
      solution: [put('Wait for engine two minutes at most', 'engine', { startTimeout: 120 })],
    },
  ],
  keep: [
    { id: 'container-waits-for', args: { container: 'app', other: 'engine', condition: 'HEALTHY' } },
    { id: 'container-has', args: { container: 'engine', what: 'startTimeout' } },
  ],
  wrong: [
    {
      says: 'The start period forgives failures; it does not lengthen the wait.',
      changes: [put('Forgive for two minutes', 'engine', { 'healthCheck.startPeriod': 120 })],
    },
    {
      says: 'More checks do not make it answer earlier.',
      changes: [
        put('Check every 5 seconds', 'engine', { 'healthCheck.interval': 5, 'healthCheck.timeout': 3 }),
      ],
    },
    {
      says: 'It runs, and asks an engine that does not answer.',
      changes: [connect('container:app', 'container:engine', 'START')],
    },
  ],
  terms: ['startTimeout', 'startPeriod', 'HEALTHY'],
  learnt:
    'Two limits, two matters: the start period is about failures that count, the start timeout about how long others wait.',
};
