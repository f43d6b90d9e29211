/** Where a task is meant to run, and what follows from it. */
import type { Capacity } from './fields/field.ts';
import { items } from './list.ts';
import type { Compatibility, NetworkMode, TaskDefinition } from './taskDefinition.ts';

/** How each kind of capacity is called on screen. */
export const capacityLabel: Readonly<Record<Compatibility, string>> = {
  FARGATE: 'Fargate',
  EC2: 'EC2',
  MANAGED_INSTANCES: 'Managed Instances',
  EXTERNAL: 'ECS Anywhere',
};

/**
 * The capacities that ECS checks the task for, each once, in the order of the text. Without `requiresCompatibilities`
 * that is EC2. An unreadable item counts for nothing; ask `isKnown` before an absence is held against anybody.
 */
export function capacities(task: TaskDefinition): readonly Compatibility[] {
  const named = new Set(items(task.requiresCompatibilities).map(([compatibility]) => compatibility));
  return named.size > 0 ? [...named] : ['EC2'];
}

/** Whether the task must fit Fargate, alone or beside others. */
export function isFargate(task: TaskDefinition): boolean {
  return capacities(task).includes('FARGATE');
}

/** Whether its containers are Windows containers; Linux unless `operatingSystemFamily` says so. */
export function isWindows(task: TaskDefinition): boolean {
  return task.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') ?? false;
}

/** The columns of the field tables that apply to the task. */
export function capacityColumns(task: TaskDefinition): readonly Capacity[] {
  return capacities(task).map((compatibility) => {
    switch (compatibility) {
      case 'FARGATE':
        return isWindows(task) ? 'FW' : 'FL';
      case 'EC2':
        return 'E2';
      case 'EXTERNAL':
        return 'EX';
      case 'MANAGED_INSTANCES':
        return 'MI';
      default:
        return unknownCompatibility(compatibility);
    }
  });
}

function unknownCompatibility(_: never): Capacity {
  return 'E2';
}

/**
 * The network mode that holds: the written one; without it awsvpc for Fargate, which takes no other and refuses the
 * task until it is written, and for Managed Instances alone; `nat` for Windows on EC2; else bridge.
 * Source: API reference of `networkMode`, read 2026-11-23.
 */
export function effectiveNetworkMode(task: TaskDefinition): NetworkMode | 'nat' {
  if (task.networkMode) return task.networkMode;
  const wanted = capacities(task);
  if (wanted.includes('FARGATE') || wanted.every((one) => one === 'MANAGED_INSTANCES')) return 'awsvpc';
  return isWindows(task) ? 'nat' : 'bridge';
}

/** Whether containers of the task reach each other on 127.0.0.1: they do where they share one network. */
export function sharesLoopback(task: TaskDefinition): boolean {
  const mode = effectiveNetworkMode(task);
  return mode === 'awsvpc' || mode === 'host';
}
