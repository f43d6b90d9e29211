/** Secrets: the same structure serves environment variables and log options. */
import type { Secret } from '../containerDefinition.ts';
import { fieldsOf } from './field.ts';

export const secret = fieldsOf<Secret>(
  { type: 'Secret' },
  {
    name: {
      kind: 'text',
      label: 'Name',
      required: 'client',
      help: 'The environment variable or log option that takes the value.',
    },
    valueFrom: {
      kind: 'text',
      format: 'secret',
      label: 'Value from',
      required: 'client',
      help: 'The ARN of a Secrets Manager secret, if you like with :json-key:version-stage:version-id behind it, or ARN or name of an SSM parameter. A bare name always means a parameter of the same Region.',
    },
  },
);
