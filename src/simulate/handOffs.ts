/** Files that one container leaves in a volume for another. */
import { items } from '../model/list.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import { type MissingEdge, missingEdge, waitsForExit } from './missingEdge.ts';
import type { ContainerKey, ContainerRun, Run } from './run.ts';

export interface HandOff {
  /** The volume's name. */
  readonly volume: string;
  readonly writer: ContainerKey;
  readonly reader: ContainerKey;
  /** When the writer starts to run; absent: it never does. */
  readonly writesFrom?: number;
  /** When the writer has finished: its own exit. Absent: it goes on writing. */
  readonly writtenAt?: number;
  /** When the reader starts to run; absent: it never does. */
  readonly readsFrom?: number;
  /** The writer finishes, and the reader starts not before that. */
  readonly inOrder: boolean;
  /** The task sees to it, by an edge from the reader to the writer's exit, directly or not; else it is luck. */
  readonly assured: boolean;
  /** The SUCCESS edge that would assure it; only where the writer finishes by itself and no circle comes of it. */
  readonly closedBy?: MissingEdge;
}

interface Mount {
  readonly run: ContainerRun;
  readonly readOnly: boolean;
  /** Its own exit, not one that a stop brought about. */
  readonly finishedAt: number | undefined;
}

/**
 * Who writes for whom: whoever mounts a volume writable, for each that mounts it read-only; and a container that
 * finishes by itself, for each that mounts the volume and runs on or finishes later.
 */
export function handOffs(task: TaskDefinition, run: Run): readonly HandOff[] {
  const found: HandOff[] = [];
  for (const [volume, mounts] of mountsByVolume(task, run)) {
    for (const writer of mounts) {
      if (writer.readOnly) continue;
      for (const reader of mounts) {
        if (reader !== writer && (reader.readOnly || finishesFirst(writer, reader))) {
          found.push(handOff(run, volume, writer, reader));
        }
      }
    }
  }
  return found;
}

function mountsByVolume(task: TaskDefinition, run: Run): ReadonlyMap<string, readonly Mount[]> {
  const found = new Map<string, Mount[]>();
  for (const container of run.containers) {
    const definition = task.containerDefinitions?.[container.index];
    for (const [{ sourceVolume, readOnly }] of items(definition?.mountPoints)) {
      if (!sourceVolume) continue;
      const mounts = found.get(sourceVolume) ?? [];
      found.set(sourceVolume, mounts);
      if (mounts.some((mount) => mount.run === container)) continue;
      mounts.push({ run: container, readOnly: readOnly === true, finishedAt: finishedAt(container) });
    }
  }
  return found;
}

function finishedAt({ stoppedAt, startedAt, signalledAt }: ContainerRun): number | undefined {
  return startedAt !== undefined && signalledAt === undefined ? stoppedAt : undefined;
}

function finishesFirst(writer: Mount, reader: Mount): boolean {
  if (writer.finishedAt === undefined) return false;
  return reader.finishedAt === undefined || writer.finishedAt < reader.finishedAt;
}

function handOff(run: Run, volume: string, writer: Mount, reader: Mount): HandOff {
  const writesFrom = writer.run.startedAt;
  const readsFrom = reader.run.startedAt;
  const writtenAt = writer.finishedAt;
  const assured = waitsForExit(run, reader.run, writer.run.key);
  const closedBy =
    assured || writtenAt === undefined ? undefined : missingEdge(run, reader.run, writer.run, 'SUCCESS');
  return {
    volume,
    writer: writer.run.key,
    reader: reader.run.key,
    ...(writesFrom !== undefined && { writesFrom }),
    ...(writtenAt !== undefined && { writtenAt }),
    ...(readsFrom !== undefined && { readsFrom }),
    inOrder: writtenAt !== undefined && (readsFrom === undefined || readsFrom >= writtenAt),
    assured,
    ...(closedBy && { closedBy }),
  };
}
