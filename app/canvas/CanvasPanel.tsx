import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import {
  Background,
  BackgroundVariant,
  type EdgeTypes,
  type HandleType,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
  type ReactFlowState,
  useNodesInitialized,
  useReactFlow,
  useStore,
} from 'reactflow';
import 'reactflow/dist/style.css';
import type { Graph } from '../../src/model/graph.ts';
import { PartBoundary } from '../commands/PartBoundary.tsx';
import { afterPaint } from '../store/afterPaint.ts';
import { setCanvasDrawn, useCanvasDrawn } from '../store/canvasDrawn.ts';
import { graphOf, layoutOf, notesOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { DRAG_TYPE } from '../store/dragType.ts';
import { useGates } from '../store/gateWords.ts';
import { type Selection, selectedNode, useView } from '../store/viewStore.ts';
import { classNames } from '../ui/classNames.ts';
import { lazyPart } from '../ui/lazyPart.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { CanvasOverlay, type Opened } from './CanvasOverlay.tsx';
import { CanvasStory } from './CanvasStory.tsx';
import { ConnectionLine } from './ConnectionLine.tsx';
import { ContainerCard } from './ContainerCard.tsx';
import { DependencyLine, LineEnds, LogLine, MountLine } from './edges.tsx';
import { LogBox } from './LogBox.tsx';
import { NoteCard } from './NoteCard.tsx';
import { TaskFrame } from './TaskFrame.tsx';
import { type FlowEdge, FlowMapper, type FlowNode } from './toFlow.ts';
import { dropEntry, useCanvasEvents } from './useCanvasEvents.ts';
import { FIT, useCanvasSignals } from './useCanvasSignals.ts';
import { useKeptWhole } from './useKeptWhole.ts';
import { VolumePill } from './VolumePill.tsx';
import './CanvasPanel.css';
import './zoom.css';
import './lit.css';

const WelcomeLine = lazyPart(() =>
  import('./WelcomeLine.tsx').then((module) => ({ default: module.WelcomeLine })),
);
const EmptyCanvas = lazyPart(() =>
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
const multiSelectionKeys = ['Shift', 'Meta', 'Control'];
const ariaLabels = {
  'node.a11yDescription.default':
    'Press Enter to select the card, the arrow keys to move it, D to make it wait for another, M to mount a volume, Delete to remove it.',
  'edge.a11yDescription.default': 'Press Enter to select the edge, Delete to remove it.',
};
const options = { hideAttribution: true };

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
  const [connecting, setConnecting] = useState<HandleType | undefined>(undefined);
  const [open, setOpen] = useState<Opened | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another design starts with an empty memory
  const mapper = useMemo(() => new FlowMapper(), [opened]);
  const graph = graphOf(shown);
  const notes = notesOf(parts);
  const layout = layoutOf(shown, parts, { selected: meantNode(selection, graph), opened });
  // All edges are looked through: the playhead does not wait for that.
  const gates = useDeferredValue(useGates());
  const input = { graph, layout, notes, selection, lit, gates };
  const nodes = mapper.nodes(input);
  const edges = mapper.edges(input);
  const empty = graph.containers.length === 0;
  const pointer = useRef({ x: 0, y: 0 });
  const box = useRef<HTMLDivElement>(null);
  const drawn = useCanvasDrawn();
  usePainted(empty);
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
  useKeptWhole(graph, byHand);
  const events = useCanvasEvents({ flow, box, pointer, byHand, setConnecting, setOpen });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a picture with cards to drop on is no group of form fields
    <div
      ref={box}
      className={classNames('canvas', connecting && `canvas-connecting canvas-from-${connecting}`)}
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
      onDrop={(event) => dropEntry(event, flow)}
    >
      <CanvasStory of={box} />
      <LineEnds />
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...events}
        nodesDraggable={editable}
        nodesConnectable={editable}
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={multiSelectionKeys}
        connectionRadius={28}
        connectionLineComponent={ConnectionLine}
        minZoom={0.1}
        maxZoom={2}
        fitView
        fitViewOptions={FIT}
        proOptions={options}
        elevateNodesOnSelect={false}
        ariaLabelConfig={ariaLabels}
      >
        <Background variant={BackgroundVariant.Dots} gap={24} size={1} />
      </ReactFlow>
      <PartBoundary name="What to begin with">{empty && <EmptyCanvas />}</PartBoundary>
      <CanvasControls />
      <PartBoundary name="The welcome" failsAs="nothing">
        {drawn && <WelcomeLine />}
      </PartBoundary>
      {!editable && (
        <p className="canvas-stale" role="status">
          The last readable state. It takes no edits until the text is mended.
        </p>
      )}
      {open && <CanvasOverlay opened={open} onOpen={setOpen} />}
    </div>
  );
}

/** Says once that the picture is painted: after the frame that shows its cards, or its invitation where it has none. */
function usePainted(empty: boolean): void {
  const placed = useNodesInitialized();
  useEffect(() => {
    if (!placed && !empty) return;
    return afterPaint(setCanvasDrawn);
  }, [placed, empty]);
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
