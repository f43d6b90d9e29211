import { expect, it } from 'vitest';
import {
  capacities,
  capacityColumns,
  effectiveNetworkMode,
  isFargate,
  sharesLoopback,
} from './capacities.ts';
import { logDriverInfo, logDrivers, logDriversFor } from './logDrivers.ts';
import type { TaskDefinition } from './taskDefinition.ts';

it('a task that names no capacity is checked as for EC2', () => {
  expect(capacities({})).toEqual(['EC2']);
  expect(capacities({ requiresCompatibilities: [] })).toEqual(['EC2']);
  expect(capacities({ requiresCompatibilities: ['FARGATE', undefined, 'EC2', 'FARGATE'] })).toEqual([
    'FARGATE',
    'EC2',
  ]);
});

it('Fargate counts beside EC2 too', () => {
  expect(isFargate({ requiresCompatibilities: ['EC2', 'FARGATE'] })).toBe(true);
});

it('Windows on Fargate has a column of its own', () => {
  const windows: TaskDefinition = {
    requiresCompatibilities: ['FARGATE', 'EC2'],
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' },
  };
  expect(capacityColumns(windows)).toEqual(['FW', 'E2']);
});

it.each([
  [{}, 'bridge'],
  [{ requiresCompatibilities: ['FARGATE'] }, 'awsvpc'],
  [{ requiresCompatibilities: ['MANAGED_INSTANCES'] }, 'awsvpc'],
  [{ requiresCompatibilities: ['MANAGED_INSTANCES', 'EC2'] }, 'bridge'],
  [{ runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2019_FULL' } }, 'nat'],
  [{ networkMode: 'host', requiresCompatibilities: ['FARGATE'] }, 'host'],
] as [TaskDefinition, string][])('%j runs in network mode %s', (task, mode) => {
  expect(effectiveNetworkMode(task)).toBe(mode);
});

it('containers meet on 127.0.0.1 with awsvpc, and not on a bridge', () => {
  expect(sharesLoopback({ networkMode: 'awsvpc' })).toBe(true);
  expect(sharesLoopback({})).toBe(false);
});

it('Fargate has three log drivers, Managed Instances one more, EC2 all eight', () => {
  const ids = (...wanted: Parameters<typeof logDriversFor>[0]) => logDriversFor(wanted).map(({ id }) => id);
  expect(ids('FARGATE')).toEqual(['awslogs', 'awsfirelens', 'splunk']);
  expect(ids('MANAGED_INSTANCES')).toEqual(['awslogs', 'awsfirelens', 'splunk', 'json-file']);
  expect(ids('EC2')).toHaveLength(8);
  expect(ids('EC2', 'FARGATE')).toEqual(ids('FARGATE'));
});

it('each driver is listed once, and its option names are its own', () => {
  expect(new Set(logDrivers.map(({ id }) => id)).size).toBe(8);
  for (const { id, options } of logDrivers) {
    expect(new Set(options.map(({ name }) => name)).size, id).toBe(options.length);
  }
  expect(
    logDriverInfo('splunk')
      ?.options.filter(({ required }) => required)
      .map(({ name }) => name),
  ).toEqual(['splunk-url', 'splunk-token']);
});
