/** What is written down of the roles of a task. */
import type { Permissions } from '../../iam/permissions.ts';

export interface RoleTask {
  readonly family: string | undefined;
  readonly executionRoleArn: string | undefined;
  readonly taskRoleArn: string | undefined;
  readonly needed: Permissions;
}

/**
 * The name of each role: as the definition names it, else the family with `-execution` or `-task`. Letters that IAM does
 * not take become hyphens; at most 64 letters.
 */
export function roleNames({ family, executionRoleArn, taskRoleArn }: RoleTask): {
  readonly execution: string;
  readonly task: string;
} {
  const base = family === undefined || /[${<]/.test(family) ? 'ecs' : family;
  return {
    execution: nameIn(executionRoleArn) ?? fitting(`${base.slice(0, 54)}-execution`),
    task: nameIn(taskRoleArn) ?? fitting(`${base.slice(0, 54)}-task`),
  };
}

function nameIn(arn: string | undefined): string | undefined {
  return /^(?:arn:[\w-]+:iam::\d{12}:role\/(?:.*\/)?)?([\w+=,.@-]{1,64})$/.exec(arn ?? '')?.[1];
}

function fitting(name: string): string {
  return name.replace(/[^\w+=,.@-]/g, '-');
}
