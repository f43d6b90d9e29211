/** ARNs of what the user has still to make, in the Region and account that the task speaks of. */
import { regionOf } from '../edit/changes/logs.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';

/** The account of the task's roles; AWS's own example account where it names none. */
export function accountOf({ executionRoleArn, taskRoleArn }: TaskDefinition): string {
  return (
    /arn:aws[\w-]*:iam::(\d{12}):/.exec(`${executionRoleArn ?? ''} ${taskRoleArn ?? ''}`)?.[1] ??
    '111122223333'
  );
}

/** A secret of Secrets Manager. */
export function secretToMake(task: TaskDefinition, region: string, name: string): string {
  return `arn:aws:secretsmanager:${region}:${accountOf(task)}:secret:${name}`;
}

/** A parameter, or a path of parameters, of the Parameter Store; `name` begins with a slash or not. */
export function parameterToMake(task: TaskDefinition, name: string): string {
  return `arn:aws:ssm:${regionOf(task)}:${accountOf(task)}:parameter/${name.replace(/^\//, '')}`;
}

/** A bucket name made from the family: lower-case letters, digits and hyphens. */
export function bucketToMake({ family }: TaskDefinition, purpose: string): string {
  return `${(family || 'task').toLowerCase().replace(/[^a-z0-9-]+/g, '-')}-${purpose}`;
}
