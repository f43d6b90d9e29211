/** A plain Envoy beside the app: its outbound calls go through 127.0.0.1. */
import { healthCheckRecipes } from '../../edit/changes/healthChecks.ts';
import { addSidecar, ownLogs, servedOnLinux, waitFor } from '../../edit/changes/wiring.ts';
import { changeOf } from '../../edit/changes/writer.ts';
import { isRefusal } from '../../model/edit.ts';
import { items } from '../../model/list.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';
import type { Sidecar } from '../entry.ts';

// One listener for the app, one upstream to be named, and the admin port that the health check asks; YAML in one line.
function bootstrap(outbound: number, admin: number): string {
  return (
    `{admin: {address: {socket_address: {address: 127.0.0.1, port_value: ${admin}}}}, ` +
    'static_resources: {' +
    `listeners: [{name: outbound, address: {socket_address: {address: 127.0.0.1, port_value: ${outbound}}}, ` +
    'filter_chains: [{filters: [{name: tcp, typed_config: ' +
    '{"@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy, ' +
    'stat_prefix: outbound, cluster: upstream}}]}]}], ' +
    'clusters: [{name: upstream, type: STRICT_DNS, connect_timeout: 2s, load_assignment: {cluster_name: upstream, ' +
    'endpoints: [{lb_endpoints: [{endpoint: {address: {socket_address: ' +
    '{address: upstream.internal, port_value: 443}}}}]}]}}]}}'
  );
}

/** How many ports from 15000 on are taken: a second Envoy takes the next one, and the next admin port. */
function taken(task: TaskDefinition): number {
  const ports = items(task.containerDefinitions).flatMap(([container]) =>
    items(container.portMappings).map(([mapping]) => mapping.containerPort),
  );
  let count = 0;
  while (ports.includes(15000 + count)) count += 1;
  return count;
}

/** Envoy with a health check that works in its image, which has bash and grep but no curl. */
export const envoyProxy: Sidecar = {
  id: 'envoy-proxy',
  title: 'Envoy proxy',
  role: 'proxy',
  why: 'Carries the outbound calls of the app, which dials 127.0.0.1:15000. App Mesh has ended, so this Envoy has its configuration in its command: put your own upstream in.',
  source: {
    text: 'Envoy, Administration interface: /ready answers LIVE once Envoy serves. The image envoyproxy/envoy is built on Ubuntu.',
    url: 'https://www.envoyproxy.io/docs/envoy/latest/operations/admin',
    checked: '2026-11-24',
  },
  adds: [
    'envoy, essential, with a health check on its admin port',
    'the app waits for envoy HEALTHY',
    'port 15000 on the loopback',
  ],
  roleNeeds: [],
  change: (serves) =>
    changeOf('Add an Envoy proxy', (writer) => {
      const app = servedOnLinux(writer.task, serves);
      if (isRefusal(app)) return app;
      const offset = taken(writer.task);
      const [outbound, admin] = [15000 + offset, 9901 + offset];
      const recipe = healthCheckRecipes.find(({ id }) => id === 'envoy');
      const name = addSidecar(writer, {
        name: 'envoy',
        image: 'envoyproxy/envoy:v1.31.2',
        essential: true,
        command: ['envoy', '--config-yaml', bootstrap(outbound, admin)],
        startTimeout: 60,
        portMappings: [{ containerPort: outbound, protocol: 'tcp' }],
        healthCheck: {
          command: (recipe?.command(admin) ?? []).map((part) => part.replace('9901', `${admin}`)),
          interval: 5,
          timeout: 2,
          retries: 3,
          startPeriod: 10,
        },
        ...ownLogs(writer.task, 'envoy'),
      });
      if (app !== undefined) waitFor(writer, app, name, 'HEALTHY');
      return undefined;
    }),
};
