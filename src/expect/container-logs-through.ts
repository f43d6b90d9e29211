import type { Predicate } from './predicate.ts';
import { CONTAINER, textOf, wordOf } from './terms/arguments.ts';
import { ordered } from './terms/examples.ts';
import { judgeDefinition } from './terms/found.ts';

const DRIVERS = ['awslogs', 'awsfirelens', 'splunk', 'fluentd', 'gelf', 'journald', 'json-file', 'syslog'];

/** The log driver of a container. */
export const containerLogsThrough: Predicate = {
  id: 'container-logs-through',
  title: '… logs through …',
  args: [
    CONTAINER,
    {
      name: 'driver',
      label: 'Log driver',
      type: { kind: 'choice', choices: DRIVERS },
      suggestion: 'awsfirelens',
    },
  ],
  about: 'task',
  says: (args) => `${wordOf(args, 'container')} logs through ${wordOf(args, 'driver')}`,
  holds: (context, args) =>
    judgeDefinition(context, args, ({ logConfiguration }) => {
      const driver = logConfiguration?.logDriver;
      const why = driver === undefined ? 'it has no log driver' : `it logs through ${driver}`;
      return { holds: driver === textOf(args, 'driver'), why };
    }),
  examples: {
    good: { task: ordered, args: { container: 'app', driver: 'awsfirelens' } },
    bad: { task: ordered, args: { container: 'init', driver: 'awsfirelens' } },
  },
};
