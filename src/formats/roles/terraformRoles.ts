/** Both roles of a task in Terraform. Provider hashicorp/aws, aws_iam_role and aws_iam_policy_document, read 2026-11-23. */
import type { RoleKind } from '../../iam/feature.ts';
import type { Statement } from '../../iam/permissions.ts';
import { UNKNOWN } from '../../iam/surroundings.ts';
import { type HclBlock, hclString, hclText } from '../write/hclText.ts';
import { type RoleTask, roleNames } from './roleTask.ts';

const REGION = 'data.aws_region.current.id';
const ACCOUNT = 'data.aws_caller_identity.current.account_id';

/** The blocks, ended by a line break; what the definition does not say is that of the provider. */
export function terraformRoles(task: RoleTask): string {
  const names = roleNames(task);
  const { execution, task: own } = task.needed;
  const texts = [...execution, ...own].flatMap(({ resources }) => resources).join(' ');
  const blocks: HclBlock[] = [
    ...(texts.includes(UNKNOWN.region) ? [dataBlock('aws_region')] : []),
    ...(texts.includes(UNKNOWN.account) ? [dataBlock('aws_caller_identity')] : []),
    trust,
    ...role('execution', names.execution, execution),
    ...role('task', names.task, own),
  ];
  return blocks.map(hclText).join('\n');
}

const trust: HclBlock = {
  type: 'data',
  labels: ['aws_iam_policy_document', 'ecs_tasks'],
  body: [
    {
      type: 'statement',
      labels: [],
      body: [
        ['actions', '["sts:AssumeRole"]'],
        {
          type: 'principals',
          labels: [],
          body: [
            ['type', '"Service"'],
            ['identifiers', '["ecs-tasks.amazonaws.com"]'],
          ],
        },
      ],
    },
  ],
};

function dataBlock(type: string): HclBlock {
  return { type: 'data', labels: [type, 'current'], body: [] };
}

function role(kind: RoleKind, name: string, statements: readonly Statement[]): HclBlock[] {
  const made: HclBlock = {
    type: 'resource',
    labels: ['aws_iam_role', kind],
    body: [
      ['name', hclString(name)],
      ['assume_role_policy', 'data.aws_iam_policy_document.ecs_tasks.json'],
    ],
  };
  if (statements.length === 0) return [made];
  return [
    { type: 'data', labels: ['aws_iam_policy_document', kind], body: statements.map(statementBlock) },
    made,
    {
      type: 'resource',
      labels: ['aws_iam_role_policy', kind],
      body: [
        ['name', '"what-the-task-needs"'],
        ['role', `aws_iam_role.${kind}.id`],
        ['policy', `data.aws_iam_policy_document.${kind}.json`],
      ],
    },
  ];
}

function statementBlock({ sid, actions, resources, condition = {} }: Statement): HclBlock {
  const conditions = Object.entries(condition).flatMap(([test, keys]) =>
    Object.entries(keys).map(
      ([variable, value]): HclBlock => ({
        type: 'condition',
        labels: [],
        body: [
          ['test', hclString(test)],
          ['variable', hclString(variable)],
          ['values', listed([value])],
        ],
      }),
    ),
  );
  return {
    type: 'statement',
    labels: [],
    body: [
      ['sid', hclString(sid)],
      ['actions', listed(actions)],
      ['resources', listed(resources)],
      ...conditions,
    ],
  };
}

function listed(texts: readonly string[]): string {
  const written = texts.map((text) =>
    hclString(text).replaceAll(UNKNOWN.region, `\${${REGION}}`).replaceAll(UNKNOWN.account, `\${${ACCOUNT}}`),
  );
  const line = `[${written.join(', ')}]`;
  return line.length < 90 ? line : `[\n${written.map((one) => `  ${one},`).join('\n')}\n]`;
}
