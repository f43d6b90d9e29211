/** What lessons begin with. */
import { PLANNED } from '../../edit/changes/scenario.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Scenario } from '../../simulate/scenario.ts';

/** The text of a task for Fargate, with what every one needs; members given replace those. */
export function onFargate(members: TaskDefinition): string {
  return textOf({
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    ...members,
  });
}

/** A task definition as a file: the family first, the containers after what holds for all. */
export function textOf({ family = 'lesson', containerDefinitions, ...members }: TaskDefinition): string {
  const { volumes, ...others } = members;
  const task = { family, ...others, containerDefinitions, ...(volumes && { volumes }) };
  return `${JSON.stringify(task, null, 2)}\n`;
}

/** Logs of a container that go to CloudWatch. */
export function awslogs(group: string, prefix: string) {
  return {
    logDriver: 'awslogs' as const,
    options: {
      'awslogs-group': group,
      'awslogs-region': 'eu-west-1',
      'awslogs-stream-prefix': prefix,
    },
  };
}

/** Logs of a container that the log router sends to CloudWatch. */
export function throughRouter(group: string) {
  return {
    logDriver: 'awsfirelens' as const,
    options: {
      Name: 'cloudwatch_logs',
      region: 'eu-west-1',
      log_group_name: group,
      log_stream_prefix: 'app-',
      auto_create_group: 'true',
    },
  };
}

/** The plan of a lesson: how its containers behave when all goes as it should. */
export function plan(behaviours: Scenario['behaviours'] = {}, more: Partial<Scenario> = {}): Scenario {
  return { ...PLANNED, behaviours, ...more };
}

/** Another way that it may go. */
export function whatIf(
  id: string,
  name: string,
  behaviours: Scenario['behaviours'],
  more: Partial<Scenario> = {},
): Scenario {
  return { ...plan(behaviours, more), id, name };
}
