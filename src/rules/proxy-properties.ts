/** The properties of a proxy configuration. */
import { items } from '../model/list.ts';
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';
import { PROPERTIES, propertiesKnown, proxied, proxyProperty } from './terms/proxy.ts';
import { api, deployed, reported } from './terms/sources.ts';
import { containersOf, missing } from './terms/view.ts';
import { quote } from './terms/words.ts';

/** In reading order. */
export const proxyPropertyRules: readonly Rule[] = [
  property('proxy-ingress', 'ProxyIngressPort', '15000', {
    title: 'A proxy has a port for incoming traffic',
    why: 'Traffic for the ports of the app is sent to this port of the proxy; Envoy listens on 15000.',
    answer: 'Ingress port not found',
    source: deployed('pf-ecs-proxy-properties'),
  }),
  property('proxy-egress', 'ProxyEgressPort', '15001', {
    title: 'A proxy has a port for outgoing traffic',
    why: 'Traffic that leaves the task is sent to this port of the proxy; Envoy listens on 15001.',
    assumedAnswers: ['Egress port not found'],
    source: deployed('pf-ecs-proxy-properties', 'the words of the service are not known'),
  }),
  property('proxy-appports', 'AppPorts', undefined, {
    title: 'A proxy knows the ports of the app',
    why: 'Traffic for these ports goes through the proxy. At least one is needed.',
    answer: 'App ports not found',
    source: reported('aws/aws-app-mesh-roadmap', 467),
  }),
  property('proxy-egress-ips', 'EgressIgnoredIPs', '169.254.170.2,169.254.169.254', {
    title: 'A proxy leaves the addresses of ECS alone',
    why: 'Credentials and metadata of the task are served at 169.254.170.2 and 169.254.169.254, and must not pass the proxy.',
    source: deployed('pf-ecs-proxy-properties', 'the words of the service are not known'),
  }),
  {
    id: 'proxy-uid',
    severity: 'error',
    title: 'A proxy is told by its user or its group',
    why: 'The traffic of the proxy itself must not be redirected to the proxy; IgnoredUID or IgnoredGID says whose it is.',
    source: api('ProxyConfiguration', 'the words of the service are not known'),
    examples: {
      good: [{ title: 'By group', task: proxied({ IgnoredUID: undefined, IgnoredGID: '1337' }) }],
      bad: [{ title: 'Neither', task: proxied({ IgnoredUID: undefined }) }],
    },
    *check(reading) {
      const path = ['proxyConfiguration', 'properties'];
      if (
        !propertiesKnown(reading) ||
        proxyProperty(reading, 'IgnoredUID') ||
        proxyProperty(reading, 'IgnoredGID')
      )
        return;
      yield {
        path,
        message:
          'The proxy configuration has neither IgnoredUID nor IgnoredGID, so the proxy would be sent its own traffic: add the user id under which the proxy runs.',
        fix: {
          label: 'Set IgnoredUID to 1337',
          safe: false,
          edits: setProperty(reading, 'IgnoredUID', '1337'),
        },
      };
    },
  },
  {
    id: 'proxy-null-value',
    severity: 'error',
    title: 'A proxy property has a value',
    why: 'Tools that drop empty texts leave a property with a name only; ECS wants the value, if need be an empty one.',
    answer: 'ProxyConfiguration properties value cannot be null.',
    source: reported('aws-actions/amazon-ecs-deploy-task-definition', 163),
    examples: {
      good: [{ title: 'An empty value', task: proxied({ EgressIgnoredPorts: '' }) }],
      bad: [
        {
          title: 'No value',
          task: proxied(
            {},
            {
              properties: [
                ...Object.entries(PROPERTIES).map(([name, value]) => ({ name, value })),
                { name: 'EgressIgnoredPorts' },
              ],
            },
          ),
        },
      ],
    },
    *check(reading) {
      for (const [{ name, value }, index] of items(reading.task.proxyConfiguration?.properties)) {
        const path = ['proxyConfiguration', 'properties', index, 'value'];
        if (!missing(reading, path, value) || (name !== undefined && OWN_RULES.has(name))) continue;
        yield {
          path,
          message: `The proxy property ${quote(name ?? '')} has no value: add "value", an empty text if there is nothing to say.`,
          fix: { label: 'Give it an empty value', safe: false, edits: [{ op: 'set', path, value: '' }] },
        };
      }
    },
  },
];

/** Properties of which other rules say that they lack a value. */
const OWN_RULES = new Set(['ProxyIngressPort', 'ProxyEgressPort', 'AppPorts', 'EgressIgnoredIPs']);

function property(
  id: string,
  name: keyof typeof PROPERTIES,
  usual: string | undefined,
  rest: Pick<Rule, 'title' | 'why' | 'answer' | 'assumedAnswers' | 'source'>,
): Rule {
  return {
    id,
    severity: 'error',
    ...rest,
    examples: {
      good: [{ title: 'Everything that is needed', task: proxied() }],
      bad: [{ title: `No ${name}`, task: proxied({ [name]: undefined }) }],
    },
    *check(reading) {
      const path = ['proxyConfiguration', 'properties'];
      if (!propertiesKnown(reading)) return;
      const value = proxyProperty(reading, name);
      // EgressIgnoredIPs may be empty, as long as it is there.
      if (value || (value === '' && name === 'EgressIgnoredIPs')) return;
      const port = containersOf(reading)
        .filter((container) => container.name !== reading.task.proxyConfiguration?.containerName)
        .flatMap(({ definition }) => items(definition.portMappings).map(([mapping]) => mapping.containerPort))
        .find((one) => one !== undefined);
      const offered = usual ?? port?.toString();
      yield {
        path,
        message: `The proxy configuration lacks the property ${name}: add it${offered ? `, usually ${quote(offered)}` : ''}.`,
        ...(offered && {
          fix: {
            label: `Set ${name} to ${offered}`,
            safe: false,
            edits: setProperty(reading, name, offered),
          },
        }),
      };
    },
  };
}

function setProperty(reading: Reading, name: string, value: string) {
  const list = reading.task.proxyConfiguration?.properties;
  const path = ['proxyConfiguration', 'properties'];
  const before = items(list).find(([one]) => one.name === name);
  return before
    ? [{ op: 'set' as const, path: [...path, before[1], 'value'], value }]
    : [{ op: 'insert' as const, path: [...path, list?.length ?? 0], value: { name, value } }];
}
