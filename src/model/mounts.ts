/** The volumes of a task and who mounts them. */
import { items } from './list.ts';
import type { NamedContainer } from './namedContainers.ts';
import type { NodeKey } from './nodeKey.ts';
import { nodeKeys } from './nodeKey.ts';
import type { Path } from './path.ts';
import type { TaskDefinition } from './taskDefinition.ts';
import type { Volume } from './volume.ts';

export interface VolumeNode {
  readonly key: NodeKey;
  readonly name: string;
  /** Its place in `volumes`, or -1 when a mount names it and nobody declares it. */
  readonly index: number;
  readonly volume: Volume;
}

export interface MountEdge {
  /** `mount:<container>><volume>`; `#2` for a second mount between the same two. */
  readonly key: string;
  readonly container: NodeKey;
  readonly volume: NodeKey;
  readonly containerPath: string;
  readonly readOnly: boolean;
  readonly path: Path;
}

/**
 * Declared volumes in list order, then those that a mount point names and nobody declares; and one edge a mount point.
 * A mount point without a readable `sourceVolume` joins nothing and gives no edge. A repeated name means the first volume.
 */
export function mounts(
  task: TaskDefinition,
  containers: readonly NamedContainer[],
): { readonly volumes: readonly VolumeNode[]; readonly mounts: readonly MountEdge[] } {
  const declared = items(task.volumes);
  const names = new Set(declared.map(([volume]) => volume.name));
  const undeclared = new Set<string>();
  for (const { definition } of containers) {
    for (const [{ sourceVolume }] of items(definition.mountPoints)) {
      if (sourceVolume && !names.has(sourceVolume)) undeclared.add(sourceVolume);
    }
  }
  const found: [Volume, number][] = [
    ...declared,
    ...[...undeclared].map((name): [Volume, number] => [{ name }, -1]),
  ];
  const keys = nodeKeys(
    'volume',
    found.map(([volume]) => volume.name),
  );
  const volumes = found.map(([volume, index], place) => ({
    key: keys[place] ?? '',
    name: volume.name ?? '',
    index,
    volume,
  }));

  const keyOf = new Map<string, NodeKey>();
  for (const { name, key } of volumes) if (name !== '' && !keyOf.has(name)) keyOf.set(name, key);
  const edges: MountEdge[] = [];
  const seen = new Map<string, number>();
  for (const container of containers) {
    for (const [mount, place] of items(container.definition.mountPoints)) {
      const volume = keyOf.get(mount.sourceVolume ?? '');
      if (volume === undefined) continue;
      const base = `mount:${container.key.slice('container:'.length)}>${volume.slice('volume:'.length)}`;
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      edges.push({
        key: count === 1 ? base : `${base}#${count}`,
        container: container.key,
        volume,
        containerPath: mount.containerPath ?? '',
        readOnly: mount.readOnly ?? false,
        path: ['containerDefinitions', container.index, 'mountPoints', place],
      });
    }
  }
  return { volumes, mounts: edges };
}
