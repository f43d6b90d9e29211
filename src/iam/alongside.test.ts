import { describe, expect, it } from 'vitest';
import { payments } from '../catalogue/examples/payments.ts';
import { namedContainers } from '../model/namedContainers.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { alongside } from './alongside.ts';
import type { Needs } from './needs.ts';
import { permissions } from './permissions.ts';

const task: TaskDefinition = JSON.parse(payments.text);
const along = (needs: Needs) => alongside(permissions(task, needs).task, namedContainers(task));
const call = (...actions: string[]) => [{ actions, resources: ['*'] }];

describe('what containers get along with the needs of others', () => {
  it('is nothing where the task role allows nothing', () => {
    expect(along({})).toEqual(new Map());
  });

  it('is what one of them calls, for all the others', () => {
    const found = along({ calls: { app: call('s3:PutObject', 'dynamodb:Query') } });
    expect([...found.keys()]).toEqual(['container:secrets-init', 'container:envoy', 'container:log-router']);
    expect(found.get('container:envoy')).toEqual([
      { action: 'dynamodb:Query', needs: ['app'] },
      { action: 's3:PutObject', needs: ['app'] },
    ]);
  });

  it('leaves out what a container calls itself, on whatever resource', () => {
    const found = along({
      calls: { app: call('s3:PutObject'), envoy: call('s3:PutObject', 'sqs:SendMessage') },
    });
    expect(found.has('container:envoy')).toBe(false);
    expect(found.get('container:app')).toEqual([{ action: 'sqs:SendMessage', needs: ['envoy'] }]);
  });

  it('counts the right to a file system to those that mount it', () => {
    const mountPoints = [{ sourceVolume: 'files', containerPath: '/files' }];
    const shared: TaskDefinition = {
      containerDefinitions: [{ name: 'app', mountPoints }, { name: 'other' }],
      volumes: [
        {
          name: 'files',
          efsVolumeConfiguration: {
            fileSystemId: 'fs-0123456789abcdef0',
            transitEncryption: 'ENABLED',
            authorizationConfig: { iam: 'ENABLED' },
          },
        },
      ],
    };
    const found = alongside(permissions(shared).task, namedContainers(shared));
    expect([...found.keys()]).toEqual(['container:other']);
  });

  it('does not count ECS Exec, which enters every container', () => {
    expect(along({ exec: true })).toEqual(new Map());
  });
});
