import { describe, expect, it } from 'vitest';
import type { ContainerDefinition } from './containerDefinition.ts';
import { graph } from './graph.ts';
import type { TaskDefinition } from './taskDefinition.ts';

function task(...containerDefinitions: (ContainerDefinition | undefined)[]): TaskDefinition {
  return { containerDefinitions };
}

function edges(of: TaskDefinition): string[] {
  return graph(of).dependencies.map(
    ({ from, to, condition, addedBy }) => `${from} ${condition} ${to}${addedBy ? ` by ${addedBy}` : ''}`,
  );
}

const router: ContainerDefinition = { name: 'router', firelensConfiguration: { type: 'fluentbit' } };
const routed = { logConfiguration: { logDriver: 'awsfirelens' } } as const;

describe('dependencies', () => {
  it('run from the container that is waited for to the one that waits', () => {
    const made = graph(
      task({ name: 'init' }, { name: 'app', dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] }),
    );
    expect(made.dependencies).toEqual([
      {
        key: 'dependsOn:app>init',
        from: 'container:init',
        to: 'container:app',
        condition: 'SUCCESS',
        path: ['containerDefinitions', 1, 'dependsOn', 0],
      },
    ]);
  });

  it('keep two entries between the same two containers apart', () => {
    const twice = task(
      { name: 'init' },
      {
        name: 'app',
        dependsOn: [
          { containerName: 'init', condition: 'START' },
          { containerName: 'init', condition: 'SUCCESS' },
        ],
      },
    );
    expect(graph(twice).dependencies.map(({ key }) => key)).toEqual([
      'dependsOn:app>init',
      'dependsOn:app>init#2',
    ]);
  });

  it('mean the first of two containers of one name', () => {
    const made = task(
      { name: 'db' },
      { name: 'db' },
      { name: 'app', dependsOn: [{ containerName: 'db', condition: 'START' }] },
    );
    expect(edges(made)).toEqual(['container:db START container:app']);
    expect(graph(made).containers.map(({ key }) => key)).toEqual([
      'container:db',
      'container:db#2',
      'container:app',
    ]);
  });

  it('are dangling without a container of that name or without a readable condition', () => {
    const made = graph(
      task(undefined, {
        name: 'app',
        dependsOn: [{ containerName: 'gone', condition: 'START' }, undefined, { containerName: 'app' }],
      }),
    );
    expect(made.dependencies).toEqual([]);
    expect(made.dangling).toEqual([
      { to: 'container:app', path: ['containerDefinitions', 1, 'dependsOn', 0], name: 'gone' },
      { to: 'container:app', path: ['containerDefinitions', 1, 'dependsOn', 1], name: '' },
      { to: 'container:app', path: ['containerDefinitions', 1, 'dependsOn', 2], name: 'app' },
    ]);
  });

  it('a container with an empty name cannot be meant by anybody', () => {
    expect(
      edges(task({ name: '' }, { name: 'app', dependsOn: [{ containerName: '', condition: 'START' }] })),
    ).toEqual([]);
  });

  it('links add START and volumesFrom adds CREATE', () => {
    const made = task(
      { name: 'db' },
      { name: 'data' },
      { name: 'app', links: ['db:database', 'nobody'], volumesFrom: [{ sourceContainer: 'data' }] },
    );
    expect(edges(made)).toEqual([
      'container:db START container:app by links',
      'container:data CREATE container:app by volumesFrom',
    ]);
    expect(graph(made).dependencies[0]?.path).toEqual(['containerDefinitions', 2, 'links', 0]);
  });
});

describe('the START that FireLens adds', () => {
  it('stands between the router and each container that logs through it', () => {
    expect(edges(task({ name: 'app', ...routed }, router, { name: 'other' }))).toEqual([
      'container:router START container:app by firelens',
    ]);
  });

  it('is not added where the container waits for the router already', () => {
    const waits = {
      name: 'app',
      ...routed,
      dependsOn: [{ containerName: 'router', condition: 'HEALTHY' }],
    } as const;
    expect(edges(task(router, waits))).toEqual(['container:router HEALTHY container:app']);
    expect(
      edges(task(router, { name: 'app', ...routed, volumesFrom: [{ sourceContainer: 'router' }] })),
    ).toEqual(['container:router CREATE container:app by volumesFrom']);
  });

  it('is not added to the router itself', () => {
    expect(edges(task({ ...router, ...routed }))).toEqual([]);
  });

  it.each([
    ['dependsOn', { dependsOn: [{ containerName: 'init', condition: 'SUCCESS' }] }],
    ['links', { links: ['init'] }],
    ['volumesFrom', { volumesFrom: [{ sourceContainer: 'init' }] }],
  ] as const)('is not added when the router waits by %s', (_, waits) => {
    const made = task({ name: 'init' }, { ...router, ...waits }, { name: 'app', ...routed });
    expect(graph(made).dependencies.filter(({ addedBy }) => addedBy === 'firelens')).toEqual([]);
  });

  it('is not brought by a proxyConfiguration', () => {
    expect(
      edges({
        containerDefinitions: [{ name: 'envoy' }, { name: 'app' }],
        proxyConfiguration: { type: 'APPMESH', containerName: 'envoy' },
      }),
    ).toEqual([]);
  });
});

describe('volumes', () => {
  it('that nobody declares but a mount names are nodes without a place', () => {
    const made = graph({
      containerDefinitions: [
        {
          name: 'app',
          mountPoints: [
            { sourceVolume: 'shared', containerPath: '/a', readOnly: true },
            { sourceVolume: 'lost', containerPath: '/b' },
            { containerPath: '/c' },
            { sourceVolume: 'shared', containerPath: '/d' },
          ],
        },
      ],
      volumes: [undefined, { name: 'shared' }],
    });
    expect(made.volumes.map(({ key, index }) => [key, index])).toEqual([
      ['volume:shared', 1],
      ['volume:lost', -1],
    ]);
    expect(made.mounts.map(({ key, readOnly, path }) => [key, readOnly, path[3]])).toEqual([
      ['mount:app>shared', true, 0],
      ['mount:app>lost', false, 1],
      ['mount:app>shared#2', false, 3],
    ]);
  });
});

describe('log destinations', () => {
  const awslogs = (group: string, region = 'eu-west-1') =>
    ({
      logDriver: 'awslogs',
      options: { 'awslogs-group': group, 'awslogs-region': region },
    }) as const;
  const told = (of: TaskDefinition) => graph(of).logs.map(({ key, title, detail }) => [key, title, detail]);

  it('are one node a CloudWatch group', () => {
    const made = task(
      { name: 'a', logConfiguration: awslogs('/ecs/x') },
      { name: 'b', logConfiguration: awslogs('/ecs/x') },
      { name: 'c', logConfiguration: awslogs('/ecs/y') },
    );
    expect(told(made)).toEqual([
      ['log:awslogs /ecs/x', 'CloudWatch', '/ecs/x'],
      ['log:awslogs /ecs/y', 'CloudWatch', '/ecs/y'],
    ]);
    expect(graph(made).routes.map(({ key, to }) => [key, to])).toEqual([
      ['log:a', 'log:awslogs /ecs/x'],
      ['log:b', 'log:awslogs /ecs/x'],
      ['log:c', 'log:awslogs /ecs/y'],
    ]);
  });

  it('of one group in two regions are two, and say so', () => {
    const made = task(
      { name: 'a', logConfiguration: awslogs('/ecs/x') },
      { name: 'b', logConfiguration: awslogs('/ecs/x', 'us-east-1') },
    );
    expect(told(made)).toEqual([
      ['log:awslogs /ecs/x', 'CloudWatch', '/ecs/x, eu-west-1'],
      ['log:awslogs /ecs/x#2', 'CloudWatch', '/ecs/x, us-east-1'],
    ]);
  });

  it('of a router are read from the options of those who log through it', () => {
    const datadog = {
      logDriver: 'awsfirelens',
      options: { Name: 'datadog', Host: 'http-intake.logs.datadoghq.com' },
    } as const;
    const made = graph(
      task(
        { ...router, logConfiguration: awslogs('/ecs/router') },
        { name: 'app', logConfiguration: datadog },
        { name: 'web', logConfiguration: datadog },
        {
          name: 'job',
          logConfiguration: {
            logDriver: 'awsfirelens',
            options: { '@type': 'cloudwatch_logs', log_group_name: '/ecs/router', region: 'eu-west-1' },
          },
        },
      ),
    );
    expect(made.logs.map(({ key, title, detail }) => [key, title, detail])).toEqual([
      ['log:awslogs /ecs/router', 'CloudWatch', '/ecs/router'],
      ['log:datadog http-intake.logs.datadoghq.com', 'Datadog', 'http-intake.logs.datadoghq.com'],
    ]);
    expect(made.routes.map(({ key, from, to, driver }) => [key, from, to, driver])).toEqual([
      ['log:router', 'container:router', 'log:awslogs /ecs/router', 'awslogs'],
      ['log:router>out#2', 'container:router', 'log:awslogs /ecs/router', 'awslogs'],
      ['log:router>out', 'container:router', 'log:datadog http-intake.logs.datadoghq.com', 'datadog'],
      ['log:app', 'container:app', 'container:router', 'awsfirelens'],
      ['log:web', 'container:web', 'container:router', 'awsfirelens'],
      ['log:job', 'container:job', 'container:router', 'awsfirelens'],
    ]);
  });

  it('of a router whose file decides is that file', () => {
    const made = task(
      {
        ...router,
        firelensConfiguration: { type: 'fluentbit', options: { 'config-file-value': '/extra.conf' } },
      },
      { name: 'app', ...routed },
    );
    expect(graph(made).logs.map(({ driver, detail }) => [driver, detail])).toEqual([
      ['config-file', '/extra.conf'],
    ]);
  });

  it('of a router with a file are the named outputs, where there are any', () => {
    const made = task(
      {
        ...router,
        firelensConfiguration: { type: 'fluentbit', options: { 'config-file-value': '/parse.conf' } },
      },
      {
        name: 'app',
        logConfiguration: { logDriver: 'awsfirelens', options: { Name: 's3', bucket: 'logs' } },
      },
    );
    expect(told(made)).toEqual([['log:s3 logs', 'S3', 'logs']]);
  });

  it('a route to a router that is missing ends in a node that says so', () => {
    expect(told(task({ name: 'app', ...routed }))).toEqual([['log:awsfirelens', 'No log router', '']]);
  });

  it('a host driver stays on the host, and an unknown plug-in is called what it is called', () => {
    const made = task(
      router,
      { name: 'a', logConfiguration: { logDriver: 'json-file' } },
      { name: 'b', logConfiguration: { logDriver: 'awsfirelens', options: { name: 'Coralogix' } } },
    );
    expect(told(made)).toEqual([
      ['log:json-file', 'Host’s json-file', ''],
      ['log:coralogix', 'Coralogix', ''],
    ]);
  });
});

it('the graph of one task is made once', () => {
  const one = task({ name: 'app' });
  expect(graph(one)).toBe(graph(one));
});
