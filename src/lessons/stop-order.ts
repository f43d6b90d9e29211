import { connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { whoStopsFirst } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/chat', prefix) });

/** Who leaves first, and how long each may take. */
export const stopOrder: Lesson = {
  id: 'stop-order',
  title: 'Stop order, SIGTERM and the kill',
  teaches: 'You can have containers leave one after the other, each with the time that it needs.',
  story: [
    'When a deployment stops this task, the app still has to write to its queue, which runs beside it. But the queue is gone by then.',
    'To finish its work the app needs 45 seconds after SIGTERM. It is killed before.',
  ],
  start: onFargate({
    family: 'chat',
    containerDefinitions: [
      { name: 'queue', image: 'acme/queue:1.4', ...logs('queue') },
      { name: 'app', image: 'acme/chat:4.0', ...logs('app') },
    ],
  }),
  scenarios: [
    plan(
      {
        queue: { pullSeconds: 1, sigtermExit: { afterSeconds: 2, code: 0 } },
        app: { pullSeconds: 2, sigtermExit: { afterSeconds: 45, code: 0 } },
      },
      { stopRequestedAt: 120, horizonSeconds: 420 },
    ),
  ],
  questions: [whoStopsFirst('StopTask comes at 120 s. Which container is sent SIGTERM first?')],
  steps: [
    {
      text: 'Keep the queue until the app has left.',
      goals: [{ id: 'container-stops-after', args: { container: 'queue', other: 'app' } }],
      hints: [
        'The stop order is the start order, backwards.',
        'Have the app wait for the queue. Any condition will do for the stop; START is enough.',
      ],
      solution: [connect('container:app', 'container:queue', 'START')],
    },
    {
      text: 'Give the app the time that it needs.',
      goals: [
        { id: 'no-container-killed', args: {} },
        { id: 'container-exits-with', args: { container: 'app', code: 0 } },
      ],
      hints: [
        'Between SIGTERM and SIGKILL lie 30 seconds unless you say otherwise.',
        'Give the app a stop timeout of more than 45 seconds; Fargate takes up to 120.',
      ],
      solution: [put('Give app 60 seconds to leave', 'app', { stopTimeout: 60 })],
    },
  ],
  keep: [{ id: 'stop-takes-at-most', args: { seconds: 100 } }],
  wrong: [
    {
      says: 'The long stop timeout stands on the queue, which needs two seconds.',
      changes: [
        connect('container:app', 'container:queue', 'START'),
        put('Give queue 60 seconds to leave', 'queue', { stopTimeout: 60 }),
      ],
    },
    {
      says: 'The line is turned round: now the app waits until the queue has left.',
      changes: [
        connect('container:queue', 'container:app', 'START'),
        put('Give app 60 seconds to leave', 'app', { stopTimeout: 60 }),
      ],
    },
    {
      says: 'More time alone: the queue is still gone after two seconds.',
      changes: [put('Give app 60 seconds to leave', 'app', { stopTimeout: 60 })],
    },
  ],
  terms: ['dependsOn', 'stopTimeout', 'exitCode137', 'exitCode143'],
  learnt:
    'A container is signalled when everybody that directly depends on it has left; the others go together. Each stop timeout counts from its own signal, so along a chain the times add up.',
};
