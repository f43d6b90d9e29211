/** A whole task in plain words: who is in it, who waits for whom, what they share, and how a run of it goes. */
import { type ContainerNode, type Graph, graph } from '../model/graph.ts';
import type { NodeKey } from '../model/nodeKey.ts';
import { roleLabel } from '../model/roleLabel.ts';
import type { TaskDefinition } from '../model/taskDefinition.ts';
import type { Run } from '../simulate/run.ts';
import { headline } from './headline.ts';
import { listed } from './words.ts';

/** A paragraph of the story. */
export interface Paragraph {
  /** The container that it is about; absent for the task as a whole. */
  readonly about?: NodeKey;
  readonly text: string;
}

const WAITS = {
  START: 'has started',
  COMPLETE: 'has exited, with any code',
  SUCCESS: 'has exited with code 0',
  HEALTHY: 'is HEALTHY',
  CREATE: 'has been created',
} as const;

/**
 * The story in paragraphs: the task, each container in list order, what the run amounts to. What cannot be read is left
 * out. The same task and run give the same words.
 */
export function story(task: TaskDefinition, run: Run): readonly Paragraph[] {
  const drawn = graph(task);
  if (drawn.containers.length === 0) return [{ text: 'The task has no container yet.' }];
  return [
    { text: opening(task, drawn) },
    ...drawn.containers.map((container) => ({ about: container.key, text: portrait(container, drawn) })),
    { text: headline(run) },
  ];
}

/** The story as one text, a paragraph a line. */
export function storyText(task: TaskDefinition, run: Run): string {
  return story(task, run)
    .map(({ text }) => text)
    .join('\n');
}

function opening(task: TaskDefinition, { containers }: Graph): string {
  const name = task.family || 'This task';
  const count = containers.length === 1 ? 'one container' : `${containers.length} containers`;
  const on = listed((task.requiresCompatibilities ?? []).filter((one) => one !== undefined));
  const size = [task.cpu && `${task.cpu} CPU`, task.memory && `${task.memory} memory`].filter(Boolean);
  const shares =
    task.networkMode === 'awsvpc' ? ' They share one network address and reach each other on 127.0.0.1.' : '';
  return `${name} runs ${count}${on && ` on ${on}`}${size.length > 0 ? ` with ${listed(size as string[])}` : ''}.${
    containers.length > 1 ? shares : ''
  }`;
}

function portrait(container: ContainerNode, drawn: Graph): string {
  const { definition, role } = container;
  const name = container.name || 'The container without a name';
  const said = roleLabel[role].toLowerCase();
  const is = role === 'container' || said === container.name ? '' : ` (${said})`;
  const sentences = [
    `${name}${is} ${definition.image ? `runs ${definition.image}` : 'has no image yet'} and is ${
      definition.essential === false ? 'not essential' : 'essential: when it stops, the task stops'
    }.`,
    waiting(container, drawn),
    definition.healthCheck ? 'It has a health check.' : '',
    mounted(container, drawn),
    logs(container, drawn),
  ];
  return sentences.filter((one) => one !== '').join(' ');
}

function waiting({ key }: ContainerNode, { dependencies, containers }: Graph): string {
  const gates = dependencies.filter(({ to }) => to === key);
  if (gates.length === 0) return 'It starts at once.';
  const said = gates.map(({ from, condition, addedBy }) => {
    const by = addedBy === undefined ? '' : ', which ECS adds by itself';
    return `${nameOf(from, containers)} ${WAITS[condition]}${by}`;
  });
  return `It starts when ${listed(said)}.`;
}

function mounted({ key }: ContainerNode, { mounts, volumes }: Graph): string {
  const own = mounts.filter(({ container }) => container === key);
  if (own.length === 0) return '';
  const said = own.map(({ volume, containerPath, readOnly }) => {
    const found = volumes.find((one) => one.key === volume);
    return `${found?.name || 'a volume'} at ${containerPath || 'no path'} to ${readOnly ? 'read' : 'read and write'}`;
  });
  return `It mounts ${listed(said)}.`;
}

function logs({ key }: ContainerNode, { routes, logs: destinations, containers }: Graph): string {
  const own = routes.find(({ from, key: route }) => from === key && !route.includes('>out'));
  if (own === undefined) return '';
  const destination = destinations.find((one) => one.key === own.to);
  const where =
    destination === undefined
      ? nameOf(own.to, containers)
      : `${destination.title}${destination.detail && ` ${destination.detail}`}`;
  return `Its output goes to ${where} by ${own.driver}.`;
}

function nameOf(key: NodeKey, containers: readonly ContainerNode[]): string {
  return containers.find((one) => one.key === key)?.name || 'a container without a name';
}
