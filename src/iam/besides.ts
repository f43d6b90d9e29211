/** What must be allowed beside the two roles of a task: to the instance, the service, other accounts, and who deploys. */
import { items } from '../model/list.ts';
import { namedContainers } from '../model/namedContainers.ts';
import type { Path } from '../model/path.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { PolicyDocument } from './policyDocument.ts';
import { ecrImage, surroundingsOf, UNKNOWN } from './surroundings.ts';

/** One thing that no right of the task's own roles gives, and the field that causes it. */
export interface Beside {
  readonly id: string;
  readonly text: string;
  readonly path: Path;
}

/**
 * In the order of the text. Sources: Amazon ECS Developer Guide (task execution IAM role, infrastructure role), AWS FIS
 * User Guide, Amazon ECR User Guide (repository policies), read 2026-11-23.
 */
export function besideRoles(task: TaskDefinition): readonly Beside[] {
  const found: Beside[] = [];
  const { account } = surroundingsOf({
    executionRoleArn: task.executionRoleArn ?? '',
    taskRoleArn: task.taskRoleArn ?? '',
  });
  const containers = namedContainers(task);
  const onInstance = items(task.requiresCompatibilities).some(([one]) => one === 'EC2');
  const first = containers.find(
    ({ definition }) =>
      ecrImage(definition.image ?? '') !== undefined || definition.logConfiguration?.logDriver === 'awslogs',
  );
  if (onInstance && !task.executionRoleArn && first !== undefined) {
    found.push({
      id: 'instance-role',
      text: 'On EC2 without an execution role the role of the instance pulls from ECR and writes to CloudWatch Logs: it needs those rights.',
      path: ['executionRoleArn'],
    });
  }
  for (const { name, index, definition } of containers) {
    const image = ecrImage(definition.image ?? '');
    if (image === undefined || account === UNKNOWN.account || image.account === account) continue;
    found.push({
      id: 'repository-policy',
      text: `The image of ${name} is of account ${image.account}: the policy of its repository there must let account ${account} pull.`,
      path: ['containerDefinitions', index, 'image'],
    });
  }
  for (const [volume, index] of items(task.volumes)) {
    if (!volume.configuredAtLaunch) continue;
    found.push({
      id: 'infrastructure-role',
      text: `For the EBS volume ${volume.name ?? index + 1} the service or RunTask names a role of its own, volumeConfigurations.roleArn: AmazonECSInfrastructureRolePolicyForVolumes is its managed policy.`,
      path: ['volumes', index, 'configuredAtLaunch'],
    });
  }
  if (task.enableFaultInjection) {
    found.push({
      id: 'experiment-role',
      text: 'Experiments of AWS FIS act with a role of their own: AWSFaultInjectionSimulatorECSAccess is its managed policy.',
      path: ['enableFaultInjection'],
    });
  }
  return found;
}

/**
 * What who registers and starts the task must be allowed: to register it, and to hand its roles to ECS and to nobody
 * else. A role that is only a name gets the account of the task. Source: AWS CDK, grantRun of a task definition.
 */
export function deployerPolicy(task: TaskDefinition): PolicyDocument {
  const { partition, account } = surroundingsOf(task);
  const roles = [task.executionRoleArn, task.taskRoleArn].flatMap((role) =>
    role ? [role.startsWith('arn:') ? role : `arn:${partition}:iam::${account}:role/${role}`] : [],
  );
  const unique = [...new Set(roles)];
  return {
    Version: '2012-10-17',
    Statement: [
      { Sid: 'Register', Effect: 'Allow', Action: 'ecs:RegisterTaskDefinition', Resource: '*' },
      ...(unique.length === 0
        ? []
        : [
            {
              Sid: 'PassRoles',
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: unique.length === 1 ? unique[0] : unique,
              Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
            },
          ]),
    ],
  };
}
