import { expect, it } from 'vitest';
import { isRefusal } from '../../model/edit.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import { applyChange, newDesign } from '../design.ts';
import { addContainer, type ContainerJson } from './containers.ts';
import { logGroupOf, regionOf, routeLogs } from './logs.ts';

it('keeps the group, the region and the prefix of a container that changes to awsfirelens, placeholders too', () => {
  const options = {
    'awslogs-group': '/a/{CLUSTER}',
    'awslogs-region': '{REGION}',
    'awslogs-stream-prefix': 'web',
  };
  const definition = { name: 'app', image: 'a:1', logConfiguration: { logDriver: 'awslogs', options } };
  const design = newDesign(JSON.stringify({ family: 'f', containerDefinitions: [definition] }));
  const after = applyChange(design, routeLogs('container:app', 'awsfirelens'));
  expect(isRefusal(after) ? after : JSON.parse(after.text).containerDefinitions[0].logConfiguration).toEqual({
    logDriver: 'awsfirelens',
    options: {
      Name: 'cloudwatch_logs',
      region: '{REGION}',
      log_group_name: '/a/{CLUSTER}',
      log_stream_prefix: 'web/',
      auto_create_group: 'true',
    },
  });
});

it('an empty list of secrets stays where the driver changes', () => {
  const text =
    '{"containerDefinitions":[{"name":"app","image":"a","logConfiguration":{"logDriver":"awslogs","secretOptions":[]}}]}';
  const after = applyChange(newDesign(text), routeLogs('container:app', 'json-file'));
  expect(isRefusal(after) ? after : after.text).toBe(text.replace('awslogs', 'json-file'));
});

it('options of the former driver go, also those that hold a placeholder', () => {
  const text = `[{ "name": "app", "image": "a", "logConfiguration": { "logDriver": "awslogs",
    "options": { "awslogs-group": $GROUP, "awslogs-region": "eu-west-1", "mode": $MODE } } }]`;
  const after = applyChange(newDesign(text), routeLogs('container:app', 'syslog', { tag: 'app' }));
  expect(isRefusal(after) ? after : after.text).toBe(
    text
      .replace('"awslogs"', '"syslog"')
      .replace('"awslogs-group": $GROUP, "awslogs-region": "eu-west-1", "mode": $MODE', '"tag": "app"'),
  );
});

it('a group is made of the family, but not of what nobody would call it', () => {
  const grouped = (family: string, more: Partial<TaskDefinition> = {}) => logGroupOf({ family, ...more });
  expect(grouped('orders')).toBe('/ecs/orders');
  expect(grouped('OrdersStackTaskDef2B3755BC')).toBe('/ecs/OrdersStack');
  expect(grouped('OrdersTaskDefinition1F0A9B3C')).toBe('/ecs/Orders');
  expect(grouped('orders-DEADBEEF')).toBe('/ecs/orders-DEADBEEF');
  expect(grouped('<family>', { containerDefinitions: [{ name: 'web', image: 'w' }] })).toBe('/ecs/web');
  expect(grouped('<family>')).toBe('/ecs/task');
  expect(logGroupOf({ containerDefinitions: [{ name: 'web', image: 'w' }] })).toBe('/ecs/web');
  expect(grouped('${family}')).toBe('/ecs/${family}');
});

it('a group that the output goes to through Fluent Bit is the group of the task, a region may be a placeholder', () => {
  const options = { Name: 'cloudwatch_logs', log_group_name: '/shop', region: '{{region}}' };
  const task: TaskDefinition = {
    family: 'f',
    containerDefinitions: [
      { name: 'a', image: 'a', logConfiguration: { logDriver: 'awsfirelens', options } },
      { name: 'b', image: '1.dkr.ecr.eu-west-1.amazonaws.com/b' },
    ],
  };
  expect(logGroupOf(task)).toBe('/shop');
  expect(regionOf(task)).toBe('{{region}}');
});

it('a container that is added sends its output where most others send theirs, under its own name', () => {
  const logsOfAdded = (containerDefinitions: readonly object[], definition?: ContainerJson) => {
    const before = newDesign(JSON.stringify({ family: 'f', containerDefinitions }));
    const after = applyChange(before, addContainer(definition));
    return isRefusal(after) ? after : JSON.parse(after.text).containerDefinitions.at(-1).logConfiguration;
  };
  const container = (name: string, logConfiguration?: object, more: object = {}) => ({
    name,
    image: 'i',
    ...(logConfiguration && { logConfiguration }),
    ...more,
  });
  const cloudwatch = {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'web' },
  };
  const fluent = {
    logDriver: 'awsfirelens',
    options: { Name: 'datadog', TLS: 'on' },
    secretOptions: [{ name: 'apikey', valueFrom: 'key' }],
  };
  const router = container('router', cloudwatch, { firelensConfiguration: { type: 'fluentbit' } });
  const added: ContainerJson = { name: 'new', image: 'i' };

  expect(logsOfAdded([container('web', cloudwatch), container('quiet')], added)).toEqual({
    logDriver: 'awslogs',
    options: { ...cloudwatch.options, 'awslogs-stream-prefix': 'new' },
  });
  expect(logsOfAdded([router, container('a', fluent)], added)).toEqual(fluent);
  expect(
    logsOfAdded([container('a', fluent), container('b', cloudwatch), container('c', cloudwatch)], added),
  ).toMatchObject({ logDriver: 'awslogs' });
  expect(logsOfAdded([container('quiet'), router], added)).toBeUndefined();
  expect(logsOfAdded([], added)).toBeUndefined();
  const own = { logDriver: 'json-file' };
  expect(logsOfAdded([container('web', cloudwatch)], { ...added, logConfiguration: own })).toEqual(own);
});
