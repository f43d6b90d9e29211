/** Secrets. */
import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { ec2, fargate, SECRET } from './terms/examples.ts';
import { api, reported } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { isUnfilled, quote } from './terms/words.ts';

const secret = (name: string, valueFrom = SECRET) => ({ name, valueFrom });
const variable = (name: string, value = 'x') => ({ name, value });

/** In reading order. */
export const secretRules: readonly Rule[] = [
  {
    id: 'secret-env-clash',
    severity: 'error',
    title: 'A variable is plain or a secret, not both',
    why: 'Two values for one name: ECS refuses to choose.',
    answer:
      "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'DB_PASSWORD'.",
    source: reported('dagster-io/dagster', 11622),
    examples: {
      good: [
        {
          title: 'One name in two containers',
          task: fargate({}, { secrets: [secret('TOKEN')] }, { environment: [variable('TOKEN')] }),
        },
      ],
      bad: [
        {
          title: 'One name in both lists',
          task: fargate({}, { environment: [variable('DB', '')], secrets: [secret('DB')] }),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        if (!definition.secrets?.length) continue;
        const plain = new Map(
          items(definition.environment).map(([entry, index]) => [entry.name, index] as const),
        );
        for (const [{ name }, index] of items(definition.secrets)) {
          const path = [...at, 'secrets', index, 'name'];
          const variableIndex = plain.get(name);
          if (!name || variableIndex === undefined || !known(reading, path)) continue;
          yield {
            path,
            message: `${called} has ${quote(name)} both as an environment variable and as a secret: take it out of "environment".`,
            fix: {
              label: `Remove the plain ${quote(name)}`,
              safe: false,
              edits: [{ op: 'remove', path: [...at, 'environment', variableIndex] }],
            },
          };
        }
      }
    },
  },
  {
    id: 'secret-duplicate',
    severity: 'error',
    title: 'A secret name is used once in a container',
    why: 'Two values for one name: ECS refuses to choose.',
    answer: 'Duplicate secret names found: APP_ENV. Each secret name must be unique.',
    source: reported('CircleCI-Public/aws-ecs-orb', 190),
    examples: {
      good: [
        { title: 'Names that differ in case', task: fargate({}, { secrets: [secret('DB'), secret('db')] }) },
      ],
      bad: [{ title: 'DB twice', task: fargate({}, { secrets: [secret('DB'), secret('DB', '/shop/db')] }) }],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        const seen = new Set<string>();
        for (const [{ name }, index] of items(definition.secrets)) {
          const path = [...at, 'secrets', index, 'name'];
          if (!name || !known(reading, path)) continue;
          if (seen.has(name)) {
            yield {
              path,
              message: `${called} has two secrets called ${quote(name)}: take one of them out, or rename it.`,
              fix: {
                label: 'Remove the second one',
                safe: false,
                edits: [{ op: 'remove', path: [...at, 'secrets', index] }],
              },
            };
          }
          seen.add(name);
        }
      }
    },
  },
  {
    id: 'secret-valuefrom',
    severity: 'error',
    title: 'A secret comes from an ARN or from a parameter name',
    why: 'What is no ARN is read as the name of an SSM parameter, which has letters, digits and . _ - / only. A secret of Secrets Manager, and a key within one, need the full ARN.',
    answer: 'The Systems Manager parameter name specified for secret … is invalid',
    source: api('Secret', 'the words are from a public run book'),
    examples: {
      good: [
        {
          title: 'A key within a secret',
          task: fargate({}, { secrets: [secret('DB', `${SECRET}:password::`)] }),
        },
        { title: 'A parameter name', task: fargate({}, { secrets: [secret('DB', '/shop/db.password')] }) },
      ],
      bad: [
        {
          title: 'A key behind a name',
          task: fargate({}, { secrets: [secret('DB', 'shop/db:password::')] }),
        },
        {
          title: 'A blank',
          task: ec2({ executionRoleArn: 'ecsTaskExecutionRole' }, { secrets: [secret('DB', 'shop db')] }),
        },
      ],
    },
    *check(reading) {
      for (const { definition, at, called } of containersOf(reading)) {
        for (const [{ name = '', valueFrom }, index] of items(definition.secrets)) {
          const path = [...at, 'secrets', index, 'valueFrom'];
          if (valueFrom === undefined || valueFrom.startsWith('arn:') || !known(reading, path)) continue;
          if (/^[A-Za-z0-9_.\-/]+$/.test(valueFrom)) continue;
          const hint = valueFrom.includes(':')
            ? 'a key of a secret needs the full ARN of the secret before it'
            : 'write the ARN of the secret, or the name of a parameter (letters, digits and . _ - /)';
          yield {
            path,
            message: isUnfilled(valueFrom)
              ? `The secret ${quote(name)} of ${called} still comes from a placeholder, ${quote(valueFrom)}: ECS would refuse it. Fill it in before you register the task.`
              : `The secret ${quote(name)} of ${called} comes from ${quote(valueFrom)}, which is neither an ARN nor a parameter name: ${hint}.`,
          };
        }
      }
    },
  },
];
