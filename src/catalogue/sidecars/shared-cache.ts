/** A volume of the task that the app fills and the others read. */
import { unusedName, volumeNames } from '../../edit/changes/address.ts';
import { runsOnWindows, served } from '../../edit/changes/wiring.ts';
import { changeOf, type Writer } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import { type NamedContainer, namedContainers } from '../../model/namedContainers.ts';
import { inferRole, type Role } from '../../model/role.ts';
import type { Sidecar } from '../entry.ts';

const READERS: readonly Role[] = ['app', 'webServer', 'worker', 'container'];

/** Read-only for all but the app, so that what is in it has one author. */
export const sharedCache: Sidecar = {
  id: 'shared-cache',
  title: 'Shared cache volume',
  role: 'volume',
  why: 'A directory that the app fills and the other containers of the task read: rendered pages, thumbnails, a socket. Empty at the start, gone with the task; on Fargate it counts towards the ephemeral storage.',
  source: {
    text: 'ECS developer guide, Storage options for Amazon ECS tasks: bind mounts live as long as the task.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html',
    checked: '2026-11-28',
  },
  adds: [
    'a volume of the task, cache',
    'the app mounts it at /var/cache/task, read and write',
    'web servers, workers and other apps of the task mount it read-only',
  ],
  roleNeeds: [],
  change: (serves) =>
    changeOf('Add a shared cache volume', (writer) => {
      const { task } = writer;
      const app = served(task, serves);
      if (isRefusal(app)) return app;
      const sourceVolume = unusedName('cache', volumeNames(task));
      writer.append(['volumes'], { name: sourceVolume });
      if (app === undefined) return undefined;
      mountCache(writer, app, sourceVolume, {});
      for (const other of namedContainers(task)) {
        const reads = other.key !== app.key && READERS.includes(inferRole(other.definition, task));
        if (reads) mountCache(writer, other, sourceVolume, { readOnly: true });
      }
      return undefined;
    }),
};

function mountCache(
  writer: Writer,
  { index, definition }: NamedContainer,
  sourceVolume: string,
  more: { readonly readOnly?: true },
): void {
  const taken = items(definition.mountPoints).map(([point]) => point.containerPath ?? '');
  const containerPath = unusedName(runsOnWindows(writer.task) ? 'C:\\cache' : '/var/cache/task', taken);
  writer.append(['containerDefinitions', index, 'mountPoints'], { sourceVolume, containerPath, ...more });
}
