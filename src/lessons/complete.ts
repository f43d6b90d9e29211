import { connect } from '../edit/changes/dependencies.ts';
import { setEssential } from '../edit/changes/fields.ts';
import type { Lesson } from './lesson.ts';
import { whatBecomes } from './terms/asking.ts';
import { put } from './terms/changing.ts';
import { awslogs, onFargate, plan } from './terms/starting.ts';

const logs = (prefix: string) => ({ logConfiguration: awslogs('/ecs/prices', prefix) });

/** Waits for the end of something, well or ill. */
export const complete: Lesson = {
  id: 'complete',
  title: 'COMPLETE: done, well or ill',
  teaches: 'You can wait for the end of a container whose failure does not matter.',
  story: [
    'warm-cache fetches prices so that the first visitors need not wait. It is a courtesy: when it fails, the app fetches prices itself. The app must only not start while warm-cache writes.',
    'Today the shop of prices is closed, so warm-cache exits with code 1.',
  ],
  start: onFargate({
    family: 'prices',
    containerDefinitions: [
      { name: 'warm-cache', image: 'acme/warm-cache:1.2', essential: false, ...logs('warm') },
      {
        name: 'app',
        image: 'acme/prices:9.0',
        dependsOn: [{ containerName: 'warm-cache', condition: 'SUCCESS' }],
        ...logs('app'),
      },
    ],
  }),
  scenarios: [
    plan({ 'warm-cache': { pullSeconds: 1, exits: { afterSeconds: 6, code: 1 } }, app: { pullSeconds: 2 } }),
  ],
  questions: [
    whatBecomes('warm-cache, which is not essential, exits with code 1. What becomes of the task?'),
  ],
  steps: [
    {
      text: 'Have the app start once warm-cache has ended, whatever its exit code, and not before.',
      goals: [
        { id: 'container-starts', args: { container: 'app' } },
        { id: 'container-waits-for', args: { container: 'app', other: 'warm-cache', condition: 'COMPLETE' } },
      ],
      hints: [
        'SUCCESS looks at the exit code. Which condition does not?',
        'Click the line between the cards and choose COMPLETE.',
      ],
      solution: [connect('container:app', 'container:warm-cache', 'COMPLETE')],
    },
  ],
  keep: [{ id: 'container-is-essential', args: { container: 'app', is: 'essential' } }],
  wrong: [
    {
      says: 'START lets the app begin while warm-cache still writes.',
      changes: [connect('container:app', 'container:warm-cache', 'START')],
    },
    {
      says: 'Without any line both begin at once.',
      changes: [put('Have app wait for nobody', 'app', { dependsOn: undefined })],
    },
    {
      says: 'An essential warm-cache takes the task along when it exits, and ECS refuses to let anybody wait for its end.',
      changes: [setEssential('container:warm-cache', true)],
    },
  ],
  terms: ['COMPLETE', 'SUCCESS', 'exitCode143'],
  learnt:
    'COMPLETE is met by any exit code, SUCCESS by 0 alone. A container whose SUCCESS can never come is given up with code 143, and when it is essential the task goes with it.',
};
