/** Where secrets come from: forms of ARNs that fail at launch, other accounts, and values that change. */
import { items } from '../model/list.ts';
import type { Path } from '../model/path.ts';
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { fargate, SECRET } from './terms/examples.ts';
import { from, guide } from './terms/sources.ts';
import type { ContainerAt } from './terms/view.ts';
import { containersOf, known } from './terms/view.ts';
import { listed, quote } from './terms/words.ts';

const SECRETS = guide('secrets-envvar-secrets-manager', 'Pass Secrets Manager secrets');
const PARAMETER = 'arn:aws:ssm:eu-central-1:111122223333:parameter/shop/db';
const OTHER = 'arn:aws:secretsmanager:eu-central-1:444455556666:secret:shop/db-AbC123';
const secret = (valueFrom: string, name = 'DB') => ({ secrets: [{ name, valueFrom }] });

/** One place that names a secret. */
interface SecretAt {
  readonly container: ContainerAt;
  readonly name: string;
  readonly valueFrom: string;
  readonly path: Path;
}

/** In reading order. */
export const secretSourceRules: readonly Rule[] = [
  {
    id: 'secret-arn-parts',
    severity: 'warning',
    title: 'The ARN of a secret has three parts behind it, or none',
    why: 'Behind the ARN of a secret stand json-key, version stage and version id, each after a colon. Who gives one writes all three colons. With fewer ECS registers the task, and it fails at launch.',
    answer: 'unexpected ARN format with parameters when trying to retrieve ASM secret',
    source: SECRETS,
    examples: {
      good: [
        { title: 'The whole secret', task: fargate({}, secret(SECRET)) },
        { title: 'One key', task: fargate({}, secret(`${SECRET}:password::`)) },
        { title: 'A version', task: fargate({}, secret(`${SECRET}::AWSPREVIOUS:`)) },
      ],
      bad: [
        { title: 'A key without its colons', task: fargate({}, secret(`${SECRET}:password`)) },
        { title: 'One colon too many', task: fargate({}, secret(`${SECRET}:password:::`)) },
      ],
    },
    *check(reading) {
      for (const { container, name, valueFrom, path } of secretsOf(reading)) {
        const parts = valueFrom.split(':');
        if (parts[2] !== 'secretsmanager' || parts[5] !== 'secret') continue;
        const behind = parts.slice(7);
        if (behind.length === 0 || behind.length === 3) continue;
        const whole = [...parts.slice(0, 7), ...[...behind, '', '', ''].slice(0, 3)].join(':');
        const lost = behind.slice(3).some((part) => part !== '');
        yield {
          path,
          message: `The secret ${quote(name)} of ${container.called} has ${behind.length} ${behind.length === 1 ? 'part' : 'parts'} behind its ARN, and ECS takes three or none: key, version stage and version id, each after a colon, as in ":password::".`,
          ...(!lost && {
            fix: {
              label: 'Write all three colons',
              safe: true,
              edits: [{ op: 'set', path, value: whole }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'secret-arn-kind',
    severity: 'warning',
    title: 'A secret comes from Secrets Manager or from a parameter',
    why: 'ECS reads secrets from Secrets Manager and from the parameters of Systems Manager. The ARN of anything else leads nowhere, and neither does an ARN of these two that is not that of a secret or a parameter.',
    source: SECRETS,
    examples: {
      good: [
        { title: 'A parameter', task: fargate({}, secret(PARAMETER)) },
        { title: 'A secret', task: fargate({}, secret(SECRET)) },
      ],
      bad: [
        {
          title: 'A key of KMS',
          task: fargate({}, secret('arn:aws:kms:eu-central-1:111122223333:key/shop')),
        },
        {
          title: 'Two slashes before the name of the parameter',
          task: fargate({}, secret(PARAMETER.replace('parameter/', 'parameter//'))),
        },
      ],
    },
    *check(reading) {
      for (const { container, name, valueFrom, path } of secretsOf(reading)) {
        const [arn, , service = '', , , ...rest] = valueFrom.split(':');
        if (arn !== 'arn') continue;
        const resource = rest.join(':');
        const slashes = service === 'ssm' && /^parameter\/{2,}[^/]/.test(resource);
        const fits =
          (service === 'secretsmanager' && /^secret:./.test(resource)) ||
          (service === 'ssm' && /^parameter\/[^/]/.test(resource));
        if (fits) continue;
        yield {
          path,
          message: slashes
            ? `The secret ${quote(name)} of ${container.called} has two slashes before the name of its parameter, so no parameter is found: one is enough, also where the name begins with one.`
            : `The secret ${quote(name)} of ${container.called} comes from ${quote(valueFrom)}, which is neither a secret of Secrets Manager (arn:…:secret:NAME) nor a parameter (arn:…:parameter/NAME): give it one of these.`,
          ...(slashes && {
            fix: {
              label: 'Take the second slash out',
              safe: true,
              edits: [{ op: 'set', path, value: valueFrom.replace(/:parameter\/+/, ':parameter/') }],
            },
          }),
        };
      }
    },
  },
  {
    id: 'secret-other-account',
    severity: 'info',
    title: 'A secret of another account',
    why: 'Secrets Manager hands a secret to another account only if its resource policy names the role, and if it is encrypted with a customer key of KMS that allows the role kms:Decrypt. The key aws/secretsmanager cannot be shared.',
    source: from(
      'AWS Secrets Manager user guide, Access from a different account',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html',
    ),
    examples: {
      good: [
        { title: 'The same account', task: fargate({}, secret(SECRET)) },
        {
          title: 'A role by name: nobody knows its account',
          task: fargate({ executionRoleArn: 'ecsTaskExecutionRole' }, secret(OTHER)),
        },
      ],
      bad: [{ title: 'Two accounts', task: fargate({}, secret(OTHER)) }],
    },
    *check(reading) {
      const role = reading.task.executionRoleArn?.split(':')[4];
      if (!role || !/^\d{12}$/.test(role) || !known(reading, ['executionRoleArn'])) return;
      for (const { container, name, valueFrom, path } of secretsOf(reading)) {
        const [, , service, , account = ''] = valueFrom.split(':');
        if (service !== 'secretsmanager' || !/^\d{12}$/.test(account) || account === role) continue;
        yield {
          path,
          message: `The secret ${quote(name)} of ${container.called} belongs to the account ${account}, the execution role to ${role}: the secret needs a resource policy for that role and a customer key of KMS, and the role kms:Decrypt on it.`,
        };
      }
    },
  },
  {
    id: 'secret-not-rotated',
    severity: 'info',
    title: 'A secret is read once, at the start',
    why: 'ECS puts the value into the environment when the container starts. After a rotation running containers keep the old one, which may no longer be valid; new tasks get the new one.',
    source: SECRETS,
    examples: {
      good: [
        { title: 'A parameter, which nothing rotates', task: fargate({}, secret(PARAMETER)) },
        {
          title: 'A version that is meant to stay',
          task: fargate({}, secret(`${SECRET}:password::a1b2c3d4-5678-90ab-cdef-EXAMPLE11111`)),
        },
      ],
      bad: [{ title: 'A secret of Secrets Manager', task: fargate({}, secret(SECRET)) }],
    },
    *check(reading) {
      const read = secretsOf(reading).filter(({ valueFrom, path }) => {
        const parts = valueFrom.split(':');
        return path.at(2) === 'secrets' && parts[2] === 'secretsmanager' && !parts[9];
      });
      const [first] = read;
      if (!first) return;
      const containers = [...new Set(read.map(({ container }) => container))];
      const names = listed(containers.map(({ called }) => called));
      yield {
        path: containers.length === 1 ? [...first.container.at, 'secrets'] : ['containerDefinitions'],
        message: `${names} ${containers.length > 1 ? 'get' : 'gets'} ${read.length === 1 ? `the secret ${quote(first.name)}` : `${read.length} secrets`} once, at the start: after a rotation start new tasks (force a new deployment), or let the code read the secret itself.`,
      };
    },
  },
];

/** Every secret of a container and of its log options whose source is known. */
function secretsOf(reading: Reading): SecretAt[] {
  return containersOf(reading).flatMap((container) => {
    const { secrets, logConfiguration } = container.definition;
    const lists = [
      [secrets, ['secrets']],
      [logConfiguration?.secretOptions, ['logConfiguration', 'secretOptions']],
    ] as const;
    return lists.flatMap(([list, member]) =>
      items(list).flatMap(([{ name = '', valueFrom }, index]): SecretAt[] => {
        const path = [...container.at, ...member, index, 'valueFrom'];
        return valueFrom === undefined || !known(reading, path) ? [] : [{ container, name, valueFrom, path }];
      }),
    );
  });
}
