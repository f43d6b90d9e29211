/** Both roles of a task as a CloudFormation template. AWS::IAM::Role, read 2026-11-23. */
import type { Statement } from '../../iam/permissions.ts';
import { policyDocument, trustPolicy } from '../../iam/policyDocument.ts';
import { UNKNOWN } from '../../iam/surroundings.ts';
import { isMap, type Plain, plain } from '../write/plain.ts';
import { yamlText } from '../write/yamlText.ts';
import { type RoleTask, roleNames } from './roleTask.ts';

/** The template, with the ARNs of both roles as outputs; what the definition does not say is that of the stack. */
export function cloudFormationRoles(task: RoleTask): string {
  const names = roleNames(task);
  return yamlText({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The roles of the ECS task ${task.family ?? 'definition'}`,
    Resources: {
      ExecutionRole: role(names.execution, task.needed.execution),
      TaskRole: role(names.task, task.needed.task),
    },
    Outputs: {
      ExecutionRoleArn: { Value: { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] } },
      TaskRoleArn: { Value: { 'Fn::GetAtt': ['TaskRole', 'Arn'] } },
    },
  });
}

function role(name: string, statements: readonly Statement[]): Plain {
  const policies =
    statements.length === 0
      ? {}
      : {
          Policies: [
            { PolicyName: 'what-the-task-needs', PolicyDocument: filled(plain(policyDocument(statements))) },
          ],
        };
  return {
    Type: 'AWS::IAM::Role',
    Properties: { RoleName: name, AssumeRolePolicyDocument: plain(trustPolicy), ...policies },
  };
}

/** Texts that hold a placeholder become `Fn::Sub` of the stack's own Region and account. */
function filled(value: Plain): Plain {
  if (typeof value === 'string') {
    const text = value
      .replaceAll('${', '${!')
      .replaceAll(UNKNOWN.region, '${AWS::Region}')
      .replaceAll(UNKNOWN.account, '${AWS::AccountId}');
    return /\$\{AWS::/.test(text) ? { 'Fn::Sub': text } : value;
  }
  if (Array.isArray(value)) return value.map(filled);
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  }
  return value;
}
