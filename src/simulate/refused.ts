/** What ECS would refuse about the life of this task: by RegisterTaskDefinition, or by the agent before anything starts. */
import { items } from '../model/list.ts';
import type { Path } from '../model/path.ts';
import type { Refused } from './run.ts';
import type { Live, World } from './world.ts';

/**
 * One sentence each. The run goes on without what is unknown; a circle, and HEALTHY on a container without a health
 * check, stay and wait for ever.
 * Source: amazon-ecs-agent 1.105.1, dependencygraph/graph.go, ValidDependencies; API reference, ContainerDependency.
 */
export function refusals({ containers }: World): readonly Refused[] {
  const found: Refused[] = [];
  const own = containers.filter(({ index }) => index >= 0);
  if (own.length === 0) found.push({ path: ['containerDefinitions'], text: 'The task has no container.' });
  else if (!own.some(({ essential }) => essential)) {
    found.push({ path: ['containerDefinitions'], text: 'No container is essential: at least one must be.' });
  }
  const names = new Set<string>();
  for (const container of own) {
    const { key, name } = container;
    const path: Path = ['containerDefinitions', container.index, 'name'];
    if (name === '') found.push({ container: key, path, text: 'A container has no name.' });
    else if (names.has(name)) found.push({ container: key, path, text: `Two containers are named ${name}.` });
    names.add(name);
  }
  for (const container of own) {
    found.push(...unknownNames(container, names), ...impossibleGates(container));
  }
  return found;
}

function unknownNames({ key, name, index, definition }: Live, names: ReadonlySet<string>): Refused[] {
  const found: Refused[] = [];
  const say = (list: string, place: number, text: string) => {
    found.push({ container: key, path: ['containerDefinitions', index, list, place], text });
  };
  const isKnown = (other: string | undefined) => other !== undefined && other !== '' && names.has(other);
  definition.dependsOn?.forEach((entry, place) => {
    if (entry === undefined) return;
    if (!isKnown(entry.containerName)) {
      const other = entry.containerName
        ? `${entry.containerName}, which does not exist`
        : 'a container without a name';
      say('dependsOn', place, `${name} depends on ${other}.`);
    } else if (!entry.condition) {
      say('dependsOn', place, `${name} depends on ${entry.containerName} without a condition.`);
    }
  });
  for (const [link, place] of items(definition.links)) {
    const other = link.split(':', 1)[0];
    if (!isKnown(other)) say('links', place, `${name} links ${other}, which does not exist.`);
  }
  for (const [{ sourceContainer }, place] of items(definition.volumesFrom)) {
    if (!isKnown(sourceContainer)) {
      say(
        'volumesFrom',
        place,
        `${name} takes volumes from ${sourceContainer ?? 'a container without a name'}, which does not exist.`,
      );
    }
  }
  return found;
}

function impossibleGates(container: Live): Refused[] {
  const { key, name } = container;
  const found: Refused[] = [];
  for (const { on, condition, path, circular } of container.gates) {
    if (on === container) found.push({ container: key, path, text: `${name} depends on itself.` });
    else if (circular) {
      const text = `${name} waits for ${on.name}, which waits, directly or not, for ${name}: neither can start.`;
      found.push({ container: key, path, text });
    }
    if (condition === 'HEALTHY' && !on.hasHealthCheck) {
      const text = `${name} waits for ${on.name} to be HEALTHY, but ${on.name} has no health check.`;
      found.push({ container: key, path, text });
    }
    if ((condition === 'SUCCESS' || condition === 'COMPLETE') && on.essential) {
      const text = `${name} waits for the exit of ${on.name}, but ${on.name} is essential: its exit stops the task.`;
      found.push({ container: key, path, text });
    }
  }
  return found;
}
