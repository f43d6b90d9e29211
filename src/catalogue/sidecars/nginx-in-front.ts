/** A web server in front of the app: takes the requests and hands them on. */
import { addSidecar, ownLogs, servedOnLinux } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { NamedContainer } from '../../model/namedContainers.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Sidecar } from '../entry.ts';

const PORTS = [80, 8080, 8081, 8082, 8083];

function portsTaken(task: TaskDefinition): ReadonlySet<number | undefined> {
  return new Set(
    items(task.containerDefinitions).flatMap(([container]) =>
      items(container.portMappings).map(([mapping]) => mapping.containerPort),
    ),
  );
}

/** Where nginx reaches the app: the loopback that a task shares, but in bridge mode each container has its own. */
function addressOf(task: TaskDefinition, app: NamedContainer | undefined): { host: string; links: boolean } {
  const onFargate = items(task.requiresCompatibilities).some(([capacity]) => capacity === 'FARGATE');
  const bridged = (task.networkMode ?? (onFargate ? 'awsvpc' : 'bridge')) === 'bridge';
  return app !== undefined && bridged ? { host: app.name, links: true } : { host: '127.0.0.1', links: false };
}

function siteOf(port: number, upstream: string): string {
  return [
    'server {',
    `  listen ${port};`,
    '  location = /nginx-health { access_log off; return 200; }',
    `  location / { proxy_pass http://${upstream}; proxy_set_header Host $host; proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for; }`,
    '}',
  ].join('\n');
}

/** It waits for the app, not the app for it: until the app answers, the load balancer sees no target. */
export const nginxInFront: Sidecar = {
  id: 'nginx-in-front',
  title: 'nginx in front',
  role: 'webServer',
  why: 'A reverse proxy that takes the requests and hands them to the app: for TLS, compression, static files or limits that the app should not care for. Point the load balancer to its port.',
  source: {
    text: 'Docker official image nginx: a site stands in /etc/nginx/conf.d; the image on Debian holds curl.',
    url: 'https://hub.docker.com/_/nginx',
    checked: '2026-11-28',
  },
  adds: [
    'nginx, essential, on port 80 or the next one that is free, with its site written by its command',
    'a health check of nginx alone, on /nginx-health',
    'nginx waits for the app: HEALTHY where that has a health check, else START',
  ],
  roleNeeds: [],
  brings: ['init-no-start-timeout'],
  change: (serves) =>
    changeOf('Add nginx in front', (writer) => {
      const { task } = writer;
      const app = servedOnLinux(task, serves);
      if (isRefusal(app)) return app;
      const taken = portsTaken(task);
      const port = PORTS.find((one) => !taken.has(one)) ?? 8084;
      const inner = items(app?.definition.portMappings).find(([mapping]) => mapping.containerPort)?.[0];
      const { host, links } = addressOf(task, app);
      const checked = (app?.definition.healthCheck?.command?.length ?? 0) > 0;
      const site = siteOf(port, `${host}:${inner?.containerPort ?? 3000}`);
      addSidecar(writer, {
        name: 'nginx',
        image: 'public.ecr.aws/docker/library/nginx:1.27',
        essential: true,
        command: [
          'sh',
          '-c',
          `printf '%s\\n' "$SITE" > /etc/nginx/conf.d/default.conf && exec nginx -g 'daemon off;'`,
        ],
        environment: [{ name: 'SITE', value: site }],
        portMappings: [{ containerPort: port, protocol: 'tcp' }],
        ...(links && app !== undefined && { links: [app.name] }),
        ...(app !== undefined && {
          dependsOn: [{ containerName: app.name, condition: checked ? 'HEALTHY' : 'START' }],
        }),
        healthCheck: {
          command: ['CMD-SHELL', `curl -fsS http://127.0.0.1:${port}/nginx-health || exit 1`],
          interval: 10,
          timeout: 3,
          retries: 3,
          startPeriod: 5,
        },
        ...ownLogs(task, 'nginx'),
      });
      return undefined;
    }),
};
