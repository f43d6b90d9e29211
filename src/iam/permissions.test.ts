import { describe, expect, it } from 'vitest';
import { payments } from '../catalogue/examples/payments.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { features } from './index.ts';
import type { Statement } from './permissions.ts';
import { permissions } from './permissions.ts';
import { policyDocument } from './policyDocument.ts';
import { permissionCases } from './testing/cases.ts';

const line = (role: string, { actions, resources, condition }: Statement) =>
  `${role} ${actions.join(' ')} on ${resources.join(' ')}${condition ? ` if ${JSON.stringify(condition)}` : ''}`;

describe('what the roles must allow', () => {
  it.each(permissionCases)('$feature: $title', ({ task, needs, rights }) => {
    const { execution, task: own } = permissions(task, needs);
    expect([
      ...execution.map((statement) => line('execution', statement)),
      ...own.map((statement) => line('task', statement)),
    ]).toEqual(rights);
  });

  it('has a case for every feature', () => {
    const told = new Set(permissionCases.map(({ feature }) => feature));
    expect(features.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });

  it('names the containers and fields behind each statement of the payments task', () => {
    const { execution, task } = permissions(JSON.parse(payments.text) as TaskDefinition);
    expect(execution.map(({ sid, reasons }) => [sid, reasons.map(({ name }) => name)])).toEqual([
      ['Awslogs', ['secrets-init', 'envoy', 'log-router']],
      ['Secrets', ['app']],
    ]);
    expect(execution[0]?.resources).toEqual([
      'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/ecs/receipts:*',
    ]);
    expect(task).toEqual([]);
  });

  it('gives each statement of a role a name of its own that IAM takes', () => {
    for (const { task, needs } of permissionCases) {
      const { execution, task: own } = permissions(task, needs);
      for (const statements of [execution, own]) {
        const sids = statements.map(({ sid }) => sid);
        expect(new Set(sids).size).toBe(sids.length);
        for (const sid of sids) expect(sid).toMatch(/^[A-Za-z0-9]+$/);
      }
    }
  });

  it('writes a policy document with one value as a text and several as a list', () => {
    const { execution } = permissions(JSON.parse(payments.text) as TaskDefinition);
    expect(policyDocument(execution).Statement[0]).toEqual({
      Sid: 'Awslogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: 'arn:aws:logs:eu-west-1:111122223333:log-group:/aws/ecs/receipts:*',
    });
  });
});
