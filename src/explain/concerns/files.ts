/** Who sees whose files. */
import type { ContainerNode, Graph, MountEdge, VolumeNode } from '../../model/graph.ts';
import { type Concern, type ConcernPlace, called } from './concern.ts';

/** A volume is declared once for the task, and each mountPoints lets one container see it. */
export const files: Concern = {
  id: 'files',
  title: 'Shared files',
  question: 'Who sees whose files?',
  facts({ graph }) {
    const { volumes, mounts, containers } = graph;
    const byKey = new Map(containers.map((one) => [one.key, one]));
    const settled: ConcernPlace[] = [];
    const missing: ConcernPlace[] = [];
    for (const volume of volumes) {
      const own = mounts.filter((edge) => edge.volume === volume.key);
      const name = volume.name || 'the volume without a name';
      const at: Pick<ConcernPlace, 'path' | 'node' | 'field'> = {
        path: ['volumes', Math.max(0, volume.index)],
        node: volume.key,
        field: 'volumes',
      };
      if (volume.index >= 0) settled.push({ ...at, text: `${name} is ${kindOf(volume)}` });
      else
        missing.push({
          ...at,
          path: own[0]?.path ?? ['volumes'],
          text: `${name} is mounted and not declared`,
        });
      for (const mount of own) settled.push(mounted(mount, name, byKey.get(mount.container)));
      if (own.length === 0) missing.push({ ...at, text: `nobody mounts ${name}` });
      const isEmpty = volume.index >= 0 && Object.keys(volume.volume).length === 1;
      if (isEmpty && own.length > 0 && own.every(({ readOnly }) => readOnly)) {
        missing.push({ ...at, text: `${name} begins empty, and nobody may write to it` });
      }
      if (isEmpty) missing.push(...early(own, name, graph, byKey));
    }
    const nodes = [...new Set(mounts.flatMap(({ container, volume }) => [container, volume]))];
    return { settled, missing, nodes, edges: mounts.map(({ key }) => key) };
  },
};

function kindOf({ volume }: VolumeNode): string {
  if (volume.efsVolumeConfiguration) return 'on EFS: shared by many tasks, and outlives them';
  if (volume.dockerVolumeConfiguration) return 'a Docker volume on the instance';
  if (volume.configuredAtLaunch) return 'configured at launch: EBS';
  if (volume.fsxWindowsFileServerVolumeConfiguration) return 'on FSx for Windows';
  if (volume.s3filesVolumeConfiguration) return 'on S3 Files';
  if (volume.host?.sourcePath) return `the directory ${volume.host.sourcePath} of the instance`;
  return 'a volume of the task: empty at the start, gone with it';
}

function mounted(
  { path, container, containerPath, readOnly }: MountEdge,
  volume: string,
  by: ContainerNode | undefined,
): ConcernPlace {
  const name = by === undefined ? 'a container' : called(by);
  return {
    path,
    node: container,
    field: 'mountPoints',
    text: `${name} ${readOnly ? 'reads' : 'reads and writes'} ${volume} at ${containerPath || 'no path'}`,
  };
}

/** Readers that do not wait, directly or through others, for the one that writes and ends. */
function early(
  own: readonly MountEdge[],
  volume: string,
  drawn: Graph,
  byKey: ReadonlyMap<string, ContainerNode>,
): ConcernPlace[] {
  const writers = own.filter(({ readOnly, container }) => !readOnly && byKey.get(container)?.role === 'init');
  return own.flatMap((reader) => {
    const name = byKey.get(reader.container);
    if (!reader.readOnly || name === undefined) return [];
    const unawaited = writers.find(({ container }) => !startedAfter(container, drawn).has(reader.container));
    const writer = unawaited && byKey.get(unawaited.container);
    if (writer === undefined) return [];
    return [
      {
        path: reader.path,
        node: reader.container,
        field: 'dependsOn',
        text: `${called(name)} reads ${volume} and does not wait for ${called(writer)} to have written it`,
      },
    ];
  });
}

/** Who starts only after a container has exited: those that wait for its exit, and whoever waits for them in any way. */
function startedAfter(writer: string, { dependencies }: Graph): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (key: string) => {
    if (found.has(key)) return;
    found.add(key);
    for (const { from, to, condition } of dependencies) {
      if (from === key && condition !== 'CREATE') follow(to);
    }
  };
  for (const { from, to, condition } of dependencies) {
    if (from === writer && (condition === 'SUCCESS' || condition === 'COMPLETE')) follow(to);
  }
  return found;
}
