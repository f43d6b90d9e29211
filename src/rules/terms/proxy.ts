/** The properties of a proxy configuration, and tasks with one. */
import { items } from '../../model/list.ts';
import type { Reading } from '../../model/reading.ts';
import { fargate } from './examples.ts';
import { known, wholeList } from './view.ts';

/** What a complete configuration has. */
export const PROPERTIES = {
  ProxyIngressPort: '15000',
  ProxyEgressPort: '15001',
  AppPorts: '8080',
  IgnoredUID: '1337',
  EgressIgnoredIPs: '169.254.170.2,169.254.169.254',
};

/** Members of a task with a proxy configuration, some properties changed; `undefined` takes one out. */
export const configuration = (
  changes: Readonly<Record<string, string | undefined>> = {},
  members: object = {},
) => ({
  proxyConfiguration: {
    type: 'APPMESH',
    containerName: 'app',
    properties: Object.entries({ ...PROPERTIES, ...changes }).flatMap(([name, value]) =>
      value === undefined ? [] : { name, value },
    ),
    ...members,
  },
});

/** A task that ECS accepts but for these changes. */
export const proxied = (changes: Readonly<Record<string, string | undefined>> = {}, members: object = {}) =>
  fargate(configuration(changes, members), { user: '1337' });

/** Whether there is a proxy configuration of which every property can be read. */
export function propertiesKnown(reading: Reading): boolean {
  const list = reading.task.proxyConfiguration?.properties;
  const path = ['proxyConfiguration', 'properties'];
  return (
    reading.task.proxyConfiguration !== undefined &&
    wholeList(reading, path, list) &&
    items(list).every(
      ([, index]) => known(reading, [...path, index, 'name']) && known(reading, [...path, index, 'value']),
    )
  );
}

/** The value of a property; nothing when the property is not there or has none. */
export function proxyProperty(reading: Reading, name: string): string | undefined {
  const found = items(reading.task.proxyConfiguration?.properties).find(([one]) => one.name === name);
  return found?.[0].value;
}
