/** Options of the log driver awslogs. */

import { commonLogOptions, logDriverInfo } from '../model/logDrivers.ts';
import type { Rule } from './rule.ts';
import { requiresFargate } from './terms/capacity.ts';
import { AWSLOGS, ec2, fargate } from './terms/examples.ts';
import { lackingOptions, log, loggingBy } from './terms/logging.ts';
import { api, deployed, reported } from './terms/sources.ts';
import { known, missing } from './terms/view.ts';
import { nearest, quote } from './terms/words.ts';

const { 'awslogs-stream-prefix': _prefix, ...WITHOUT_PREFIX } = AWSLOGS;
const awslogsOptions = new Set(
  [...(logDriverInfo('awslogs')?.options ?? []), ...commonLogOptions].map(({ name }) => name),
);

/** In reading order. */
export const awslogsRules: readonly Rule[] = [
  {
    id: 'awslogs-required',
    severity: 'error',
    title: 'awslogs needs a group and a Region',
    why: 'Both have no default in a task definition.',
    answer: 'Log driver awslogs requires options: awslogs-region, awslogs-group',
    source: reported('aws-cloudformation/cfn-lint', 1787),
    examples: {
      good: [{ title: 'No prefix on EC2', task: ec2({}, log('awslogs', WITHOUT_PREFIX)) }],
      bad: [
        { title: 'No group', task: fargate({}, log('awslogs', { ...AWSLOGS, 'awslogs-group': undefined })) },
        { title: 'No options', task: ec2({}, { logConfiguration: { logDriver: 'awslogs' } }) },
      ],
    },
    *check(reading) {
      for (const container of loggingBy(reading, 'awslogs')) {
        const wanted = ['awslogs-group', 'awslogs-region'];
        yield* lackingOptions(reading, container, wanted, 'awslogs needs both a group and a Region');
      }
    },
  },
  {
    id: 'awslogs-prefix',
    severity: 'error',
    title: 'On Fargate awslogs needs a stream prefix',
    why: 'Streams are called prefix/container/task id. On EC2 the id of the container may stand for all of it.',
    answer:
      'Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.',
    source: deployed('pf-ecs-fargate-awslogs-stream-prefix'),
    examples: {
      good: [{ title: 'On EC2', task: ec2({}, log('awslogs', WITHOUT_PREFIX)) }],
      bad: [{ title: 'No prefix', task: fargate({}, log('awslogs', WITHOUT_PREFIX)) }],
    },
    *check(reading) {
      if (!requiresFargate(reading)) return;
      for (const container of loggingBy(reading, 'awslogs')) {
        const { at, called, definition, name } = container;
        const options = definition.logConfiguration?.options;
        const path = [...at, 'logConfiguration', 'options', 'awslogs-stream-prefix'];
        if (!missing(reading, path, options?.['awslogs-stream-prefix'])) continue;
        const prefix = name && /^[A-Za-z0-9_-]+$/.test(name) ? name : 'ecs';
        yield {
          path,
          message: `${called} logs through awslogs on Fargate without "awslogs-stream-prefix": add one, for example "${prefix}".`,
          fix: {
            label: `Set the prefix ${quote(prefix)}`,
            safe: true,
            edits: [{ op: 'set', path, value: prefix }],
          },
        };
      }
    },
  },
  {
    id: 'awslogs-unknown-option',
    severity: 'error',
    title: 'awslogs takes its own options only',
    why: 'Options of Fluent Bit belong to the driver awsfirelens, and most options of Docker’s own driver are not taken.',
    answer: 'Log driver awslogs disallows options: log_key',
    source: reported('aws-samples/amazon-ecs-firelens-examples', 83),
    examples: {
      good: [
        {
          title: 'All that it takes',
          task: fargate(
            {},
            log('awslogs', {
              ...AWSLOGS,
              'awslogs-create-group': 'true',
              mode: 'non-blocking',
              'max-buffer-size': '25m',
            }),
          ),
        },
        { title: 'Any option for a router', task: ec2({}, log('fluentd', { log_key: 'log' })) },
      ],
      bad: [
        { title: 'A key of Fluent Bit', task: fargate({}, log('awslogs', { ...AWSLOGS, log_key: 'log' })) },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of loggingBy(reading, 'awslogs')) {
        for (const option of Object.keys(definition.logConfiguration?.options ?? {})) {
          const path = [...at, 'logConfiguration', 'options', option];
          if (awslogsOptions.has(option) || !known(reading, path)) continue;
          const meant = nearest(option, awslogsOptions);
          const free = meant !== undefined && definition.logConfiguration?.options?.[meant] === undefined;
          yield {
            path,
            message: `${called} gives awslogs the option ${quote(option)}, which it does not take: ${free ? `write ${quote(meant)}` : 'take it out'}.`,
            fix: free
              ? {
                  label: `Rename it to ${meant}`,
                  safe: true,
                  edits: [{ op: 'move', from: path, path: [...path.slice(0, -1), meant] }],
                }
              : { label: `Remove ${quote(option)}`, safe: false, edits: [{ op: 'remove', path }] },
          };
        }
      }
    },
  },
  {
    id: 'awslogs-create-group',
    severity: 'error',
    title: 'awslogs-create-group is "true" or left out',
    why: 'Left out, the group must exist. With "true" ECS makes it, and the execution role needs logs:CreateLogGroup.',
    answer:
      "Log driver awslogs option 'awslogs-create-group' should only be set to 'true', else omit option.",
    source: reported('terraform-linters/tflint-ruleset-aws', 348),
    examples: {
      good: [
        {
          title: '"true"',
          task: fargate({}, log('awslogs', { ...AWSLOGS, 'awslogs-create-group': 'true' })),
        },
      ],
      bad: [
        {
          title: '"false"',
          task: fargate({}, log('awslogs', { ...AWSLOGS, 'awslogs-create-group': 'false' })),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of loggingBy(reading, 'awslogs')) {
        const value = definition.logConfiguration?.options?.['awslogs-create-group'];
        const path = [...at, 'logConfiguration', 'options', 'awslogs-create-group'];
        // Published examples say "True" and were registered.
        if (value === undefined || value.toLowerCase() === 'true' || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} sets "awslogs-create-group" to ${quote(value)}, but only "true" is taken: leave it out when the group exists.`,
          fix: { label: 'Remove awslogs-create-group', safe: true, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'awslogs-multiline',
    severity: 'warning',
    title: 'awslogs joins lines in one way',
    why: 'A date format and a multiline pattern both say where a message begins; AWS documents that only one of them can be used.',
    source: api('LogConfiguration', 'whether registration refuses it is not known'),
    examples: {
      good: [
        {
          title: 'A date format',
          task: fargate({}, log('awslogs', { ...AWSLOGS, 'awslogs-datetime-format': '%Y-%m-%d' })),
        },
      ],
      bad: [
        {
          title: 'Both',
          task: fargate(
            {},
            log('awslogs', {
              ...AWSLOGS,
              'awslogs-datetime-format': '%Y',
              'awslogs-multiline-pattern': '^INFO',
            }),
          ),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of loggingBy(reading, 'awslogs')) {
        const options = definition.logConfiguration?.options ?? {};
        if (options['awslogs-datetime-format'] === undefined) continue;
        if (options['awslogs-multiline-pattern'] === undefined) continue;
        const path = [...at, 'logConfiguration', 'options', 'awslogs-multiline-pattern'];
        yield {
          path,
          message: `${called} gives awslogs both a date format and a multiline pattern, but only one can be used: keep one of them.`,
          fix: { label: 'Keep the date format', safe: false, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
];
