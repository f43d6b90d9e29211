/** Who may do what in AWS. */
import { type Permissions, permissions, type Statement } from '../../iam/permissions.ts';
import { listed } from '../words.ts';
import type { Concern, ConcernPlace } from './concern.ts';

/** One task role for all containers, and one execution role for what ECS does before they run. */
export const iam: Concern = {
  id: 'iam',
  title: 'IAM',
  question: 'Who may do what in AWS?',
  facts({ task, graph, needs }) {
    const asked = permissions(task, needs);
    const settled: ConcernPlace[] = [];
    const missing: ConcernPlace[] = [];
    const count = graph.containers.length;
    const roles = [
      [
        'taskRoleArn',
        task.taskRoleArn,
        asked.task,
        `one role for the code of ${count === 1 ? 'the container' : `all ${count} containers`}`,
      ],
      ['executionRoleArn', task.executionRoleArn, asked.execution, 'what ECS itself does before they run'],
    ] as const;
    for (const [field, arn, statements, says] of roles) {
      const place = { path: [field], field };
      if (arn) settled.push({ ...place, text: `${says}: ${arn.split('/').at(-1) ?? arn}` });
      else if (statements.length > 0) {
        missing.push({
          ...place,
          text: `no ${field === 'taskRoleArn' ? 'task' : 'execution'} role, and ${wantedBy(statements)}`,
        });
      }
      settled.push(...reasons(statements, field === 'taskRoleArn' ? 'task role' : 'execution role'));
    }
    return { settled, missing, nodes: nodesOf(asked), edges: [] };
  },
};

function wantedBy(statements: readonly Statement[]): string {
  const names = statements.flatMap(({ reasons: list }) => list.map(({ name }) => name || 'the task'));
  const unique = [...new Set(names)];
  return `${listed(unique)} ${unique.length === 1 ? 'needs' : 'need'} one`;
}

function reasons(statements: readonly Statement[], role: string): ConcernPlace[] {
  return statements.flatMap(({ actions, reasons: list }) =>
    list.map(({ name, node, path, text }) => ({
      path,
      ...(node !== undefined && { node }),
      field: String(path.find((step, place) => place >= 2 && typeof step === 'string') ?? path[0] ?? 'needs'),
      text: `${role}: ${actions.length === 1 ? actions[0] : `${actions[0]} and ${actions.length - 1} more`} for ${name || 'the task'}, ${text}`,
    })),
  );
}

/** Whose code needs the task role; the others get the same rights along with it. */
function nodesOf({ task }: Permissions): string[] {
  return [...new Set(task.flatMap(({ reasons: list }) => list.flatMap(({ node }) => node ?? [])))];
}
