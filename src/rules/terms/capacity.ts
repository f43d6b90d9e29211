/** For which capacity a task is checked. */

import { items } from '../../model/list.ts';
import type { Reading } from '../../model/reading.ts';
import type { Compatibility, NetworkMode } from '../../model/taskDefinition.ts';
import { known } from './view.ts';

/**
 * The reading of a task as if it required these capacities; the same one when the task says itself what it requires, or
 * when nothing is meant.
 */
export function asMeant(reading: Reading, capacities: readonly Compatibility[]): Reading {
  const path = ['requiresCompatibilities'];
  const said = reading.task.requiresCompatibilities !== undefined || !known(reading, path);
  if (said || capacities.length === 0) return reading;
  return { ...reading, task: { ...reading.task, requiresCompatibilities: capacities } };
}

/** Whether the task says that it must run there. Without requiresCompatibilities ECS checks nothing but what EC2 needs. */
export function requires(reading: Reading, capacity: Compatibility): boolean {
  return items(reading.task.requiresCompatibilities).some(
    ([wanted, index]) => wanted === capacity && known(reading, ['requiresCompatibilities', index]),
  );
}

/** Whether the task must fit Fargate, alone or beside others. */
export function requiresFargate(reading: Reading): boolean {
  return requires(reading, 'FARGATE');
}

/** Whether it is known that the task need not run on this capacity: the list is readable and lacks it. */
export function spares(reading: Reading, capacity: Compatibility): boolean {
  const list = reading.task.requiresCompatibilities;
  return (
    known(reading, ['requiresCompatibilities']) && !list?.includes(undefined) && !list?.includes(capacity)
  );
}

/** Whether the task asks for Windows; a family that cannot be read is taken for Linux. */
export function isWindows(reading: Reading): boolean {
  const { runtimePlatform } = reading.task;
  const path = ['runtimePlatform', 'operatingSystemFamily'];
  return (runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false) && known(reading, path);
}

/** Whether it is known that the task does not ask for Windows. */
export function isLinux(reading: Reading): boolean {
  return !isWindows(reading) && known(reading, ['runtimePlatform', 'operatingSystemFamily']);
}

/**
 * The network mode that ECS will use: as written, else the default of the capacity. `undefined` when it cannot be known
 * or when its absence is itself what is wrong (Fargate).
 */
export function networkMode(reading: Reading): NetworkMode | undefined {
  if (!known(reading, ['networkMode'])) return undefined;
  if (reading.task.networkMode !== undefined) return reading.task.networkMode;
  if (requiresFargate(reading) || !isLinux(reading)) return undefined;
  return requires(reading, 'MANAGED_INSTANCES') ? 'awsvpc' : 'bridge';
}
