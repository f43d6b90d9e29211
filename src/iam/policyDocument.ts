/** Statements as the documents that IAM takes. */
import type { Statement } from './permissions.ts';

/** A policy document. Plain data, ready for JSON. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Readonly<Record<string, unknown>>[];
}

/** The policy that allows the statements. Without statements the list is empty, and IAM takes no such policy. */
export function policyDocument(statements: readonly Statement[]): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: statements.map(({ sid, actions, resources, condition }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: oneOrAll(actions),
      Resource: oneOrAll(resources),
      ...(condition && { Condition: condition }),
    })),
  };
}

/** Who may take the role: ECS tasks, for either role. Developer Guide, task IAM role, read 2026-11-23. */
export const trustPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};

function oneOrAll(values: readonly string[]): string | readonly string[] {
  return values.length === 1 ? (values[0] ?? '') : values;
}
