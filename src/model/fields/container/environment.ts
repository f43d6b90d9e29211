/** Members of a container definition that give its process settings and secrets. */
import type { ContainerDefinition, EnvironmentFile } from '../../containerDefinition.ts';
import type { KeyValuePair } from '../../taskDefinition.ts';
import { fieldsOf, on } from '../field.ts';
import { secret } from '../secret.ts';

const variable = fieldsOf<KeyValuePair>(
  { type: 'KeyValuePair' },
  {
    name: { kind: 'text', label: 'Name', help: 'The name of the variable, as the process reads it.' },
    value: {
      kind: 'longText',
      label: 'Value',
      help: 'Plain text that everybody who may describe the task definition can read. It may be empty.',
    },
  },
);

const environmentFile = fieldsOf<EnvironmentFile>(
  { type: 'EnvironmentFile' },
  {
    value: {
      kind: 'text',
      format: 'arn',
      label: 'File',
      required: 'client',
      help: 'The ARN of an S3 object whose name ends in .env: one NAME=value a line, # begins a comment.',
    },
    type: {
      kind: 'enum',
      label: 'Kind',
      required: 'client',
      help: 'Where the file lies. There is only one kind.',
      values: { s3: 'an object in Amazon S3' },
    },
  },
);

export const environment = fieldsOf<
  Pick<ContainerDefinition, 'environment' | 'secrets' | 'environmentFiles'>
>(
  { type: 'ContainerDefinition', group: 'Environment and secrets' },
  {
    environment: {
      kind: 'list',
      label: 'Environment',
      table: true,
      help: 'Variables for the process, in plain text. A name must not stand under Secrets as well; a variable here wins over one from a file.',
      item: { kind: 'structure', label: 'Variable', help: 'A name and its value.', fields: variable },
    },
    secrets: {
      kind: 'list',
      label: 'Secrets',
      table: true,
      help: 'Variables whose values ECS fetches from Secrets Manager or Parameter Store with the execution role, once, before the container starts. A changed secret reaches new tasks only.',
      item: {
        kind: 'structure',
        label: 'Secret',
        help: 'A variable and where its value lies.',
        fields: secret,
      },
    },
    environmentFiles: {
      kind: 'list',
      label: 'Environment files',
      maxItems: 10,
      table: true,
      rare: true,
      help: 'Up to ten .env files in S3, read with the execution role. Where two give one name the first file wins.',
      capacities: on('y', 'y', 'y', '?', 'y'),
      capacityNote: 'On Fargate from platform version 1.4.0.',
      item: { kind: 'structure', label: 'File', help: 'One .env file.', fields: environmentFile },
    },
  },
);
