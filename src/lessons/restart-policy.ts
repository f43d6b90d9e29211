import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { whatBecomes } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan, whatIf } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/radio', prefix) });

/** Starting one container again without the task. */
export const restartPolicy: Lesson = {
  id: 'restart-policy',
  title: 'A restart inside the task',
  teaches: 'You can have one container come back without replacing the task, and know when it does not.',
  story: [
    'The proxy crashes after about 90 seconds, once, then runs well. Each crash takes the task with it, and all listeners are thrown out.',
    'ECS can start a single container again, as long as it has run for a while before it crashed.',
  ],
  start: onFargate({
    family: 'radio',
    containerDefinitions: [
      {
        name: 'proxy',
        image: 'acme/stream-proxy:0.9',
        portMappings: [{ containerPort: 8000 }],
        ...logs('proxy'),
      },
      { name: 'app', image: 'acme/radio:2.2', ...logs('app') },
    ],
  }),
  scenarios: [
    plan({ proxy: { pullSeconds: 1, exitsByRun: [{ afterSeconds: 90, code: 1 }, null] } }),
    whatIf('loop', 'It crashes at once, always', {
      proxy: { pullSeconds: 1, exits: { afterSeconds: 3, code: 1 } },
    }),
  ],
  questions: [
    whatBecomes('The proxy is essential and exits with code 1 after 90 seconds. What becomes of the task?'),
  ],
  steps: [
    {
      text: 'Have the proxy started again inside the task when it crashes after a minute and a half. A proxy that crashes at once must still end the task.',
      goals: [
        { id: 'container-is-restarted', args: { container: 'proxy' } },
        { id: 'task-keeps-running', args: {} },
      ],
      hints: [
        'The member is called restartPolicy, and it is off unless you switch it on.',
        'By default a container must have run for 300 seconds. That is more than 90.',
        'Switch it on and set the restart attempt period to 60.',
      ],
      solution: [
        put('Restart proxy once it has run a minute', 'proxy', {
          restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
        }),
      ],
    },
  ],
  keep: [
    { id: 'container-is-essential', args: { container: 'proxy', is: 'essential' } },
    { id: 'task-stops-because', args: { container: 'proxy', code: 1 }, scenario: 'loop' },
  ],
  wrong: [
    {
      says: 'Switched on and no more: the default of 300 seconds has not passed when it crashes, so that exit is final.',
      changes: [put('Restart proxy', 'proxy', { restartPolicy: { enabled: true } })],
    },
    {
      says: 'A proxy that is not essential may die, and nobody hears the radio.',
      changes: [setEssential('container:proxy', false)],
    },
    {
      says: 'Exit code 1 is ignored, so it is not restarted.',
      changes: [
        put('Restart proxy, but not for code 1', 'proxy', {
          restartPolicy: { enabled: true, restartAttemptPeriod: 60, ignoredExitCodes: [1] },
        }),
      ],
    },
  ],
  terms: ['restartPolicy', 'essential'],
  learnt:
    'The restart attempt period is a time that a container must have run, not a pause before the restart. A crash that comes sooner is final, and then an essential container ends the task.',
};
