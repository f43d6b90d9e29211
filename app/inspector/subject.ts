/** What is selected, looked up in the task. */
import { noteKey } from '../../src/edit/changes/canvas.ts';
import { type Note, notes } from '../../src/edit/parts/notes.ts';
import { getPart, type Parts } from '../../src/edit/parts/part.ts';
import type {
  ContainerNode,
  DependencyEdge,
  Graph,
  LogNode,
  LogRoute,
  MountEdge,
  VolumeNode,
} from '../../src/model/graph.ts';
import type { NodeKey } from '../../src/model/nodeKey.ts';
import type { Path } from '../../src/model/path.ts';
import type { Selection } from '../store/viewStore.ts';

export type Subject =
  | { readonly kind: 'task' }
  | { readonly kind: 'container'; readonly node: ContainerNode }
  | { readonly kind: 'volume'; readonly node: VolumeNode }
  | { readonly kind: 'log'; readonly node: LogNode }
  | { readonly kind: 'note'; readonly note: Note }
  | {
      readonly kind: 'several';
      readonly containers: readonly ContainerNode[];
      readonly others: readonly NodeKey[];
    }
  | { readonly kind: 'dependency'; readonly edge: DependencyEdge }
  | { readonly kind: 'mount'; readonly edge: MountEdge }
  | { readonly kind: 'route'; readonly route: LogRoute };

const TASK: Subject = { kind: 'task' };

/** What the inspector shows for a selection; the task where nothing is selected, or nothing that is (still) there. */
export function subjectOf(graph: Graph, parts: Parts, selection: Selection): Subject {
  if (selection.kind === 'edge') return ofEdge(graph, selection.key);
  if (selection.kind !== 'nodes') return TASK;
  const { keys } = selection;
  const [key] = keys;
  if (keys.length === 1 && key !== undefined) return ofNode(graph, parts, key);
  const containers = graph.containers.filter((container) => keys.includes(container.key));
  const known = new Set(containers.map((container) => container.key));
  return { kind: 'several', containers, others: keys.filter((each) => !known.has(each)) };
}

function ofNode(graph: Graph, parts: Parts, key: NodeKey): Subject {
  const container = graph.containers.find((each) => each.key === key);
  if (container !== undefined) return { kind: 'container', node: container };
  const volume = graph.volumes.find((each) => each.key === key);
  if (volume !== undefined) return { kind: 'volume', node: volume };
  const log = graph.logs.find((each) => each.key === key);
  if (log !== undefined) return { kind: 'log', node: log };
  const note = getPart(parts, notes).find(({ id }) => noteKey(id) === key);
  return note === undefined ? TASK : { kind: 'note', note };
}

function ofEdge(graph: Graph, key: string): Subject {
  const dependency = graph.dependencies.find((each) => each.key === key);
  if (dependency !== undefined) return { kind: 'dependency', edge: dependency };
  const mount = graph.mounts.find((each) => each.key === key);
  if (mount !== undefined) return { kind: 'mount', edge: mount };
  const route = graph.routes.find((each) => each.key === key);
  return route === undefined ? TASK : { kind: 'route', route };
}

/** Where in the task the subject stands; what it is for its own fields to be told apart. Renaming does not change it. */
export function placeOf(subject: Subject): { readonly base: Path; readonly id: string } {
  switch (subject.kind) {
    case 'container':
      return { base: ['containerDefinitions', subject.node.index], id: `container ${subject.node.index}` };
    case 'volume':
      return { base: ['volumes', subject.node.index], id: `volume ${subject.node.index}` };
    case 'dependency':
    case 'mount':
      return { base: subject.edge.path, id: subject.edge.path.join(' ') };
    case 'route':
      return { base: subject.route.path, id: subject.route.key };
    case 'log':
      return { base: [], id: subject.node.key };
    case 'note':
      return { base: [], id: `note ${subject.note.id}` };
    case 'several':
      return { base: [], id: 'several' };
    case 'task':
      return { base: [], id: 'task' };
    default:
      return subject satisfies never;
  }
}
