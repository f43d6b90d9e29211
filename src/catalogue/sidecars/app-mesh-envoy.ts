/** The Envoy of App Mesh, with the redirection of all traffic. App Mesh has ended: for reading old tasks. */
import { regionOf } from '../../edit/changes/logs.ts';
import { addSidecar, ownLogs, servedOnLinux, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import { inferRole, type Role } from '../../model/role.ts';
import type { Sidecar } from '../entry.ts';
import { accountOf } from '../toMake.ts';

const UID = '1337';
/** Whose ports the world calls; traffic to them goes through the proxy first. */
const SERVES: readonly Role[] = ['app', 'webServer', 'container'];

/** Needs awsvpc, on whose network interface the traffic is redirected; a task has one proxy configuration. */
export const appMeshEnvoy: Sidecar = {
  id: 'app-mesh-envoy',
  title: 'App Mesh Envoy (ended)',
  role: 'proxy',
  why: 'Ended: AWS App Mesh stopped on 2026-09-30, so this Envoy gets no configuration any more. It is here to show what a proxyConfiguration redirects, and to compare with old tasks. For new ones take ECS Service Connect or the plain Envoy.',
  source: {
    text: 'AWS App Mesh user guide, Getting started with App Mesh and Amazon ECS: user 1337, ports 15000 and 15001, the addresses that are left alone, the health check on port 9901.',
    url: 'https://docs.aws.amazon.com/app-mesh/latest/userguide/getting-started-ecs.html',
    checked: '2026-11-28',
  },
  adds: [
    'envoy, essential, as user 1337, with a health check on its admin port',
    'proxyConfiguration: what comes in for the app goes to port 15000, what goes out to 15001',
    'the app waits for envoy HEALTHY',
  ],
  roleNeeds: ['Task role: appmesh:StreamAggregatedResources on the virtual node'],
  brings: ['app-mesh-eol', 'no-task-role'],
  change: (serves) =>
    changeOf('Add an App Mesh Envoy', (writer) => {
      const { task } = writer;
      const app = servedOnLinux(task, serves);
      if (isRefusal(app)) return app;
      if (app === undefined)
        return { refused: 'Add the app first: a proxy redirects the traffic of an app.' };
      if (task.networkMode !== 'awsvpc') {
        return {
          refused: 'A proxyConfiguration works in network mode awsvpc only. Change the network mode first.',
          path: ['networkMode'],
        };
      }
      if (writer.before.reading.places.value(['proxyConfiguration']) !== undefined) {
        return {
          refused: 'The task has a proxyConfiguration already, and can have one only.',
          path: ['proxyConfiguration'],
        };
      }
      const name = addSidecar(writer, {
        name: 'envoy',
        image: 'public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29.12.1-prod',
        essential: true,
        user: UID,
        startTimeout: 60,
        environment: [
          {
            name: 'APPMESH_RESOURCE_ARN',
            value: `arn:aws:appmesh:${regionOf(task)}:${accountOf(task)}:mesh/main/virtualNode/${app.name}`,
          },
        ],
        healthCheck: {
          command: ['CMD-SHELL', 'curl -s http://localhost:9901/server_info | grep state | grep -q LIVE'],
          interval: 5,
          timeout: 2,
          retries: 3,
          startPeriod: 10,
        },
        ...ownLogs(task, 'envoy'),
      });
      const ports = items(task.containerDefinitions).flatMap(([container]) =>
        SERVES.includes(inferRole(container, task))
          ? items(container.portMappings).flatMap(([mapping]) => mapping.containerPort ?? [])
          : [],
      );
      const properties = {
        IgnoredUID: UID,
        ProxyIngressPort: '15000',
        ProxyEgressPort: '15001',
        AppPorts: ports.length === 0 ? '8080' : [...new Set(ports)].join(','),
        EgressIgnoredIPs: '169.254.170.2,169.254.169.254',
      };
      writer.set(['proxyConfiguration'], {
        type: 'APPMESH',
        containerName: name,
        properties: Object.entries(properties).map(([key, value]) => ({ name: key, value })),
      });
      waitFor(writer, app, name, 'HEALTHY');
      return undefined;
    }),
};
