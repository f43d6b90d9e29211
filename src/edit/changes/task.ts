/** Settings of the task as a whole: family, where it runs, its size, its roles. */

import { enclose, read } from '../../lens/index.ts';
import { nearestFargateSize } from '../../model/fargateSizes.ts';
import { taskFields } from '../../model/fields/taskFields.ts';
import { items } from '../../model/list.ts';
import type { Compatibility, NetworkMode } from '../../model/taskDefinition.ts';
import type { Change } from '../change.ts';
import { meantFor } from '../parts/meant-for.ts';
import { setPart } from '../parts/part.ts';
import { editsBetween } from './editsBetween.ts';
import { removeField, setField } from './fields.ts';
import { changeOf } from './writer.ts';

const FAMILY = new RegExp(taskFields.family.pattern ?? '');

/**
 * Makes a file that holds only containers a whole task definition around them. Its family is the name of the first one,
 * where that can be one (API reference, RegisterTaskDefinition, family). Changes nothing where the task is whole.
 */
export function wholeTask(): Change {
  return {
    label: 'Make it a whole task definition',
    reform({ text, source }) {
      const [first] = read(text, source).task.containerDefinitions ?? [];
      const name = first?.name ?? '';
      return enclose(text, source, FAMILY.test(name) ? name : 'task');
    },
    edits: () => [],
  };
}

/** Names the task definition's family. */
export function setFamily(family: string): Change {
  return setField(['family'], family, { label: `Name the family ${family}`, replaces: true });
}

/**
 * Says for which capacity the task is meant. Fargate also needs `awsvpc` and a size for the task: what is missing is
 * added, as the smallest size with the memory that the containers ask for.
 */
export function setCapacity(compatibilities: readonly Compatibility[]): Change {
  return changeOf(`Run on ${compatibilities.map(capacityTitle).join(', ') || 'any capacity'}`, (writer) => {
    const { task } = writer;
    const path = ['requiresCompatibilities'];
    if (compatibilities.length === 0) writer.restore(path, 'absent');
    else if (task.requiresCompatibilities === undefined) writer.override(path, [...compatibilities]);
    else writer.edits.push(...editsBetween(path, task.requiresCompatibilities, [...compatibilities]));
    if (!compatibilities.includes('FARGATE')) return undefined;
    if (task.networkMode !== 'awsvpc') writer.set(['networkMode'], 'awsvpc');
    const wanted = items(task.containerDefinitions).reduce(
      (sum, [{ memory, memoryReservation }]) => sum + (memory ?? memoryReservation ?? 0),
      0,
    );
    if (task.cpu === undefined && task.memory === undefined) {
      const size = nearestFargateSize(256, wanted);
      writer.set(['cpu'], String(size.cpu));
      writer.set(['memory'], String(size.memory));
    }
    return undefined;
  });
}

/** Says on what a task is meant to run that does not require it itself; nothing takes that back. Not written into the file. */
export function setMeantFor(capacities: readonly Compatibility[]): Change {
  const titles = capacities.map(capacityTitle).join(', ');
  return {
    label: titles === '' ? 'Check the task as it is' : `Check the task as for ${titles}`,
    edits: () => [],
    parts: (parts) => setPart(parts, meantFor, capacities),
  };
}

/** Sets the network mode; the host's, `awsvpc` … */
export function setNetworkMode(networkMode: NetworkMode): Change {
  return setField(['networkMode'], networkMode, {
    label: `Set the network mode ${networkMode}`,
    replaces: true,
  });
}

/** Sets the size of the task: CPU units and MiB as text, as in "1024" and "2048". */
export function setTaskSize(cpu: string, memory: string): Change {
  return changeOf(
    `Set the task size to ${cpu} CPU units and ${memory} MiB`,
    (writer) => {
      if (writer.task.cpu !== cpu) writer.set(['cpu'], cpu);
      if (writer.task.memory !== memory) writer.set(['memory'], memory);
      return undefined;
    },
    { mergeKey: 'set:/cpu,/memory', replaces: true },
  );
}

/** Sets or, with nothing, takes out the execution role (ECS's own calls) or the task role (the containers' calls). */
export function setRole(role: 'execution' | 'task', arn: string | undefined): Change {
  const path = [role === 'execution' ? 'executionRoleArn' : 'taskRoleArn'];
  const label = `${arn === undefined ? 'Remove' : 'Set'} the ${role} role`;
  return arn === undefined ? removeField(path, { label }) : setField(path, arn, { label, replaces: true });
}

function capacityTitle(compatibility: Compatibility): string {
  switch (compatibility) {
    case 'EC2':
      return 'EC2';
    case 'FARGATE':
      return 'Fargate';
    case 'EXTERNAL':
      return 'external instances';
    case 'MANAGED_INSTANCES':
      return 'Managed Instances';
    default:
      return compatibility satisfies never;
  }
}
