import { connect } from '../edit/changes/dependencies.ts';
import type { Lesson } from './lesson.ts';
import { whenStarts } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan, whatIf } from './terms/starting.ts';

const COMMAND = ['CMD-SHELL', 'wget -q -O /dev/null http://127.0.0.1:9000/ready || exit 1'];

/** Interval, retries and start period, second by second. */
export const healthArithmetic: Lesson = {
  id: 'health-arithmetic',
  title: 'The arithmetic of a health check',
  teaches: 'You can say when a container becomes HEALTHY, and when it would be given up as UNHEALTHY.',
  story: [
    'search answers 20 seconds after its start. Its health check asks every 30 seconds, so the app that waits for it loses time for nothing.',
    'On a slow day search needs 50 seconds. Then three failures in a row must not make it UNHEALTHY before it had its chance: a service would replace the task.',
  ],
  start: onFargate({
    family: 'finder',
    containerDefinitions: [
      {
        name: 'search',
        image: 'acme/search:5.0',
        healthCheck: { command: COMMAND, interval: 30, timeout: 5, retries: 3 },
        logConfiguration: awslogs('/ecs/finder', 'search'),
      },
      {
        name: 'app',
        image: 'acme/finder:5.0',
        dependsOn: [{ containerName: 'search', condition: 'HEALTHY' }],
        logConfiguration: awslogs('/ecs/finder', 'app'),
      },
    ],
  }),
  scenarios: [
    plan({ search: { pullSeconds: 2, readyAfterSeconds: 20 }, app: { pullSeconds: 2 } }),
    whatIf('slow', 'A slow day', {
      search: { pullSeconds: 2, readyAfterSeconds: 50 },
      app: { pullSeconds: 2 },
    }),
  ],
  questions: [
    whenStarts(
      'search starts at 2.0 s and answers from 22.0 s on. When does the app start?',
      'app',
      [4, 24, 29, 34, 64],
    ),
  ],
  steps: [
    {
      text: 'Have the app start before 30 seconds are over.',
      goals: [{ id: 'container-starts', args: { container: 'app', before: 30 } }],
      hints: [
        'The first check comes one interval after the start; each next one an interval later.',
        'With an interval of 5 seconds a check comes soon after the 22nd second.',
        'Set interval to 5 and timeout to 3.',
      ],
      solution: [
        put('Check every 5 seconds', 'search', { 'healthCheck.interval': 5, 'healthCheck.timeout': 3 }),
      ],
    },
    {
      text: 'Now three failures take only 15 seconds. Forgive failures for the first minute, so that a slow day is none of an illness.',
      goals: [{ id: 'field-is', args: { container: 'search', field: 'healthCheck.startPeriod', value: 60 } }],
      hints: [
        'A start period does not put off the checks. It only forgives the failures in it.',
        'Set startPeriod to 60: a check that passes earlier counts at once.',
      ],
      solution: [put('Forgive failures for 60 seconds', 'search', { 'healthCheck.startPeriod': 60 })],
    },
  ],
  keep: [
    { id: 'container-starts-after', args: { container: 'app', other: 'search' } },
    { id: 'container-waits-for', args: { container: 'app', other: 'search', condition: 'HEALTHY' } },
    { id: 'container-starts', args: { container: 'app', before: 70 }, scenario: 'slow' },
  ],
  wrong: [
    {
      says: 'The start period alone: with the checks of newer Docker it helps this day, but the checks stay 30 seconds apart once it is over, and a minute is what was asked for.',
      changes: [put('Forgive failures for 10 seconds', 'search', { 'healthCheck.startPeriod': 10 })],
    },
    {
      says: 'Not waiting for HEALTHY any more is quick, and starts the app before search answers.',
      changes: [connect('container:app', 'container:search', 'START')],
    },
    {
      says: 'More retries only say how long a failing container is borne with: the first check still comes late.',
      changes: [put('Retry ten times', 'search', { 'healthCheck.retries': 10 })],
    },
  ],
  terms: ['healthCheck', 'HEALTHY', 'startPeriod'],
  learnt:
    'The first check comes one interval after the start, or 5 seconds after it inside a start period with newer Docker. One pass makes a container HEALTHY; as many failures in a row as retries, outside the start period, make it UNHEALTHY.',
};
