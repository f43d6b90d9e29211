/** Whether and how the lines of a container reach anybody. */
import { parseImage } from '../model/image.ts';
import type { Rule } from './rule.ts';
import { AWSLOGS, ec2, fargate } from './terms/examples.ts';
import { log, loggingBy } from './terms/logging.ts';
import { api, from, guide } from './terms/sources.ts';
import { containersOf, known, missing } from './terms/view.ts';
import { listed, quote } from './terms/words.ts';

const awslogs = (options: object = {}) => log('awslogs', { ...AWSLOGS, ...options });
const options = (at: readonly (string | number)[], name: string) => [
  ...at,
  'logConfiguration',
  'options',
  name,
];
const ECR = 'dkr.ecr.eu-central-1.amazonaws.com';

/** In reading order. */
export const logDeliveryRules: readonly Rule[] = [
  {
    id: 'no-log-configuration',
    severity: 'warning',
    title: 'Nobody reads what a container says',
    why: 'Without a log configuration the lines of a container on Fargate are gone; on EC2 they stay on the instance until it ends. When it fails, there is nothing to look at.',
    source: from('cdk-nag, rule AwsSolutions-ECS7', 'https://github.com/cdklabs/cdk-nag/blob/main/RULES.md'),
    examples: {
      good: [
        { title: 'To CloudWatch Logs', task: fargate({}, awslogs()) },
        { title: 'To a file of the instance, as was asked for', task: ec2({}, log('json-file')) },
      ],
      bad: [{ title: 'None', task: fargate({}, awslogs(), {}) }],
    },
    *check(reading) {
      const silent = containersOf(reading).filter(({ definition, at }) =>
        missing(reading, [...at, 'logConfiguration'], definition.logConfiguration),
      );
      for (const { at, called } of silent) {
        yield {
          path: [...at, 'logConfiguration'],
          message: `${called} has no log configuration, so what it prints is lost with it: add "logConfiguration", for example with awslogs.`,
        };
      }
    },
  },
  {
    id: 'awslogs-blocking',
    severity: 'warning',
    title: 'A slow log stops the app',
    why: 'With mode blocking a container that prints stands still while CloudWatch Logs does not answer; its health checks fail, and it is replaced.',
    source: api('LogConfiguration', 'mode'),
    examples: {
      good: [
        {
          title: 'Non-blocking',
          task: fargate({}, awslogs({ mode: 'non-blocking', 'max-buffer-size': '25m' })),
        },
      ],
      bad: [{ title: 'Blocking', task: fargate({}, awslogs({ mode: 'blocking' })) }],
    },
    *check(reading) {
      for (const { definition, at, called } of loggingBy(reading, 'awslogs')) {
        const path = options(at, 'mode');
        if (definition.logConfiguration?.options?.mode !== 'blocking' || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} waits whenever CloudWatch Logs is slow, because its log mode is blocking: use "non-blocking", unless no line may ever be lost.`,
          fix: {
            label: `Let ${called} not wait for its log`,
            safe: false,
            edits: [{ op: 'set', path, value: 'non-blocking' }],
          },
        };
      }
    },
  },
  {
    id: 'max-buffer-blocking',
    severity: 'info',
    title: 'A buffer that is never used',
    why: 'max-buffer-size is the buffer of the mode non-blocking; with blocking it has no effect.',
    source: from('AWS CDK, AwsLogDriver', 'https://github.com/aws/aws-cdk'),
    examples: {
      good: [
        { title: 'Non-blocking', task: ec2({}, awslogs({ mode: 'non-blocking', 'max-buffer-size': '25m' })) },
      ],
      bad: [{ title: 'Blocking', task: ec2({}, awslogs({ mode: 'blocking', 'max-buffer-size': '25m' })) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const { mode, 'max-buffer-size': buffer } = definition.logConfiguration?.options ?? {};
        const path = options(at, 'max-buffer-size');
        if (mode !== 'blocking' || buffer === undefined || !known(reading, path)) continue;
        yield {
          path,
          message: `${called} logs in mode blocking, where "max-buffer-size" has no effect: take it out, or change the mode.`,
          fix: { label: 'Remove max-buffer-size', safe: true, edits: [{ op: 'remove', path }] },
        };
      }
    },
  },
  {
    id: 'max-buffer-small',
    severity: 'info',
    title: 'A log buffer of 10 MiB',
    why: 'In mode non-blocking lines wait in memory, and what no longer fits is lost in silence. Without max-buffer-size there is room for 10 MiB in all.',
    source: guide('using_awslogs', 'Send Amazon ECS logs to CloudWatch'),
    examples: {
      good: [
        {
          title: 'A larger one',
          task: fargate({}, awslogs({ mode: 'non-blocking', 'max-buffer-size': '25m' })),
        },
      ],
      bad: [{ title: 'No size', task: fargate({}, awslogs({ mode: 'non-blocking' })) }],
    },
    *check(reading) {
      for (const { definition, at, called } of loggingBy(reading, 'awslogs')) {
        const { mode, 'max-buffer-size': buffer } = definition.logConfiguration?.options ?? {};
        const path = options(at, 'max-buffer-size');
        if (mode !== 'non-blocking' || !missing(reading, path, buffer)) continue;
        yield {
          path,
          message: `${called} buffers 10 MiB of log lines and then loses them without a word: set "max-buffer-size" to what a burst needs, for example "25m".`,
          fix: {
            label: `Give the log of ${called} 25 MiB`,
            safe: false,
            edits: [{ op: 'set', path, value: '25m' }],
          },
        };
      }
    },
  },
  {
    id: 'awslogs-mode-unset',
    severity: 'info',
    title: 'Log lines may be lost by default',
    why: 'Since 2025-06-25 a container whose log mode is not written is non-blocking, unless the account says otherwise (defaultLogDriverMode): lines that do not fit into the buffer are lost.',
    source: api('LogConfiguration', 'mode'),
    examples: {
      good: [
        { title: 'Written', task: fargate({}, awslogs({ mode: 'non-blocking', 'max-buffer-size': '25m' })) },
      ],
      bad: [{ title: 'Not written', task: fargate({}, awslogs()) }],
    },
    *check(reading) {
      const unset = loggingBy(reading, 'awslogs').filter(({ definition, at }) =>
        missing(reading, options(at, 'mode'), definition.logConfiguration?.options?.mode),
      );
      const [first] = unset;
      if (!first) return;
      yield {
        path: options(first.at, 'mode'),
        message: `${listed(unset.map(({ called }) => called))} ${unset.length > 1 ? 'write' : 'writes'} no log "mode", so the account decides, by default for non-blocking with a buffer of 10 MiB: say which you mean.`,
      };
    },
  },
  {
    id: 'log-group-missing',
    severity: 'info',
    title: 'A log group must be there before the task',
    why: 'If it is not, the task does not start: "failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist." With awslogs-create-group ECS makes it, and then the execution role needs logs:CreateLogGroup, which the usual policy of AWS lacks.',
    alsoAnswers: [
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
    ],
    source: guide('using_awslogs', 'Send Amazon ECS logs to CloudWatch'),
    examples: {
      good: [{ title: 'ECS makes it', task: fargate({}, awslogs({ 'awslogs-create-group': 'true' })) }],
      bad: [{ title: 'Somebody else makes it', task: fargate({}, awslogs()) }],
    },
    *check(reading) {
      const groups = new Map<string, readonly (string | number)[]>();
      for (const { definition, at } of loggingBy(reading, 'awslogs')) {
        const { 'awslogs-group': group, 'awslogs-create-group': create } =
          definition.logConfiguration?.options ?? {};
        const path = options(at, 'awslogs-group');
        if (!group || !known(reading, path)) continue;
        if (!missing(reading, options(at, 'awslogs-create-group'), create) || groups.has(group)) continue;
        groups.set(group, path);
      }
      const [first] = groups.values();
      if (!first) return;
      const names = listed([...groups.keys()].map(quote));
      yield {
        path: first,
        message: `The log ${groups.size > 1 ? 'groups' : 'group'} ${names} must exist before the task starts, or it does not start: create ${groups.size > 1 ? 'them' : 'it'}, or set "awslogs-create-group": "true" and allow logs:CreateLogGroup.`,
      };
    },
  },
  {
    id: 'region-mismatch',
    severity: 'info',
    title: 'Logs go to another Region than the image comes from',
    why: 'It is allowed, and often a Region that was copied along with the rest.',
    source: api('LogConfiguration', 'awslogs-region'),
    examples: {
      good: [
        {
          title: 'The same Region',
          task: fargate({}, { ...awslogs(), image: `111122223333.${ECR}/shop:1` }),
        },
      ],
      bad: [
        {
          title: 'Two Regions',
          task: fargate(
            {},
            { ...awslogs({ 'awslogs-region': 'us-east-1' }), image: `111122223333.${ECR}/shop:1` },
          ),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of loggingBy(reading, 'awslogs')) {
        const region = definition.logConfiguration?.options?.['awslogs-region'];
        const path = options(at, 'awslogs-region');
        const { registry } = parseImage(definition.image ?? '');
        const home = /\.dkr\.ecr\.([a-z0-9-]+)\./.exec(registry ?? '')?.[1];
        if (!region || !home || region === home || !known(reading, path) || !known(reading, [...at, 'image']))
          continue;
        yield {
          path,
          message: `${called} writes its log to ${region}, while its image comes from ${home}: see whether both are meant.`,
        };
      }
    },
  },
];
