import {
  type DragEvent,
  lazy,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import {
  Background,
  BackgroundVariant,
  type Connection,
  type EdgeChange,
  type EdgeTypes,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  type ReactFlowState,
  useReactFlow,
  useStore,
} from 'reactflow';
import 'reactflow/dist/style.css';
import { moveNodes } from '../../src/edit/changes/canvas.ts';
import { mount } from '../../src/edit/changes/mounts.ts';
import { wouldCycle } from '../../src/model/cycles.ts';
import type { Graph } from '../../src/model/graph.ts';
import { parseNodeKey } from '../../src/model/nodeKey.ts';
import { graphOf, layoutOf, notesOf } from '../store/derived.ts';
import { apply, designStore, useDesign } from '../store/designStore.ts';
import { DRAG_TYPE } from '../store/dragType.ts';
import { useGates } from '../store/gateWords.ts';
import {
  notify,
  type Selection,
  select,
  selectEdge,
  selectedNode,
  useView,
  viewStore,
} from '../store/viewStore.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { CanvasOverlay, type Opened } from './CanvasOverlay.tsx';
import { CanvasStory } from './CanvasStory.tsx';
import { ContainerCard } from './ContainerCard.tsx';
import { setDragging } from './dragging.ts';
import { DependencyLine, LineEnds, LogLine, MountLine } from './edges.tsx';
import { LogBox } from './LogBox.tsx';
import { NoteCard } from './NoteCard.tsx';
import { TaskFrame } from './TaskFrame.tsx';
import { type FlowEdge, FlowMapper, type FlowNode } from './toFlow.ts';
import { FIT, useCanvasSignals } from './useCanvasSignals.ts';
import { VolumePill } from './VolumePill.tsx';
import './CanvasPanel.css';
import './lit.css';

const WelcomeLine = lazy(() =>
  import('./WelcomeLine.tsx').then((module) => ({ default: module.WelcomeLine })),
);
const EmptyCanvas = lazy(() =>
  import('./EmptyCanvas.tsx').then((module) => ({ default: module.EmptyCanvas })),
);
const nodeTypes: NodeTypes = {
  container: ContainerCard,
  volume: VolumePill,
  log: LogBox,
  frame: TaskFrame,
  note: NoteCard,
};
const edgeTypes: EdgeTypes = { dependency: DependencyLine, mount: MountLine, log: LogLine };

/** The task as a picture that can be changed by hand. */
export function CanvasPanel() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  );
}

/** What can be read: everything, what matters, names, hardly even those. */
const zoomLevel = ({ transform: [, , zoom] }: ReactFlowState) =>
  zoom < 0.25 ? 'tiny far' : zoom < 0.4 ? 'tiny' : zoom < 0.8 ? 'short' : 'full';
/** Labels keep 10 px on screen; in steps, so that a zoom does not restyle the canvas at every frame. */
const labelScale = ({ transform }: ReactFlowState) =>
  Math.min(1.5, Math.max(1, Math.round((10 / 11 / transform[2]) * 10) / 10));

function Canvas() {
  const shown = useDesign((state) => state.shown);
  const parts = useDesign((state) => state.design.parts);
  const opened = useDesign((state) => state.opened);
  const editable = useDesign((state) => state.reading.whole);
  const selection = useView((view) => view.selection);
  const lit = useView((view) => view.lit);
  const flow = useReactFlow<FlowNode, FlowEdge>();
  const level = useStore(zoomLevel);
  const scale = useStore(labelScale);
  const [moving, setMoving] = useState<Readonly<Record<string, { x: number; y: number }>>>({});
  const [connecting, setConnecting] = useState(false);
  const [open, setOpen] = useState<Opened | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another design starts with an empty memory
  const mapper = useMemo(() => new FlowMapper(), [opened]);
  const graph = graphOf(shown);
  const notes = notesOf(parts);
  const layout = layoutOf(shown, parts, { selected: meantNode(selection, graph), opened });
  // All edges are looked through: the playhead does not wait for that.
  const gates = useDeferredValue(useGates());
  const input = { graph, layout, notes, selection, moving, lit, gates };
  const nodes = mapper.nodes(input);
  const edges = mapper.edges(input);
  const empty = graph.containers.length === 0;
  const pointer = useRef({ x: 0, y: 0 });
  const box = useRef<HTMLDivElement>(null);
  const byHand = useCanvasSignals({
    box,
    whole: editable && !empty,
    // The key after this one is meant for the menu.
    onMenu: (kind, key, at) =>
      queueMicrotask(() =>
        flushSync(() =>
          setOpen({ what: kind === 'mount' ? { kind, container: key } : { kind, waits: key }, at }),
        ),
      ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: positions given up by a change of design are stale
  useEffect(() => setMoving({}), [opened, parts]);

  const onNodesChange = useCallback((changes: NodeChange<FlowNode>[]) => {
    const moves: Record<string, { x: number; y: number }> = {};
    const settled: Record<string, { x: number; y: number }> = {};
    let keys: Set<string> | undefined;
    for (const change of changes) {
      if (change.type === 'position' && change.position !== undefined) {
        // Arrow keys move without a drag: each press is settled at once.
        if (change.dragging === true) moves[change.id] = change.position;
        else if (!dragRunning.current) settled[change.id] = change.position;
      } else if (change.type === 'select') {
        const now = viewStore.getState().selection;
        keys ??= new Set(now.kind === 'nodes' ? now.keys : []);
        if (change.selected) keys.add(change.id);
        else keys.delete(change.id);
      }
    }
    if (Object.keys(moves).length > 0) setMoving((before) => ({ ...before, ...moves }));
    if (Object.keys(settled).length > 0) apply(moveNodes(settled));
    if (keys !== undefined) {
      const now = viewStore.getState().selection;
      if (keys.size > 0) select({ kind: 'nodes', keys: [...keys] });
      else if (now.kind === 'nodes') select({ kind: 'none' });
    }
  }, []);
  const dragRunning = useRef(false);

  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => {
    for (const change of changes) {
      if (change.type !== 'select') continue;
      const now = viewStore.getState().selection;
      if (change.selected) selectEdge(change.id);
      else if (now.kind === 'edge' && now.key === change.id) select({ kind: 'none' });
    }
  }, []);

  const openEdge = (edge: FlowEdge, at: { x: number; y: number }) => {
    if (edge.type !== 'dependency' || edge.data === undefined || edge.data.edge.addedBy !== undefined) return;
    const { from, to } = edge.data.edge;
    const occurrence = Number(/#(\d+)$/.exec(edge.id)?.[1] ?? 1);
    setOpen({ what: { kind: 'condition', waits: to, waitedFor: from, occurrence }, at });
  };

  const onConnect = ({ source, target }: Connection) => {
    const from = parseNodeKey(source).kind;
    const to = parseNodeKey(target).kind;
    if (from === 'volume' && to === 'container') apply(mount(target, source));
    else if (from === 'container' && to === 'container') {
      setOpen({
        what: { kind: 'condition', waits: target, waitedFor: source, occurrence: 1 },
        at: pointer.current,
      });
    }
  };

  const onDrop = (event: DragEvent) => {
    const id = event.dataTransfer.getData(DRAG_TYPE);
    if (id === '') return;
    event.preventDefault();
    event.stopPropagation();
    const spot = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const card = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest<HTMLElement>('.react-flow__node-container'))
      .find((element) => element !== null);
    const onto = card?.dataset.id;
    // The panel that it was dragged from has loaded them already.
    void import('../commands/addEntries.ts').then(({ addEntryById }) =>
      addEntryById(id)?.add({
        at: { x: spot.x - 124, y: spot.y - 24 },
        ...(onto === undefined ? {} : { onto }),
      }),
    );
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with cards to drop on is no group of form fields
    <div
      ref={box}
      className={connecting ? 'canvas canvas-connecting' : 'canvas'}
      data-testid="canvas"
      role="group"
      aria-label="The task as a picture"
      data-shortcuts=""
      data-zoom={level}
      style={{ ['--label-scale' as string]: scale }}
      onPointerMove={(event) => {
        pointer.current = { x: event.clientX, y: event.clientY };
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={onDrop}
    >
      <CanvasStory of={box} />
      <LineEnds />
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStart={(_event, _node, dragged) => {
          dragRunning.current = true;
          setDragging(dragged.map(({ id }) => id));
        }}
        onNodeDragStop={(_event, node, dragged) => {
          dragRunning.current = false;
          setDragging([]);
          const onto = cardUnder(flow, node);
          if (onto !== undefined) {
            setMoving({});
            apply(mount(onto, node.id));
            return;
          }
          const positions = Object.fromEntries(dragged.map(({ id, position }) => [id, position]));
          if (apply(moveNodes(positions)) !== undefined) setMoving({});
        }}
        onConnectStart={() => setConnecting(true)}
        onConnectEnd={(_event, state) => {
          setConnecting(false);
          if (state.isValid !== true && state.fromNode !== null && state.toNode !== null) {
            explainRefusal(state.fromNode.id, state.toNode.id);
          }
        }}
        onConnect={onConnect}
        isValidConnection={({ source, target }) => isPossible(source, target)}
        onEdgeClick={(event, edge) => openEdge(edge, { x: event.clientX, y: event.clientY })}
        onPaneClick={() => {
          select({ kind: 'none' });
        }}
        onNodeContextMenu={(event, node) => {
          event.preventDefault();
          if (node.id === 'task') return;
          const now = viewStore.getState().selection;
          if (!(now.kind === 'nodes' && now.keys.includes(node.id)))
            select({ kind: 'nodes', keys: [node.id] });
          setOpen({ what: { kind: 'menu' }, at: { x: event.clientX, y: event.clientY } });
        }}
        onEdgeContextMenu={(event, edge) => {
          event.preventDefault();
          selectEdge(edge.id);
          setOpen({ what: { kind: 'menu' }, at: { x: event.clientX, y: event.clientY } });
        }}
        nodesDraggable={editable}
        nodesConnectable={editable}
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        connectionRadius={28}
        minZoom={0.1}
        maxZoom={2}
        fitView
        fitViewOptions={FIT}
        proOptions={{ hideAttribution: true }}
        elevateNodesOnSelect={false}
        onMoveStart={(event) => {
          if (event !== null) byHand.current = true;
        }}
        ariaLabelConfig={{
          'node.a11yDescription.default':
            'Press Enter to select the card, the arrow keys to move it, D to make it wait for another, M to mount a volume, Delete to remove it.',
          'edge.a11yDescription.default': 'Press Enter to select the edge, Delete to remove it.',
        }}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
      </ReactFlow>
      <Suspense fallback={null}>{empty && <EmptyCanvas />}</Suspense>
      <CanvasControls />
      <Suspense fallback={null}>
        <WelcomeLine />
      </Suspense>
      {!editable && (
        <p className="canvas-stale" role="status">
          The last readable state. It takes no edits until the text is mended.
        </p>
      )}
      {open && <CanvasOverlay opened={open} onOpen={setOpen} />}
    </div>
  );
}

/** Whose mounts and logs a crowded picture draws: the selected card's, or those of the card at the selected edge. */
function meantNode(selection: Selection, graph: Graph): string | undefined {
  if (selection.kind !== 'edge') return selectedNode(selection);
  const { key } = selection;
  return (
    graph.mounts.find((edge) => edge.key === key)?.container ??
    graph.routes.find((edge) => edge.key === key)?.from ??
    graph.dependencies.find((edge) => edge.key === key && edge.addedBy !== undefined)?.to
  );
}

/** The card that a volume was dropped on. */
function cardUnder(
  flow: ReturnType<typeof useReactFlow<FlowNode, FlowEdge>>,
  node: FlowNode,
): string | undefined {
  if (node.type !== 'volume') return undefined;
  return flow.getIntersectingNodes(node, true).find(({ type }) => type === 'container')?.id;
}

function isPossible(source: string, target: string): boolean {
  const from = parseNodeKey(source).kind;
  const to = parseNodeKey(target).kind;
  if (to !== 'container') return false;
  if (from === 'volume') return true;
  return from === 'container' && source !== target && circle(source, target) === undefined;
}

function circle(source: string, target: string): string[] | undefined {
  return wouldCycle(designStore.getState().shown.task, source, target);
}

function explainRefusal(source: string, target: string): void {
  if (parseNodeKey(source).kind !== 'container' || parseNodeKey(target).kind !== 'container') return;
  if (source === target) {
    notify('A container cannot wait for itself.', 'error');
    return;
  }
  const loop = circle(source, target);
  if (loop === undefined) return;
  const names = loop.map((key) => parseNodeKey(key).name);
  notify(
    `That would close a circle, and ECS would refuse it: ${[...names, names[0]].join(' waits for ')}. Take one of these edges away first.`,
    'error',
  );
}
