/** FireLens: a container of the task that routes the logs of the others. */
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { AWSLOGS, fargate } from './terms/examples.ts';
import { ROUTED, router, routersOf } from './terms/firelens.ts';
import { from, reported } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { containersOf, known, wholeList } from './terms/view.ts';
import { listed } from './terms/words.ts';

const LOGGED = { logConfiguration: { logDriver: 'awslogs', options: AWSLOGS } };

/** In reading order. */
export const firelensRules: readonly Rule[] = [
  {
    id: 'firelens-router-missing',
    severity: 'error',
    title: 'awsfirelens needs a router in the task',
    why: 'The driver hands the lines to a container of the same task, the one with a firelensConfiguration.',
    answer:
      'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.',
    source: reported('fabfuel/ecs-deploy', 164),
    examples: {
      good: [{ title: 'With a router', task: fargate({}, ROUTED, router()) }],
      bad: [{ title: 'Without', task: fargate({}, ROUTED) }],
    },
    *check(reading) {
      if (!wholeList(reading, ['containerDefinitions'], reading.task.containerDefinitions)) return;
      if (routersOf(reading).length > 0) return;
      const unknown = containersOf(reading).some(
        ({ at }) => !known(reading, [...at, 'firelensConfiguration']),
      );
      const [first, ...others] = routedOf(reading);
      if (!first || unknown) return;
      const all = listed([first, ...others].map(({ called }) => called));
      yield {
        path: [...first.at, 'logConfiguration', 'logDriver'],
        message: `${all} ${others.length > 0 ? 'log' : 'logs'} through awsfirelens, but no container of the task has a "firelensConfiguration": add a log router, or use awslogs.`,
      };
    },
  },
  {
    id: 'firelens-unused',
    severity: 'error',
    title: 'A log router needs somebody who logs through it',
    why: 'ECS wires the router to containers with the log driver awsfirelens; without any there is nothing to route.',
    answer:
      'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.',
    source: reported('aws/amazon-cloudwatch-logs-for-fluent-bit', 20),
    examples: {
      good: [{ title: 'One container is enough', task: fargate({}, ROUTED, router(), LOGGED) }],
      bad: [{ title: 'Everybody logs elsewhere', task: fargate({}, LOGGED, router()) }],
    },
    *check(reading) {
      if (!wholeList(reading, ['containerDefinitions'], reading.task.containerDefinitions)) return;
      const drivers = containersOf(reading).map(({ at }) => [...at, 'logConfiguration', 'logDriver']);
      const [first] = routersOf(reading);
      if (!first || routedOf(reading).length > 0 || drivers.some((path) => !known(reading, path))) return;
      const path = [...first.at, 'firelensConfiguration'];
      yield {
        path,
        message: `${first.called} is a log router, but no container logs through awsfirelens: set that driver where logs are to be routed, or take "firelensConfiguration" out.`,
        fix: {
          label: `Make ${first.called} a usual container`,
          safe: false,
          edits: [{ op: 'remove', path }],
        },
      };
    },
  },
  {
    id: 'firelens-two',
    severity: 'error',
    title: 'A task has one log router',
    why: 'awsfirelens names no router; ECS looks for the one container with a firelensConfiguration.',
    source: from(
      'amazon-ecs-agent and AWS CDK, which know one router; the words of the service are not known',
    ),
    examples: {
      good: [{ title: 'One', task: fargate({}, ROUTED, router()) }],
      bad: [{ title: 'Two', task: fargate({}, ROUTED, router(), router()) }],
    },
    *check(reading) {
      const [first, ...others] = routersOf(reading);
      for (const other of others) {
        const path = [...other.at, 'firelensConfiguration'];
        yield {
          path,
          message: `${other.called} is a log router as ${first?.called} is already, but a task has one: send everything through one of them.`,
          fix: {
            label: `Make ${other.called} a usual container`,
            safe: false,
            edits: [{ op: 'remove', path }],
          },
        };
      }
    },
  },
];

function routedOf(reading: Reading): ContainerAt[] {
  return containersOf(reading).filter(
    ({ definition, at }) =>
      definition.logConfiguration?.logDriver === 'awsfirelens' &&
      known(reading, [...at, 'logConfiguration', 'logDriver']),
  );
}
