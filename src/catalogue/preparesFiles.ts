/** Init containers that leave files on a volume which the app then reads: what several sidecars share. */
import type { Change } from '../edit/change.ts';
import { unusedName, volumeNames } from '../edit/changes/address.ts';
import type { ContainerJson } from '../edit/changes/containers.ts';
import { addSidecar, callsOf, ownLogs, servedOnLinux, waitFor } from '../edit/changes/wiring.ts';
import { changeOf } from '../edit/changes/writer.ts';
import type { CallData } from '../edit/parts/needs.ts';
import { isRefusal } from '../model/edit.ts';
import { items } from '../model/list.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';

export interface FilesToPrepare {
  readonly label: string;
  readonly name: string;
  /** What the volume is called, and its path in both containers. */
  readonly volume: string;
  readonly image: string;
  /** The members that say what it runs. */
  runs(task: TaskDefinition): ContainerJson;
  /** What it calls of AWS, for the task role. */
  calls(task: TaskDefinition): readonly CallData[];
}

/** Adds the init container and its volume; the app mounts that read-only and waits for SUCCESS. */
export function preparesFiles(
  { label, name, volume, image, runs, calls }: FilesToPrepare,
  serves?: NodeKey,
): Change {
  return changeOf(
    label,
    (writer) => {
      const { task } = writer;
      const app = servedOnLinux(task, serves);
      if (isRefusal(app)) return app;
      const sourceVolume = unusedName(volume, volumeNames(task));
      const added = addSidecar(writer, {
        name,
        image,
        essential: false,
        startTimeout: 60,
        ...runs(task),
        mountPoints: [{ sourceVolume, containerPath: `/${volume}` }],
        ...ownLogs(task, name),
      });
      writer.append(['volumes'], { name: sourceVolume });
      if (app === undefined) return undefined;
      const taken = items(app.definition.mountPoints).map(([point]) => point.containerPath ?? '');
      writer.append(['containerDefinitions', app.index, 'mountPoints'], {
        sourceVolume,
        containerPath: unusedName(`/${volume}`, taken),
        readOnly: true,
      });
      waitFor(writer, app, added, 'SUCCESS');
      return undefined;
    },
    { parts: callsOf(name, calls) },
  );
}
