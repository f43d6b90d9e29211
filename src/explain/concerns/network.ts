/** How the containers reach each other, and how they are reached. */
import { effectiveNetworkMode, sharesLoopback } from '../../model/capacities.ts';
import { items } from '../../model/list.ts';
import { type Concern, type ConcernPlace, called, placeIn } from './concern.ts';

/** In awsvpc and host mode they share the loopback; in bridge mode each has its own. */
export const network: Concern = {
  id: 'network',
  title: 'Shared loopback',
  question: 'How do they reach each other?',
  facts({ task, graph }) {
    const mode = effectiveNetworkMode(task);
    const shares = sharesLoopback(task);
    const settled: ConcernPlace[] = [];
    const missing: ConcernPlace[] = [];
    const said: ConcernPlace = {
      path: ['networkMode'],
      field: 'networkMode',
      text: shares
        ? `${mode}: all containers reach each other on 127.0.0.1`
        : `${mode}: each container has a loopback of its own`,
    };
    if (shares || graph.containers.length < 2) settled.push(said);
    else missing.push(said);
    const taken = new Map<string, string>();
    for (const container of graph.containers) {
      const name = called(container);
      for (const [{ containerPort, protocol = 'tcp' }, index] of items(container.definition.portMappings)) {
        if (containerPort === undefined) continue;
        const key = `${containerPort}/${protocol}`;
        const other = taken.get(key);
        const path = ['portMappings', index];
        if (shares && other !== undefined && other !== name) {
          missing.push(placeIn(container, path, `${name} and ${other} both want port ${key} of one network`));
        } else settled.push(placeIn(container, path, `${name} listens on ${key}`));
        taken.set(key, name);
      }
      for (const [link, index] of items(container.definition.links)) {
        settled.push(
          placeIn(container, ['links', index], `${name} reaches ${link.split(':')[0]} by its name`),
        );
      }
    }
    const { proxyConfiguration } = task;
    if (proxyConfiguration !== undefined) {
      settled.push({
        path: ['proxyConfiguration'],
        field: 'proxyConfiguration',
        text: `traffic of the task is sent through ${proxyConfiguration.containerName ?? 'no container'}`,
      });
    }
    return {
      settled,
      missing,
      nodes: [...(shares ? ['task'] : []), ...graph.containers.map(({ key }) => key)],
      edges: [],
    };
  },
};
