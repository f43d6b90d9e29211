/** From layout and graph to what React Flow draws. Pure; unchanged things stay the same objects. */
import type { Edge, Node } from 'reactflow';
import type { Note } from '../../src/edit/parts/notes.ts';
import type {
  ContainerNode,
  DependencyEdge,
  Graph,
  LogNode,
  LogRoute,
  MountEdge,
  VolumeNode,
} from '../../src/model/graph.ts';
import type { Layout, PlacedNode } from '../../src/picture/layout.ts';
import type { RoutedEdge } from '../../src/picture/wire.ts';
import type { GateWords } from '../store/gateWords.ts';
import type { Selection } from '../store/viewStore.ts';

export type ContainerFlowNode = Node<{ readonly node: ContainerNode }, 'container'>;
export type VolumeFlowNode = Node<{ readonly node: VolumeNode }, 'volume'>;
export type LogFlowNode = Node<{ readonly node: LogNode }, 'log'>;
export type FrameFlowNode = Node<Record<string, never>, 'frame'>;
export type NoteFlowNode = Node<{ readonly note: Note }, 'note'>;
export type FlowNode = ContainerFlowNode | VolumeFlowNode | LogFlowNode | FrameFlowNode | NoteFlowNode;

export type DependencyFlowEdge = Edge<
  { readonly edge: DependencyEdge; readonly route: RoutedEdge; readonly gate: GateWords | undefined },
  'dependency'
>;
export type MountFlowEdge = Edge<{ readonly edge: MountEdge; readonly route: RoutedEdge }, 'mount'>;
export type LogFlowEdge = Edge<{ readonly edge: LogRoute; readonly route: RoutedEdge }, 'log'>;
export type FlowEdge = DependencyFlowEdge | MountFlowEdge | LogFlowEdge;

export interface FlowInput {
  readonly graph: Graph;
  readonly layout: Layout;
  readonly notes: readonly Note[];
  readonly selection: Selection;
  /** What a concern lights up; absent: nothing steps back. */
  readonly lit: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } | undefined;
  /** What became of the gates at the playhead, by edge. */
  readonly gates: ReadonlyMap<string, GateWords>;
}

function kept<T>(
  memory: Map<string, { readonly parts: readonly unknown[]; readonly value: T }>,
  key: string,
  parts: readonly unknown[],
  make: () => T,
): T {
  const known = memory.get(key);
  if (known?.parts.every((part, index) => part === parts[index])) return known.value;
  const value = make();
  memory.set(key, { parts, value });
  return value;
}

/** Remembers nodes and edges by key, so that React Flow redraws only what changed. */
export class FlowMapper {
  private readonly nodeMemory = new Map<string, { parts: readonly unknown[]; value: FlowNode }>();
  private readonly edgeMemory = new Map<string, { parts: readonly unknown[]; value: FlowEdge }>();
  private lastEdges: FlowEdge[] = [];

  /** The nodes, the frame first so that it lies below. */
  nodes({ graph, layout, notes, selection, lit }: FlowInput): FlowNode[] {
    const selected = new Set(selection.kind === 'nodes' ? selection.keys : []);
    const placed = new Map(layout.nodes.map((node) => [node.key, node]));
    const result: FlowNode[] = [];
    const { frame } = layout;
    if (frame !== undefined) {
      const { x, y, width, height } = frame;
      result.push(
        kept(this.nodeMemory, 'frame', [x, y, width, height, lightOf('task', lit?.nodes)], () => ({
          className: lightOf('task', lit?.nodes) === 'is-lit' ? 'is-lit' : '',
          id: 'task',
          type: 'frame',
          position: { x, y },
          width,
          height,
          measured: { width, height },
          data: {},
          draggable: false,
          selectable: false,
          focusable: false,
          zIndex: -1,
        })),
      );
    }
    const add = (
      key: string,
      data: unknown,
      make: (base: BaseNode) => FlowNode,
      at: Pick<PlacedNode, 'x' | 'y' | 'width' | 'height'> | undefined = placed.get(key),
    ) => {
      if (at === undefined) return;
      const { x, y } = at;
      const isSelected = selected.has(key);
      const light = lightOf(key, lit?.nodes);
      result.push(
        kept(this.nodeMemory, key, [data, x, y, at.width, at.height, isSelected, light], () =>
          make({
            id: key,
            position: { x, y },
            width: at.width,
            height: at.height,
            // Without it React Flow measures every card that moves or changes once more.
            measured: { width: at.width, height: at.height },
            selected: isSelected,
            className: light,
          }),
        ),
      );
    };
    for (const node of graph.containers) {
      add(node.key, node, (base) => ({
        ...base,
        type: 'container',
        data: { node },
        ariaLabel: containerLabel(node, graph),
      }));
    }
    for (const node of graph.volumes) {
      add(node.key, node, (base) => ({
        ...base,
        type: 'volume',
        data: { node },
        ariaLabel: `Volume ${node.name}`,
      }));
    }
    for (const node of graph.logs) {
      add(node.key, node, (base) => ({
        ...base,
        type: 'log',
        data: { node },
        ariaLabel: `Log destination ${node.title} ${node.detail}`,
      }));
    }
    for (const note of notes) {
      add(
        `note:${note.id}`,
        note,
        (base) => ({ ...base, type: 'note', data: { note }, ariaLabel: `Note: ${note.text}` }),
        { x: note.x, y: note.y, width: note.width ?? 200, height: note.height ?? 96 },
      );
    }
    return result;
  }

  /**
   * The edges that the layout has routed; mounts and logs that it leaves out are not drawn. The same list as before
   * where each is the same: a card that moves takes no line along in here.
   */
  edges({ graph, layout, selection, lit, gates }: FlowInput): FlowEdge[] {
    const routes = new Map(layout.edges.map((route) => [route.key, route]));
    const selected = selection.kind === 'edge' ? selection.key : undefined;
    const result: FlowEdge[] = [];
    const add = (
      edge: { readonly key: string },
      make: (base: { id: string; selected: boolean; className: string }, route: RoutedEdge) => FlowEdge,
    ) => {
      const route = routes.get(edge.key);
      if (route === undefined) return;
      const isSelected = selected === edge.key;
      const light = lightOf(edge.key, lit?.edges);
      const gate = gates.get(edge.key);
      result.push(
        kept(
          this.edgeMemory,
          edge.key,
          [edge, route.path, route.label?.x, route.label?.y, isSelected, light, gate],
          () => make({ id: edge.key, selected: isSelected, className: light }, route),
        ),
      );
    };
    for (const edge of graph.mounts) {
      add(edge, (base, route) => ({
        ...base,
        type: 'mount',
        source: edge.container,
        sourceHandle: 'out',
        target: edge.volume,
        targetHandle: 'data',
        data: { edge, route },
        ariaLabel: `${nameOf(edge.container)} mounts ${nameOf(edge.volume)} at ${edge.containerPath}, ${edge.readOnly ? 'read-only' : 'read and write'}`,
      }));
    }
    for (const edge of graph.routes) {
      add(edge, (base, route) => ({
        ...base,
        type: 'log',
        source: edge.from,
        sourceHandle: 'out',
        target: edge.to,
        targetHandle: edge.to.startsWith('container:') ? 'in' : 'data',
        data: { edge, route },
        ariaLabel: `${nameOf(edge.from)} logs by ${edge.driver} to ${nameOf(edge.to)}`,
      }));
    }
    for (const edge of graph.dependencies) {
      add(edge, (base, route) => ({
        ...base,
        type: 'dependency',
        source: edge.from,
        sourceHandle: 'out',
        target: edge.to,
        targetHandle: 'in',
        data: { edge, route, gate: gates.get(edge.key) },
        ariaLabel: dependencyLabel(edge, gates.get(edge.key)),
      }));
    }
    const last = this.lastEdges;
    if (result.length !== last.length || result.some((edge, index) => edge !== last[index])) {
      this.lastEdges = result;
    }
    return this.lastEdges;
  }
}

interface BaseNode {
  readonly id: string;
  readonly position: { x: number; y: number };
  readonly width: number;
  readonly height: number;
  readonly measured: { readonly width: number; readonly height: number };
  readonly selected: boolean;
  readonly className: string;
}

function lightOf(key: string, lit: ReadonlySet<string> | undefined): string {
  if (lit === undefined) return '';
  return lit.has(key) ? 'is-lit' : 'is-dim';
}

function nameOf(key: string): string {
  return key.slice(key.indexOf(':') + 1) || 'a container without a name';
}

function dependencyLabel(
  { from, to, condition, addedBy }: DependencyEdge,
  gate: GateWords | undefined,
): string {
  const implied = addedBy === undefined ? '' : ', added by ECS';
  const now = gate === undefined ? '' : `, ${gate.words}`;
  return `${nameOf(to)} waits for ${nameOf(from)}: ${condition}${implied}${now}`;
}

function containerLabel(node: ContainerNode, graph: Graph): string {
  const waits = graph.dependencies.filter(({ to }) => to === node.key);
  return [
    `Container ${node.name || 'without a name'}`,
    node.definition.essential === false ? 'not essential' : 'essential',
    ...waits.map(({ from, condition }) => `waits for ${nameOf(from)} ${condition}`),
  ].join(', ');
}
