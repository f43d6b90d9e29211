/** A task of another language as a text of its own. */
import type { Json } from '../../model/json.ts';
import type { FoundTask, Loss } from '../format.ts';

/** Members in the order in which people write a task definition. */
const ORDER = [
  'family',
  'taskRoleArn',
  'executionRoleArn',
  'networkMode',
  'requiresCompatibilities',
  'cpu',
  'memory',
  'runtimePlatform',
];
const LAST = ['containerDefinitions', 'volumes', 'placementConstraints', 'tags'];

/** The task printed as JSON. Placeholders that are left in it belong to a template, so that nobody judges them. */
export function builtTask(
  name: string,
  task: Readonly<Record<string, Json>>,
  losses: readonly Loss[],
): FoundTask {
  const rank = (key: string) =>
    ORDER.includes(key) ? ORDER.indexOf(key) : LAST.includes(key) ? 100 + LAST.indexOf(key) : 50;
  const ordered = Object.fromEntries(Object.entries(task).sort(([a], [b]) => rank(a) - rank(b)));
  return {
    name,
    text: `${JSON.stringify(ordered, null, 2)}\n`,
    source: { lens: 'template', root: [] },
    losses,
  };
}

/** Containers alone, printed as the list that they are: what the rest of the task says stands in another file. */
export function builtContainers(
  name: string,
  containers: readonly Json[],
  losses: readonly Loss[],
): FoundTask {
  return {
    name,
    text: `${JSON.stringify(containers, null, 2)}\n`,
    source: { lens: 'template', root: [] },
    losses,
  };
}
