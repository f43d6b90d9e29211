import { describe, expect, it } from 'vitest';
import { besideRoles, deployerPolicy } from './besides.ts';

const EXECUTION = 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole';
const image = '444455556666.dkr.ecr.eu-west-1.amazonaws.com/api:1';

describe('what must be allowed beside the roles of a task', () => {
  it('is nothing for a task that stays by itself', () => {
    const own = image.replace('444455556666', '111122223333');
    expect(
      besideRoles({
        executionRoleArn: EXECUTION,
        requiresCompatibilities: ['EC2'],
        containerDefinitions: [{ name: 'app', image: own }],
        volumes: [{ name: 'work' }],
      }),
    ).toEqual([]);
    expect(besideRoles({})).toEqual([]);
  });

  it('is told with the field that causes it', () => {
    const found = besideRoles({
      executionRoleArn: EXECUTION,
      containerDefinitions: [{ name: 'app', image }],
      volumes: [{ name: 'work' }, { name: 'disk', configuredAtLaunch: true }],
      enableFaultInjection: true,
    });
    expect(found.map(({ id, path }) => [id, ...path])).toEqual([
      ['repository-policy', 'containerDefinitions', 0, 'image'],
      ['infrastructure-role', 'volumes', 1, 'configuredAtLaunch'],
      ['experiment-role', 'enableFaultInjection'],
    ]);
    expect(found[0]?.text).toContain('let account 111122223333 pull');
  });

  it('is the role of the instance, on EC2 without an execution role', () => {
    const containers = { containerDefinitions: [{ name: 'app', image }] };
    const ids = (requiresCompatibilities: readonly ('EC2' | 'FARGATE')[]) =>
      besideRoles({ ...containers, requiresCompatibilities }).map(({ id }) => id);
    expect(ids(['EC2'])).toEqual(['instance-role']);
    expect(ids(['FARGATE'])).toEqual([]);
  });
});

describe('what who deploys must be allowed', () => {
  it('is to register, and to hand the roles to ECS alone', () => {
    expect(deployerPolicy({ executionRoleArn: EXECUTION, taskRoleArn: 'shop' }).Statement).toEqual([
      { Sid: 'Register', Effect: 'Allow', Action: 'ecs:RegisterTaskDefinition', Resource: '*' },
      {
        Sid: 'PassRoles',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: [EXECUTION, 'arn:aws:iam::111122223333:role/shop'],
        Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
      },
    ]);
  });

  it('is to register alone where there is no role', () => {
    expect(deployerPolicy({}).Statement).toHaveLength(1);
  });
});
