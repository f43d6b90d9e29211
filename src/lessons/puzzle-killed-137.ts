import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/batch', prefix) });

/** 137, and there was memory enough. */
export const puzzleKilled137: Lesson = {
  id: 'puzzle-killed-137',
  title: '137, and memory enough',
  teaches: 'A worker is killed in the middle of its last job.',
  story: [
    'Each time the task is stopped, worker ends with 137 and half a job is lost. Memory is not the matter. Its longest job takes 80 seconds, and it ends well after it.',
  ],
  start: onFargate({
    family: 'batch',
    containerDefinitions: [{ name: 'worker', image: 'acme/worker:2.0', stopTimeout: 60, ...logs('worker') }],
  }),
  scenarios: [
    plan(
      { worker: { pullSeconds: 1, sigtermExit: { afterSeconds: 80, code: 0 } } },
      { stopRequestedAt: 120, horizonSeconds: 400 },
    ),
  ],
  questions: [],
  steps: [
    {
      text: 'Let worker finish.',
      goals: [
        { id: 'container-exits-with', args: { container: 'worker', code: 0 } },
        { id: 'no-container-killed', args: {} },
      ],
      hints: [
        'How long has it got between SIGTERM and SIGKILL?',
        'Its stop timeout is 60 seconds; Fargate allows up to 120.',
      ],
      solution: [put('Give worker 100 seconds to leave', 'worker', { stopTimeout: 100 })],
    },
  ],
  keep: [{ id: 'container-is-essential', args: { container: 'worker', is: 'essential' } }],
  wrong: [
    {
      says: 'Fargate takes no more than 120 seconds.',
      changes: [put('Give worker five minutes', 'worker', { stopTimeout: 300 })],
    },
    {
      says: 'Left out, it is 30 seconds.',
      changes: [put('Leave the stop timeout out', 'worker', { stopTimeout: undefined })],
    },
    {
      says: 'Memory was not the matter.',
      changes: [put('Give worker more memory', 'worker', { memory: 1024 })],
    },
    {
      says: 'It is killed all the same, and the task needs one that is essential.',
      changes: [setEssential('container:worker', false)],
    },
  ],
  terms: ['exitCode137', 'stopTimeout'],
  learnt: '137 is a kill: for want of memory, or for want of time.',
};
