import { items } from '../model/list.ts';
import type { Rule } from './rule.ts';
import { networkMode, requiresFargate } from './terms/capacity.ts';
import { ec2, fargate } from './terms/examples.ts';
import { configuration, propertiesKnown, proxied, proxyProperty } from './terms/proxy.ts';
import { api, deployed, from } from './terms/sources.ts';
import { allContainerNamesKnown, containerNamed, containersOf, known } from './terms/view.ts';
import { nearest, quote } from './terms/words.ts';

/** In reading order. */
export const proxyRules: readonly Rule[] = [
  {
    id: 'proxy-network',
    severity: 'error',
    title: 'A proxy configuration needs network mode awsvpc',
    why: 'Traffic is redirected on the network interface of the task, which only awsvpc gives it.',
    answer: 'APPMESH proxy configuration is only supported in networkMode=awsvpc',
    source: deployed('pf-ecs-proxy-network-mode'),
    examples: {
      good: [{ title: 'awsvpc', task: proxied() }],
      bad: [{ title: 'bridge', task: ec2(configuration(), { user: '1337' }) }],
    },
    *check(reading) {
      const mode = networkMode(reading);
      const path = ['proxyConfiguration'];
      if (!reading.task.proxyConfiguration || !known(reading, path)) return;
      // A wrong mode on Fargate is told by the rule about Fargate.
      if (mode === undefined || mode === 'awsvpc' || requiresFargate(reading)) return;
      yield {
        path,
        message: `The task has a proxy configuration and network mode ${mode}: it works with awsvpc only. Change the network mode, or take it out.`,
        fix: { label: 'Remove proxyConfiguration', safe: false, edits: [{ op: 'remove', path }] },
      };
    },
  },
  {
    id: 'proxy-container',
    severity: 'error',
    title: 'The proxy is a container of the task',
    why: 'containerName says to whom the traffic is redirected.',
    answer: 'Proxy container [envoy] does not exist',
    source: deployed('pf-ecs-proxy-container-name'),
    examples: {
      good: [{ title: 'The only container', task: proxied() }],
      bad: [{ title: 'Nobody of that name', task: proxied({}, { containerName: 'envoy' }) }],
    },
    *check(reading) {
      const proxy = reading.task.proxyConfiguration;
      const path = ['proxyConfiguration', 'containerName'];
      if (!proxy || !known(reading, path) || !allContainerNamesKnown(reading)) return;
      const { containerName = '' } = proxy;
      if (containerNamed(reading, containerName)) return;
      const meant = nearest(
        containerName,
        containersOf(reading).flatMap(({ name }) => name ?? []),
      );
      yield {
        path,
        message:
          containerName === ''
            ? 'The proxy configuration names no container: add "containerName", the name of the proxy.'
            : `The proxy is to be ${quote(containerName)}, but no container of the task has that name: correct "containerName".`,
        fix: meant
          ? {
              label: `Make ${quote(meant)} the proxy`,
              safe: true,
              edits: [{ op: 'set', path, value: meant }],
            }
          : {
              label: 'Remove proxyConfiguration',
              safe: false,
              edits: [{ op: 'remove', path: ['proxyConfiguration'] }],
            },
      };
    },
  },
  {
    id: 'proxy-user',
    severity: 'warning',
    title: 'The proxy should run as the user whose traffic is let through',
    why: 'If the proxy runs as somebody else, its own traffic is sent back to it, round and round.',
    source: api('ProxyConfiguration'),
    examples: {
      good: [
        { title: 'The same user', task: proxied() },
        { title: 'By group', task: fargate(configuration({ IgnoredUID: undefined, IgnoredGID: '1337' })) },
      ],
      bad: [
        { title: 'No user', task: fargate(configuration()) },
        { title: 'Another user', task: fargate(configuration(), { user: '1000' }) },
      ],
    },
    *check(reading) {
      const uid = proxyProperty(reading, 'IgnoredUID');
      if (!propertiesKnown(reading) || !uid || proxyProperty(reading, 'IgnoredGID')) return;
      const proxy = containerNamed(reading, reading.task.proxyConfiguration?.containerName ?? '');
      if (!proxy || !known(reading, [...proxy.at, 'user'])) return;
      const { user } = proxy.definition;
      const path = [...proxy.at, 'user'];
      if (user?.split(':', 1)[0] === uid || (user !== undefined && !/^\d/.test(user))) return;
      yield {
        path,
        message: `The proxy lets the traffic of user ${uid} through, but ${proxy.called} ${user === undefined ? 'names no user' : `runs as ${quote(user)}`}: set "user": "${uid}".`,
        fix: {
          label: `Run ${proxy.called} as user ${uid}`,
          safe: false,
          edits: [{ op: 'set', path, value: uid }],
        },
      };
    },
  },
  {
    id: 'app-mesh-eol',
    severity: 'warning',
    title: 'AWS App Mesh has ended',
    why: 'App Mesh ended on 2026-09-30; its control plane no longer answers. ECS Service Connect takes its place, or an Envoy with a configuration of its own.',
    source: from(
      'AWS App Mesh user guide',
      'https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html',
    ),
    examples: {
      good: [
        {
          title: 'A plain Envoy, and a variable of the app',
          task: fargate(
            {},
            { environment: [{ name: 'MY_APPMESH', value: 'no' }] },
            { image: 'docker.io/envoyproxy/envoy:v1.32.1' },
          ),
        },
      ],
      bad: [
        {
          title: 'Variables for its Envoy',
          task: fargate(
            {},
            {},
            { environment: [{ name: 'APPMESH_RESOURCE_ARN', value: 'mesh/shop/virtualNode/web' }] },
          ),
        },
        { title: 'A proxy configuration', task: proxied() },
        {
          title: 'The image of App Mesh',
          task: fargate({}, { image: 'public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29.12.1-prod' }),
        },
      ],
    },
    *check(reading) {
      const because =
        'App Mesh ended on 2026-09-30. Use ECS Service Connect, or an Envoy with a configuration of its own.';
      if (reading.task.proxyConfiguration && known(reading, ['proxyConfiguration'])) {
        yield {
          path: ['proxyConfiguration'],
          message: `The task has a proxy configuration, which App Mesh was for: ${because}`,
        };
        return;
      }
      for (const { definition, at, called } of containersOf(reading)) {
        const path = [...at, 'image'];
        if (definition.image?.includes('aws-appmesh-envoy') && known(reading, path)) {
          yield { path, message: `${called} runs the Envoy of App Mesh: ${because}` };
          continue;
        }
        const found = items(definition.environment).find(([{ name = '' }]) => name.startsWith('APPMESH_'));
        if (!found || !known(reading, [...at, 'environment', found[1], 'name'])) continue;
        yield {
          path: [...at, 'environment', found[1]],
          message: `${called} has the variable ${quote(found[0].name ?? '')} for the Envoy of App Mesh: ${because}`,
        };
      }
    },
  },
];
