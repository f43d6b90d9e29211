/** Everything in a task that names a container. FireLens and log drivers name none. */
import { linkedName } from '../../model/dependencies.ts';
import { items } from '../../model/list.ts';
import { namedContainers } from '../../model/namedContainers.ts';
import type { Path } from '../../model/path.ts';
import type { TaskDefinition } from '../../model/taskDefinition.ts';

/** One place that names a container. */
export interface Reference {
  /** The text value that holds the name. */
  readonly path: Path;
  /** What that value is when the container is called otherwise; the alias of a link stays. */
  renamed(name: string): string;
  /** The list and the index of the entry that goes when the container goes; absent: the proxy configuration. */
  readonly entry?: { readonly list: Path; readonly index: number };
}

/** The places that name the container `name`: dependsOn, links, volumesFrom and proxyConfiguration. */
export function referencesTo(task: TaskDefinition, name: string): Reference[] {
  const found: Reference[] = [];
  if (name === '') return found;
  for (const { index: place, definition } of namedContainers(task)) {
    const add = (member: string, index: number, field: string | undefined, renamed = (to: string) => to) => {
      const list = ['containerDefinitions', place, member];
      const path = field === undefined ? [...list, index] : [...list, index, field];
      found.push({ path, renamed, entry: { list, index } });
    };
    for (const [entry, index] of items(definition.dependsOn)) {
      if (entry.containerName === name) add('dependsOn', index, 'containerName');
    }
    for (const [link, index] of items(definition.links)) {
      if (linkedName(link) === name) add('links', index, undefined, (to) => to + link.slice(name.length));
    }
    for (const [entry, index] of items(definition.volumesFrom)) {
      if (entry.sourceContainer === name) add('volumesFrom', index, 'sourceContainer');
    }
  }
  if (task.proxyConfiguration?.containerName === name) {
    found.push({ path: ['proxyConfiguration', 'containerName'], renamed: (to) => to });
  }
  return found;
}
