/** Proxies: whether traffic reaches them, and whether the app waits for them. */
import { items } from '../model/list.ts';
import { inferRole } from '../model/role.ts';
import type { Rule } from './rule.ts';
import { networkMode } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { configuration, PROPERTIES, propertiesKnown, proxyProperty } from './terms/proxy.ts';
import { api, from } from './terms/sources.ts';
import { containersOf, known } from './terms/view.ts';
import { listed } from './terms/words.ts';

const ENVOY = { image: 'docker.io/envoyproxy/envoy:v1.32.1' };
const MESH = from('The examples of AWS App Mesh', 'https://github.com/aws/aws-app-mesh-examples');
const METADATA = ['169.254.170.2', '169.254.169.254'];
const proxied = (properties: Readonly<Record<string, string>>, app: Readonly<Record<string, unknown>> = {}) =>
  fargate(configuration(properties, { containerName: 'sidecar' }), app, { ...ENVOY, user: '1337' });
const MESH_ENVOY = '840364872350.dkr.ecr.eu-central-1.amazonaws.com/aws-appmesh-envoy:v1.29.12.1-prod';
const meshed = (properties: Readonly<Record<string, string>>) =>
  fargate(configuration(properties, { containerName: 'sidecar' }), {}, { image: MESH_ENVOY, user: '1337' });
/** Where the Envoy of App Mesh listens. */
const LISTENERS: Readonly<Record<string, string>> = { ProxyIngressPort: '15000', ProxyEgressPort: '15001' };
const waits = (condition: string) => ({ dependsOn: [{ containerName: 'sidecar', condition }] });
const CHECK = { healthCheck: { command: ['CMD', '/ready'] }, startTimeout: 60 };

/** In reading order. */
export const meshRules: readonly Rule[] = [
  {
    id: 'envoy-no-proxy-config',
    severity: 'info',
    title: 'An Envoy past which traffic may flow',
    why: 'Only a proxy configuration redirects the traffic of a task to its proxy. Without one the app must speak to the port of the proxy, and the load balancer too.',
    source: api('ProxyConfiguration'),
    examples: {
      good: [
        { title: 'Not with awsvpc, where there is no redirection', task: ec2({}, {}, ENVOY) },
        {
          title: 'Something else beside the app',
          task: fargate({}, {}, { image: 'public.ecr.aws/docker/library/redis:7' }),
        },
        { title: 'Envoy is the app itself', task: fargate({}, ENVOY) },
      ],
      bad: [{ title: 'An Envoy beside the app', task: fargate({}, {}, ENVOY) }],
    },
    *check(reading) {
      const containers = containersOf(reading);
      if (networkMode(reading) !== 'awsvpc' && reading.task.networkMode !== 'awsvpc') return;
      if (reading.task.proxyConfiguration || !known(reading, ['proxyConfiguration']) || containers.length < 2)
        return;
      for (const { definition, at, called } of containers) {
        const path = [...at, 'image'];
        if (!/(^|\/)envoy(proxy)?(\/envoy)?([:@]|$)/.test(definition.image ?? '') || !known(reading, path))
          continue;
        yield {
          path,
          message: `No traffic is redirected to the Envoy ${called}: it sees only what is sent to its own ports. See that the app and the load balancer use these, or let ECS Service Connect do all of it.`,
        };
      }
    },
  },
  {
    id: 'proxy-metadata-ips',
    severity: 'warning',
    title: 'Credentials go through the proxy',
    why: 'At 169.254.170.2 a task gets its credentials, at 169.254.169.254 instances have their metadata. Through a proxy such calls fail, and with them every call to AWS.',
    source: MESH,
    examples: {
      good: [
        { title: 'Both are left alone', task: proxied({ EgressIgnoredIPs: PROPERTIES.EgressIgnoredIPs }) },
      ],
      bad: [{ title: 'One is not', task: proxied({ EgressIgnoredIPs: '169.254.169.254' }) }],
    },
    *check(reading) {
      if (!propertiesKnown(reading)) return;
      const list = items(reading.task.proxyConfiguration?.properties);
      const found = list.find(([{ name }]) => name === 'EgressIgnoredIPs');
      const value = found?.[0].value;
      if (!found || value === undefined || value.includes('/')) return;
      const lacking = METADATA.filter((address) => !value.split(',').some((one) => one.trim() === address));
      if (lacking.length === 0) return;
      const path = ['proxyConfiguration', 'properties', found[1], 'value'];
      const full = [
        ...value
          .split(',')
          .map((one) => one.trim())
          .filter(Boolean),
        ...lacking,
      ].join(',');
      yield {
        path,
        message: `The calls to ${listed(lacking)} go through the proxy, so the task gets no credentials or metadata: add ${lacking.length > 1 ? 'them' : 'it'} to EgressIgnoredIPs.`,
        fix: {
          label: `Leave ${listed(lacking)} alone`,
          safe: true,
          edits: [{ op: 'set', path, value: full }],
        },
      };
    },
  },
  {
    id: 'proxy-ports',
    severity: 'warning',
    title: 'A port of the app that the proxy does not know',
    why: 'Only traffic to the ports in AppPorts is redirected to the proxy; to all others it goes straight to the app.',
    source: MESH,
    examples: {
      good: [
        {
          title: 'The same ports',
          task: proxied({ AppPorts: '8080' }, { portMappings: [{ containerPort: 8080 }] }),
        },
      ],
      bad: [
        {
          title: 'Another port',
          task: proxied({ AppPorts: '8080' }, { portMappings: [{ containerPort: 8081 }] }),
        },
      ],
    },
    *check(reading) {
      const ports = proxyProperty(reading, 'AppPorts');
      if (!propertiesKnown(reading) || !ports) return;
      const known_ = new Set(ports.split(',').map((port) => port.trim()));
      const proxy = reading.task.proxyConfiguration?.containerName;
      for (const { definition, at, called, name } of containersOf(reading)) {
        if (name === proxy || !/^(app|webServer|container)$/.test(inferRole(definition, reading.task)))
          continue;
        for (const [{ containerPort }, index] of items(definition.portMappings)) {
          const path = [...at, 'portMappings', index, 'containerPort'];
          if (containerPort === undefined || known_.has(String(containerPort)) || !known(reading, path))
            continue;
          yield {
            path,
            message: `Port ${containerPort} of ${called} is not among the AppPorts of the proxy (${ports}), so its traffic goes past the proxy: add it there, if that is not meant.`,
          };
        }
      }
    },
  },
  {
    id: 'proxy-listeners',
    severity: 'warning',
    title: 'Traffic goes to a port on which the proxy does not listen',
    why: 'The Envoy of App Mesh listens on 15000 for what comes in and on 15001 for what goes out. Traffic that is redirected to another port meets nobody.',
    source: MESH,
    examples: {
      good: [
        { title: 'Its own ports', task: meshed({}) },
        { title: 'Another proxy has its own', task: proxied({ ProxyIngressPort: '8443' }) },
      ],
      bad: [{ title: 'Another port', task: meshed({ ProxyIngressPort: '15005' }) }],
    },
    *check(reading) {
      if (!propertiesKnown(reading)) return;
      const { containerName, properties } = reading.task.proxyConfiguration ?? {};
      const proxy = containersOf(reading).find(({ name }) => name !== undefined && name === containerName);
      if (!proxy || !known(reading, [...proxy.at, 'image'])) return;
      if (!/(^|\/)aws-appmesh-envoy([:@]|$)/.test(proxy.definition.image ?? '')) return;
      for (const [{ name = '', value }, index] of items(properties)) {
        const port = LISTENERS[name];
        if (port === undefined || value === undefined || value === '' || value === port) continue;
        const path = ['proxyConfiguration', 'properties', index, 'value'];
        yield {
          path,
          message: `${name} is ${value}, but the Envoy ${proxy.called} listens on ${port}: traffic that is redirected there meets nobody. Set it to ${port}.`,
          fix: {
            label: `Set ${name} to ${port}`,
            safe: true,
            edits: [{ op: 'set', path, value: port }],
          },
        };
      }
    },
  },
  {
    id: 'proxy-depends',
    severity: 'warning',
    title: 'The app starts before its proxy',
    why: 'All traffic of the app goes through the proxy; until that is ready, its first requests fail.',
    source: from('aws/aws-app-mesh-examples #101', 'https://github.com/aws/aws-app-mesh-examples/issues/101'),
    examples: {
      good: [
        {
          title: 'The app waits for HEALTHY',
          task: fargate(configuration({}, { containerName: 'sidecar' }), waits('HEALTHY'), {
            ...ENVOY,
            ...CHECK,
            user: '1337',
          }),
        },
      ],
      bad: [{ title: 'Nobody waits', task: proxied({}) }],
    },
    *check(reading) {
      const proxy = containersOf(reading).find(
        ({ name }) => name && name === reading.task.proxyConfiguration?.containerName,
      );
      if (!proxy || !known(reading, ['proxyConfiguration', 'containerName'])) return;
      const checked = (proxy.definition.healthCheck?.command?.length ?? 0) > 0;
      for (const { definition, at, called, name } of containersOf(reading)) {
        const path = [...at, 'dependsOn'];
        if (name === proxy.name || inferRole(definition, reading.task) !== 'app' || !known(reading, path))
          continue;
        if (items(definition.dependsOn).some(([entry]) => entry.containerName === proxy.name)) continue;
        const back = items(proxy.definition.dependsOn).length > 0;
        yield {
          path,
          message: `${called} does not wait for its proxy ${proxy.called}, so its first requests may fail: let it wait until ${proxy.called} is ${checked ? 'HEALTHY' : 'HEALTHY, with a health check on the proxy'}.`,
          ...(checked &&
            !back && {
              fix: {
                label: `Let ${called} wait until ${proxy.called} is healthy`,
                safe: false,
                edits: [
                  {
                    op: 'insert' as const,
                    path: [...path, definition.dependsOn?.length ?? 0],
                    value: { containerName: proxy.name ?? '', condition: 'HEALTHY' },
                  },
                ],
              },
            }),
        };
      }
    },
  },
];
