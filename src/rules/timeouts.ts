/** startTimeout and stopTimeout. */
import type { Reading } from '../model/reading.ts';
import type { Complaint, Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { api, from } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { containersOf, known } from './terms/view.ts';

const LEAST = 2;
const MOST = 120;

/** In reading order. */
export const timeoutRules: readonly Rule[] = [
  {
    id: 'start-timeout',
    severity: 'error',
    title: 'On Fargate startTimeout is 2 to 120 seconds',
    why: 'startTimeout is how long others may wait for this container to reach the state they wait for. On EC2 there is no upper end.',
    assumedAnswers: ["Granular start timeout on container 'x' must be at least 2 seconds."],
    source: api('ContainerDefinition', 'startTimeout'),
    examples: {
      good: [
        { title: 'The least and the most', task: fargate({}, { startTimeout: 2 }, { startTimeout: 120 }) },
        { title: 'Longer on EC2', task: ec2({}, { startTimeout: 600 }) },
      ],
      bad: [
        { title: 'Five minutes', task: fargate({}, { startTimeout: 300 }) },
        { title: 'One second', task: fargate({}, { startTimeout: 1 }) },
      ],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const container of containersOf(reading)) {
        const value = container.definition.startTimeout;
        if (value === undefined || (value >= LEAST && value <= MOST)) continue;
        yield* outside(
          reading,
          container,
          'startTimeout',
          value,
          `on Fargate ${LEAST} to ${MOST} seconds are possible`,
        );
      }
    },
  },
  {
    id: 'stop-timeout-high',
    severity: 'error',
    title: 'On Fargate stopTimeout is at most 120 seconds',
    why: 'stopTimeout is the time between the stop signal and the kill. Work that takes longer must be cut up, or run on EC2.',
    answer:
      'Tasks using the Fargate launch type must have a container stop timeout of less than 120 seconds.',
    source: api('ContainerDefinition', 'stopTimeout; the words are from a public deployment log'),
    examples: {
      good: [
        { title: 'Exactly 120', task: fargate({}, { stopTimeout: 120 }) },
        { title: 'Longer on EC2', task: ec2({}, { stopTimeout: 600 }) },
      ],
      bad: [
        { title: 'Five minutes', task: fargate({}, { stopTimeout: 300 }) },
        { title: 'One second more', task: fargate({}, { stopTimeout: 121 }) },
      ],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const container of containersOf(reading)) {
        const value = container.definition.stopTimeout;
        if (value === undefined || value <= MOST) continue;
        yield* outside(
          reading,
          container,
          'stopTimeout',
          value,
          `on Fargate at most ${MOST} seconds are possible`,
        );
      }
    },
  },
  {
    id: 'stop-timeout-low',
    severity: 'error',
    title: 'stopTimeout is at least 2 seconds',
    why: 'Less would leave no time to react to the stop signal.',
    assumedAnswers: ["Granular stop timeout on container 'x' must be at least 2 seconds."],
    source: from('Emulators of the ECS API, which refuse less than 2 seconds on any capacity'),
    examples: {
      good: [{ title: 'Two seconds', task: ec2({}, { stopTimeout: 2 }) }],
      bad: [{ title: 'None', task: fargate({}, { stopTimeout: 0 }) }],
    },
    *check(reading) {
      for (const container of containersOf(reading)) {
        const value = container.definition.stopTimeout;
        if (value === undefined || value >= LEAST) continue;
        yield* outside(reading, container, 'stopTimeout', value, `at least ${LEAST} seconds are needed`);
      }
    },
  },
];

function* outside(
  reading: Reading,
  { at, called }: ContainerAt,
  member: string,
  value: number,
  limit: string,
): Generator<Complaint> {
  const path = [...at, member];
  if (!known(reading, path)) return;
  const near = value < LEAST ? LEAST : MOST;
  yield {
    path,
    message: `${called} has ${member} ${value}, but ${limit}: set it to ${near}.`,
    fix: {
      label: `Set ${member} of ${called} to ${near}`,
      safe: true,
      edits: [{ op: 'set', path, value: near }],
    },
  };
}
