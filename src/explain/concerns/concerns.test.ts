import { describe, expect, it } from 'vitest';
import { examples } from '../../catalogue/index.ts';
import { read } from '../../lens/index.ts';
import { items } from '../../model/list.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { ConcernId } from './concern.ts';
import { concernsOf, matrixOf } from './concerns.ts';

const taskOf = (id: string): TaskDefinition => read(examples.find((one) => one.id === id)?.text ?? '').task;

function of(task: TaskDefinition, id: ConcernId) {
  const found = concernsOf(task).find((concern) => concern.id === id);
  if (found === undefined) throw new Error(`no concern ${id}`);
  return found;
}

const texts = (places: readonly { readonly text: string }[]) => places.map(({ text }) => text);

describe('the six concerns of the payments task', () => {
  const task = taskOf('payments');

  it('are settled by the fields that the article names', () => {
    const fields = Object.fromEntries(
      concernsOf(task).map(({ id, settled }) => [id, [...new Set(settled.map(({ field }) => field))].sort()]),
    );
    expect(fields).toMatchObject({
      start: ['dependsOn', 'healthCheck', 'logConfiguration', 'startTimeout'],
      stop: ['essential'],
      files: ['mountPoints', 'volumes'],
      network: ['networkMode', 'portMappings'],
      logs: ['firelensConfiguration', 'logConfiguration'],
    });
    expect(fields.iam).toEqual(
      expect.arrayContaining(['executionRoleArn', 'taskRoleArn', 'logConfiguration']),
    );
  });

  it('lack nothing but what is lacking', () => {
    expect(concernsOf(task).flatMap(({ missing }) => texts(missing))).toEqual([]);
  });

  it('light up what takes part', () => {
    expect(of(task, 'stop').nodes).toEqual(['container:envoy', 'container:log-router', 'container:app']);
    expect(of(task, 'files').nodes.toSorted()).toEqual([
      'container:app',
      'container:secrets-init',
      'volume:shared',
    ]);
    expect(of(task, 'start').edges).toHaveLength(3);
    expect(of(task, 'network').nodes[0]).toBe('task');
  });

  it('make a matrix of fields by concerns', () => {
    const rows = matrixOf(concernsOf(task));
    expect(rows.find(({ field }) => field === 'dependsOn')?.counts).toEqual({ start: 2 });
    expect(rows.find(({ field }) => field === 'logConfiguration')?.counts).toMatchObject({
      start: 1,
      logs: 4,
    });
  });
});

it('knows who waits for a writer only through others', () => {
  // envoy and nginx wait for their writers through others; app really does not wait for config.
  expect(texts(of(taskOf('checkout'), 'files').missing)).toEqual([
    'app reads config and does not wait for config to have written it',
  ]);
  const mount = (readOnly: boolean) => [{ sourceVolume: 'v', containerPath: '/v', readOnly }];
  const init = { name: 'data-init', image: 'a', essential: false, mountPoints: mount(false) };
  const text = (condition: string) =>
    JSON.stringify({
      containerDefinitions: [
        init,
        {
          name: 'app',
          image: 'a',
          dependsOn: [{ containerName: 'data-init', condition }],
          mountPoints: mount(true),
        },
      ],
      volumes: [{ name: 'v' }],
    });
  expect(texts(of(read(text('SUCCESS')).task, 'files').missing)).toEqual([]);
  expect(texts(of(read(text('START')).task, 'files').missing)).toEqual([
    'app reads v and does not wait for data-init to have written it',
  ]);
  const chain = ['data-init', 'one', 'two', 'app'].map((name, place, names) => ({
    ...init,
    name,
    mountPoints: place === 0 || name === 'app' ? mount(place > 0) : [],
    dependsOn: names
      .slice(Math.max(0, place - 1), place)
      .map((containerName) => ({ containerName, condition: place === 1 ? 'SUCCESS' : 'START' })),
  }));
  const far = read(JSON.stringify({ containerDefinitions: chain, volumes: [{ name: 'v' }] })).task;
  expect(texts(of(far, 'files').missing)).toEqual([]);
});

it('counts a container as essential where nothing is written, as ECS does', () => {
  const { task } = read('{"containerDefinitions":[{"name":"a"},{"name":"b","essential":false}]}');
  const { nodes, missing, settled } = of(task, 'stop');
  expect(nodes).toEqual(['container:a']);
  expect(texts(settled)).toContain('a takes the task with it when it ends (the default)');
  expect(texts(missing)).toEqual(['when b ends, nobody restarts it and the task runs on without it']);
});

describe('what is missing', () => {
  const container = (members: object) => ({ image: 'a', ...members });
  const cases: readonly (readonly [string, object, ConcernId, string])[] = [
    [
      'a check for HEALTHY',
      {
        containerDefinitions: [
          container({ name: 'a', dependsOn: [{ containerName: 'b', condition: 'HEALTHY' }] }),
          container({ name: 'b' }),
        ],
      },
      'start',
      'b is to be HEALTHY and has no check: it can never be',
    ],
    [
      'an end of waiting',
      {
        containerDefinitions: [
          container({ name: 'a', dependsOn: [{ containerName: 'b', condition: 'HEALTHY' }] }),
          container({ name: 'b', healthCheck: { command: ['CMD', 'true'] } }),
        ],
      },
      'start',
      'nobody gives up on b: the task may stay PENDING',
    ],
    [
      'somebody who waits for the work of an init container',
      {
        containerDefinitions: [container({ name: 'data-init', essential: false }), container({ name: 'a' })],
      },
      'start',
      'nobody waits for data-init to be done',
    ],
    [
      'any order',
      { containerDefinitions: [container({ name: 'a' }), container({ name: 'b' })] },
      'start',
      'no dependsOn anywhere: all containers start at once',
    ],
    [
      'an essential container',
      { containerDefinitions: [container({ name: 'a', essential: false })] },
      'stop',
      'no container is essential: ECS refuses the task',
    ],
    [
      'leave to end for an init container',
      {
        containerDefinitions: [
          container({ name: 'data-init' }),
          container({ name: 'a', dependsOn: [{ containerName: 'data-init', condition: 'SUCCESS' }] }),
        ],
      },
      'stop',
      'data-init is meant to end, and is essential: its end stops the task',
    ],
    [
      'a writer',
      {
        containerDefinitions: [
          container({ name: 'a', mountPoints: [{ sourceVolume: 'v', containerPath: '/v', readOnly: true }] }),
        ],
        volumes: [{ name: 'v' }],
      },
      'files',
      'v begins empty, and nobody may write to it',
    ],
    [
      'a mount',
      { containerDefinitions: [container({ name: 'a' })], volumes: [{ name: 'v' }] },
      'files',
      'nobody mounts v',
    ],
    [
      'a declaration',
      {
        containerDefinitions: [
          container({ name: 'a', mountPoints: [{ sourceVolume: 'v', containerPath: '/v' }] }),
        ],
      },
      'files',
      'v is mounted and not declared',
    ],
    [
      'a shared loopback',
      { networkMode: 'bridge', containerDefinitions: [container({ name: 'a' }), container({ name: 'b' })] },
      'network',
      'bridge: each container has a loopback of its own',
    ],
    [
      'a free port',
      {
        networkMode: 'awsvpc',
        containerDefinitions: ['a', 'b'].map((name) =>
          container({ name, portMappings: [{ containerPort: 80 }] }),
        ),
      },
      'network',
      'b and a both want port 80/tcp of one network',
    ],
    [
      'a router',
      { containerDefinitions: [container({ name: 'a', logConfiguration: { logDriver: 'awsfirelens' } })] },
      'logs',
      'a sends to a FireLens router, and the task has none',
    ],
    [
      'a router that nobody can lose',
      {
        containerDefinitions: [
          container({ name: 'r', essential: false, firelensConfiguration: { type: 'fluentbit' } }),
          container({ name: 'a', logConfiguration: { logDriver: 'awsfirelens' } }),
        ],
      },
      'logs',
      'r is not essential: when it ends, the others log to nobody',
    ],
    [
      'a way of its own for the output of the router',
      {
        containerDefinitions: [
          container({
            name: 'r',
            firelensConfiguration: { type: 'fluentbit' },
            logConfiguration: { logDriver: 'awsfirelens' },
          }),
        ],
      },
      'logs',
      'r logs through itself: what it says is lost when it fails',
    ],
    [
      'a log driver',
      { containerDefinitions: [container({ name: 'a' })] },
      'logs',
      'the output of a is kept nowhere that outlives the task',
    ],
    [
      'a role',
      {
        containerDefinitions: [
          container({
            name: 'a',
            secrets: [{ name: 'S', valueFrom: 'arn:aws:ssm:eu-west-1:111122223333:parameter/x' }],
          }),
        ],
      },
      'iam',
      'no execution role, and a needs one',
    ],
  ];

  it.each(cases)('%s', (_what, json, id, text) => {
    expect(texts(of(read(JSON.stringify(json)).task, id).missing)).toContain(text);
  });
});

it('every place of every example leads into its text', () => {
  for (const { text } of examples) {
    const reading = read(text);
    for (const { settled, missing } of concernsOf(reading.task)) {
      for (const { path, field } of settled) {
        expect(field).not.toBe('');
        // A default stands nowhere: its container does.
        const written = reading.places.value(path) ?? reading.places.value(path.slice(0, 2));
        expect([path, written === undefined]).toEqual([path, false]);
      }
      for (const { path } of missing) expect(containerOf(reading.task, path)).toBe(true);
    }
  }
});

function containerOf(task: TaskDefinition, [list, index]: Path): boolean {
  return list !== 'containerDefinitions' || items(task.containerDefinitions).some(([, one]) => one === index);
}
