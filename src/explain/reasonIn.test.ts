import { describe, expect, it } from 'vitest';
import { payments, taskOf } from '../simulate/testing/tasks.ts';
import { placeOf, reasonIn } from './reasonIn.ts';

describe('a reason alone, held against a task', () => {
  it('leads to the edge along which somebody was given up', () => {
    expect(
      reasonIn(
        payments,
        'CannotStartContainerError: dependency graph: container ordering dependency [secrets-init] for target [app] did not exit successfully.',
      ),
    ).toMatchObject({
      id: 'dependency-failed',
      container: 'secrets-init',
      edge: { waits: 'app', on: 'secrets-init' },
    });
  });

  it('leads to the container whose image, secret, log group or name it tells', () => {
    const task = taskOf(
      {
        name: 'web',
        image: 'acme/web:1',
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/front' } },
      },
      { name: 'db', image: 'acme/store:2', secrets: [{ name: 'P', valueFrom: '/prod/password' }] },
    );
    const meant = (text: string) => reasonIn(task, text)?.container;
    expect(meant('CannotPullContainerError: failed to resolve ref acme/store:2: not found')).toBe('db');
    expect(
      meant('ResourceInitializationError: unable to retrieve secret: invalid parameters: /prod/password'),
    ).toBe('db');
    expect(meant('ResourceInitializationError: failed to validate logger args: log group /ecs/front')).toBe(
      'web',
    );
    expect(meant('OutOfMemoryError: Container db killed due to memory usage')).toBe('db');
    expect(meant('OutOfMemoryError: Container killed due to memory usage')).toBeUndefined();
  });

  it('leads to the only checked essential container, or to the only one there is', () => {
    const checked = taskOf({ name: 'web', healthCheck: { command: ['CMD', 'true'] } }, { name: 'other' });
    expect(reasonIn(checked, 'Task failed container health checks')).toMatchObject({
      container: 'web',
      field: 'healthCheck',
    });
    expect(reasonIn(taskOf({ name: 'solo' }), 'Essential container in task exited')?.container).toBe('solo');
  });

  it('is not invented', () => {
    expect(reasonIn(payments, 'all is well')).toBeUndefined();
  });
});

describe('the place of a member', () => {
  it('is that of the container, or of the task where a container has no such member', () => {
    expect(placeOf(payments, 'app', 'image')).toEqual(['containerDefinitions', 3, 'image']);
    expect(placeOf(payments, 'app', 'executionRoleArn')).toEqual(['executionRoleArn']);
    expect(placeOf(payments, undefined, 'image')).toBeUndefined();
    expect(placeOf(payments, undefined, 'volumes')).toEqual(['volumes']);
  });
});
