import { parse as oracle } from '@cdktf/hcl2json';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { permissions } from '../../iam/permissions.ts';
import { permissionCases } from '../../iam/testing/cases.ts';
import { cloudFormationRoles } from './cloudFormationRoles.ts';
import { roleNames } from './roleTask.ts';
import { terraformRoles } from './terraformRoles.ts';

const cases = permissionCases.map(({ title, task, needs }) => ({
  title,
  role: {
    family: task.family,
    executionRoleArn: task.executionRoleArn,
    taskRoleArn: task.taskRoleArn,
    needed: permissions(task, needs),
  },
}));
const listOf = (value: unknown) => (Array.isArray(value) ? value : [value]);
const TRUST = {
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

describe('the roles of a task, written down', () => {
  it.each(cases)('say in CloudFormation what is needed: $title', ({ role }) => {
    const { Resources: resources } = parse(cloudFormationRoles(role));
    for (const [id, statements] of [
      ['ExecutionRole', role.needed.execution],
      ['TaskRole', role.needed.task],
    ] as const) {
      const { AssumeRolePolicyDocument: trust, Policies: policies = [] } = resources[id].Properties;
      expect(trust.Statement).toEqual([TRUST]);
      const written = policies.flatMap(
        (policy: { PolicyDocument: { Statement: unknown[] } }) => policy.PolicyDocument.Statement,
      );
      expect(
        written.map((one: Record<string, unknown>) => [
          one.Sid,
          listOf(one.Action),
          listOf(one.Resource).map((resource) => resource['Fn::Sub'] ?? resource),
        ]),
      ).toEqual(
        statements.map(({ sid, actions, resources: on }) => [
          sid,
          actions,
          on.map((arn) =>
            arn.replace('<region>', '${AWS::Region}').replace('<account-id>', '${AWS::AccountId}'),
          ),
        ]),
      );
    }
  });

  it.each(cases)('say the same in Terraform: $title', async ({ role }) => {
    const text = terraformRoles(role);
    const { data, resource } = JSON.parse(JSON.stringify(await oracle('roles.tf', text)));
    const documents = data.aws_iam_policy_document;
    expect(Object.keys(resource.aws_iam_role)).toEqual(['execution', 'task']);
    expect(documents.ecs_tasks[0].statement[0].principals[0].identifiers).toEqual([
      'ecs-tasks.amazonaws.com',
    ]);
    for (const [kind, statements] of [
      ['execution', role.needed.execution],
      ['task', role.needed.task],
    ] as const) {
      const written = documents[kind]?.[0].statement ?? [];
      expect(written.map((one: Record<string, unknown>) => [one.sid, one.actions, one.resources])).toEqual(
        statements.map(({ sid, actions, resources: on }) => [
          sid,
          actions,
          on.map((arn) =>
            arn
              .replace('<region>', '${data.aws_region.current.id}')
              .replace('<account-id>', '${data.aws_caller_identity.current.account_id}'),
          ),
        ]),
      );
      const conditions = written.flatMap((one: { condition?: { test: string }[] }) => one.condition ?? []);
      const wanted = statements.flatMap(({ condition = {} }) => Object.keys(condition));
      expect(conditions.map(({ test }: { test: string }) => test)).toEqual(wanted);
      expect(resource.aws_iam_role_policy?.[kind] !== undefined).toBe(statements.length > 0);
    }
    expect('aws_region' in data).toBe(text.includes('data.aws_region.current.id'));
    expect('aws_caller_identity' in data).toBe(text.includes('data.aws_caller_identity'));
  });

  it('are named as the definition names them, else after the family', () => {
    const needed = { execution: [], task: [] };
    const arn = 'arn:aws:iam::111122223333:role/service/shop-exec';
    const named = { family: 'my shop', executionRoleArn: arn, taskRoleArn: undefined, needed };
    expect(roleNames(named)).toEqual({ execution: 'shop-exec', task: 'my-shop-task' });
    const long = { family: '${FAMILY}', executionRoleArn: '$ROLE', taskRoleArn: undefined, needed };
    expect(roleNames(long)).toEqual({ execution: 'ecs-execution', task: 'ecs-task' });
    const most = roleNames({ ...named, family: 'x'.repeat(255), executionRoleArn: undefined });
    expect(most.execution.length).toBeLessThanOrEqual(64);
  });
});
