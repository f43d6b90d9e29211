/** Brings the database up to date before the app starts. */
import { addSidecar, ownLogs, served, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

/** Runs the image of the app, with its environment and secrets, so that both speak of the same database. */
export const databaseMigration: Sidecar = {
  id: 'database-migration',
  title: 'Database migration',
  role: 'init',
  why: 'Runs the migrations with the image of the app, once in each task, and ends; the app starts when they have succeeded. Tasks that start together run it together: the tool must lock. Put in your own command.',
  source: {
    text: 'API reference, ContainerDependency: SUCCESS waits for exit code 0 and needs a container that is not essential.',
    url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
    checked: '2026-11-25',
  },
  adds: [
    'migrate, not essential, with the image, the environment and the secrets of the app',
    'the app waits for migrate SUCCESS',
  ],
  roleNeeds: ['Execution role: what the secrets of the app need'],
  change: (serves) =>
    changeOf('Add a database migration', (writer) => {
      const { task } = writer;
      const app = served(task, serves);
      if (isRefusal(app)) return app;
      const { image, environment, secrets } = app?.definition ?? {};
      const name = addSidecar(writer, {
        name: 'migrate',
        image: image || 'public.ecr.aws/docker/library/node:22-slim',
        essential: false,
        startTimeout: 120,
        command: ['npm', 'run', 'migrate'],
        ...(items(environment).length > 0 && {
          environment: items(environment).map(([one]) => ({ ...one })),
        }),
        ...(items(secrets).length > 0 && { secrets: items(secrets).map(([one]) => ({ ...one })) }),
        ...ownLogs(task, 'migrate'),
      });
      if (app !== undefined) waitFor(writer, app, name, 'SUCCESS');
      return undefined;
    }),
};
