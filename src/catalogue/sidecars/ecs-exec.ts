/** What it takes to open a shell in a running container. */
import { runsOnWindows, served } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { needs } from '../../edit/parts/needs.ts';
import { getPart, setPart } from '../../edit/parts/part.ts';
import { isRefusal } from '../../model/edit.ts';
import type { Sidecar } from '../entry.ts';

/** No container: ECS brings the agent of ECS Exec along itself. */
export const ecsExec: Sidecar = {
  id: 'ecs-exec',
  title: 'ECS Exec readiness',
  role: 'setting',
  why: 'Makes the app ready for aws ecs execute-command: an init process that takes in what the shells leave behind, a file system that can be written, and the four rights of the task role. The service or RunTask must also set enableExecuteCommand.',
  source: {
    text: 'ECS developer guide, Monitor Amazon ECS containers with Amazon ECS Exec: prerequisites and considerations.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
    checked: '2026-11-28',
  },
  adds: [
    'linuxParameters.initProcessEnabled of the app',
    'readonlyRootFilesystem of the app is set to false, where it was true',
    'ECS Exec among the needs of the task role',
  ],
  roleNeeds: [
    'Task role: ssmmessages:CreateControlChannel, CreateDataChannel, OpenControlChannel and OpenDataChannel',
  ],
  // With Exec wanted, every container of the task must be one that it can enter.
  brings: ['exec-role', 'exec-readonly-root'],
  change: (serves) =>
    changeOf(
      'Make ready for ECS Exec',
      (writer) => {
        const { task } = writer;
        const app = served(task, serves);
        if (isRefusal(app)) return app;
        if (app === undefined) return { refused: 'Add a container first: ECS Exec opens a shell in one.' };
        if (runsOnWindows(task)) return undefined;
        const at = ['containerDefinitions', app.index];
        if (app.definition.linuxParameters === undefined) {
          writer.set([...at, 'linuxParameters'], { initProcessEnabled: true });
        } else if (app.definition.linuxParameters.initProcessEnabled !== true) {
          writer.override([...at, 'linuxParameters', 'initProcessEnabled'], true);
        }
        if (app.definition.readonlyRootFilesystem === true) {
          writer.set([...at, 'readonlyRootFilesystem'], false);
        }
        return undefined;
      },
      { parts: (parts) => setPart(parts, needs, { ...getPart(parts, needs), exec: true }) },
    ),
};
