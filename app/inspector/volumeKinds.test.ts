import { expect, it } from 'vitest';
import { volumeFields } from '../../src/model/fields/volumeFields.ts';
import { kindOf, volumeKinds } from './volumeKinds.ts';

it('every member of a volume but its name is a kind, and each kind once', () => {
  const members = volumeKinds.flatMap(({ member }) => member ?? []);
  expect(['name', ...members].sort()).toEqual(Object.keys(volumeFields).sort());
});

it('a volume is what its members say, and a task volume where they say nothing', () => {
  expect(kindOf({ name: 'a' }).kind).toBe('task');
  expect(kindOf({ host: {} }).kind).toBe('task');
  expect(kindOf({ configuredAtLaunch: false }).kind).toBe('task');
  expect(kindOf({ host: { sourcePath: '/x' } }).kind).toBe('host');
  expect(kindOf({ efsVolumeConfiguration: {} }).kind).toBe('efs');
  expect(kindOf({ configuredAtLaunch: true }).kind).toBe('ebs');
});
