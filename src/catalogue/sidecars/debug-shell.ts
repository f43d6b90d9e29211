/** A container with tools beside the app, to be entered with ECS Exec. */
import { addSidecar, ownLogs, servedOnLinux } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { needs } from '../../edit/parts/needs.ts';
import { getPart, setPart } from '../../edit/parts/part.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

/** It sees the loopback and the volumes of the app, its files not; with pidMode task it would see its processes too. */
export const debugShell: Sidecar = {
  id: 'debug-shell',
  title: 'Debug shell',
  role: 'agent',
  why: 'A container with BusyBox that does nothing until somebody enters it: it shares the network of the app and sees its volumes, so that an image without a shell can be looked at from beside it. Take it out again.',
  source: {
    text: 'ECS developer guide, Monitor Amazon ECS containers with Amazon ECS Exec; BusyBox holds sh, wget, nc and vi.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    checked: '2026-11-28',
  },
  adds: [
    'debug-shell, not essential, with an init process, which starts after the app',
    'the volumes of the app, read-only',
    'ECS Exec among the needs of the task role',
  ],
  roleNeeds: [
    'Task role: ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel',
  ],
  brings: ['exec-role', 'exec-readonly-root', 'start-vs-healthy'],
  change: (serves) =>
    changeOf(
      'Add a debug shell',
      (writer) => {
        const { task } = writer;
        const app = servedOnLinux(task, serves);
        if (isRefusal(app)) return app;
        const seen = items(app?.definition.mountPoints).flatMap(([{ sourceVolume, containerPath }]) =>
          sourceVolume && containerPath ? [{ sourceVolume, containerPath, readOnly: true }] : [],
        );
        addSidecar(writer, {
          name: 'debug-shell',
          image: 'public.ecr.aws/docker/library/busybox:stable',
          essential: false,
          command: ['tail', '-f', '/dev/null'],
          restartPolicy: { enabled: true },
          linuxParameters: { initProcessEnabled: true },
          ...(app !== undefined && { dependsOn: [{ containerName: app.name, condition: 'START' }] }),
          ...(seen.length > 0 && { mountPoints: seen }),
          ...ownLogs(task, 'debug'),
        });
        return undefined;
      },
      { parts: (parts) => setPart(parts, needs, { ...getPart(parts, needs), exec: true }) },
    ),
};
