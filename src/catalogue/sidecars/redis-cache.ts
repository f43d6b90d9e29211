/** A cache that only this task sees. */
import { addSidecar, ownLogs, servedOnLinux, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { Sidecar } from '../entry.ts';

const URL_NAME = 'REDIS_URL';

/** Nothing is kept: the cache dies with its task, and a restart of the container empties it. */
export const redisCache: Sidecar = {
  id: 'redis-cache',
  title: 'Redis cache',
  role: 'cache',
  why: 'A cache on the loopback of the task, empty at each start. The app waits until it answers. For a cache that several tasks share, take ElastiCache.',
  source: {
    text: 'Docker official image redis: redis-cli lies in the image, and ping answers PONG.',
    url: 'https://hub.docker.com/_/redis',
    checked: '2026-11-25',
  },
  adds: [
    'redis, essential, on 127.0.0.1:6379, with the health check redis-cli ping',
    'the app waits for redis HEALTHY',
    `the app finds it by ${URL_NAME}`,
  ],
  roleNeeds: [],
  change: (serves) =>
    changeOf('Add a Redis cache', (writer) => {
      const app = servedOnLinux(writer.task, serves);
      if (isRefusal(app)) return app;
      const name = addSidecar(writer, {
        name: 'redis',
        image: 'public.ecr.aws/docker/library/redis:7-alpine',
        essential: true,
        command: ['redis-server', '--maxmemory', '96mb', '--maxmemory-policy', 'allkeys-lru', '--save', ''],
        startTimeout: 60,
        healthCheck: {
          command: ['CMD', 'redis-cli', 'ping'],
          interval: 5,
          timeout: 2,
          retries: 3,
          startPeriod: 5,
        },
        ...ownLogs(writer.task, 'redis'),
      });
      if (app === undefined) return undefined;
      waitFor(writer, app, name, 'HEALTHY');
      if (!items(app.definition.environment).some(([variable]) => variable.name === URL_NAME)) {
        writer.append(['containerDefinitions', app.index, 'environment'], {
          name: URL_NAME,
          value: 'redis://127.0.0.1:6379',
        });
      }
      return undefined;
    }),
};
