import { type DragEvent, type RefObject, useMemo, useRef } from 'react';
import type { HandleType, ReactFlowInstance, ReactFlowProps } from 'reactflow';
import { moveNodes } from '../../src/edit/changes/canvas.ts';
import { mount } from '../../src/edit/changes/mounts.ts';
import { parseNodeKey } from '../../src/model/nodeKey.ts';
import { apply } from '../store/designStore.ts';
import { DRAG_TYPE } from '../store/dragType.ts';
import { notify, select, selectEdge, viewStore } from '../store/viewStore.ts';
import type { Opened } from './CanvasOverlay.tsx';
import { drag, drawLines, startDragging, stopDragging } from './dragging.ts';
import { refusedConnection, refusedEdge } from './refusedEdge.ts';
import type { FlowEdge, FlowNode } from './toFlow.ts';

type Flow = ReactFlowInstance<FlowNode, FlowEdge>;
type Events = Pick<
  ReactFlowProps<FlowNode, FlowEdge>,
  | 'onNodesChange'
  | 'onEdgesChange'
  | 'onNodeDragStart'
  | 'onNodeDragStop'
  | 'onSelectionStart'
  | 'onSelectionEnd'
  | 'onConnectStart'
  | 'onConnectEnd'
  | 'onConnect'
  | 'isValidConnection'
  | 'onEdgeClick'
  | 'onPaneClick'
  | 'onNodeContextMenu'
  | 'onEdgeContextMenu'
  | 'onMoveStart'
>;

export interface CanvasEvents {
  readonly flow: Flow;
  readonly box: RefObject<HTMLElement | null>;
  /** Where the pointer was last, in the window. */
  readonly pointer: RefObject<{ readonly x: number; readonly y: number }>;
  /** Whether the user has panned or zoomed. */
  readonly byHand: RefObject<boolean>;
  /** From which kind of handle a line is being drawn, until it is let go. */
  readonly setConnecting: (from: HandleType | undefined) => void;
  readonly setOpen: (opened: Opened | undefined) => void;
}

/**
 * What the hand on the picture does to the task and to the selection. Always the same functions: React Flow tells every
 * card and line of each one that changes.
 */
export function useCanvasEvents({
  flow,
  box,
  pointer,
  byHand,
  setConnecting,
  setOpen,
}: CanvasEvents): Events {
  const dragRunning = useRef(false);
  const boxRunning = useRef(false);
  return useMemo<Events>(
    () => ({
      onNodesChange(changes) {
        let dragged = false;
        const settled: Record<string, { x: number; y: number }> = {};
        let keys: Set<string> | undefined;
        for (const change of changes) {
          if (change.type === 'position' && change.position !== undefined) {
            // Arrow keys move without a drag: each press is settled at once.
            if (change.dragging === true) {
              drag(change.id, change.position);
              dragged = true;
            } else if (!dragRunning.current) {
              settled[change.id] = change.position;
            }
          } else if (change.type === 'select') {
            const now = viewStore.getState().selection;
            keys ??= new Set(now.kind === 'nodes' ? now.keys : []);
            if (change.selected) keys.add(change.id);
            else keys.delete(change.id);
          }
        }
        if (dragged) drawLines();
        if (Object.keys(settled).length > 0) apply(moveNodes(settled));
        if (keys !== undefined) {
          const now = viewStore.getState().selection;
          if (keys.size > 0) select({ kind: 'nodes', keys: [...keys] });
          else if (now.kind === 'nodes') select({ kind: 'none' });
        }
      },
      onEdgesChange(changes) {
        // A box is drawn around cards; the edges between them come along by themselves.
        if (boxRunning.current) return;
        for (const change of changes) {
          if (change.type !== 'select') continue;
          const now = viewStore.getState().selection;
          if (change.selected) selectEdge(change.id);
          else if (now.kind === 'edge' && now.key === change.id) select({ kind: 'none' });
        }
      },
      onNodeDragStart(_event, _node, dragged) {
        dragRunning.current = true;
        if (box.current !== null) startDragging(box.current, dragged);
      },
      onNodeDragStop(_event, node, dragged) {
        dragRunning.current = false;
        stopDragging();
        const onto = cardUnder(flow, node);
        if (onto !== undefined) apply(mount(onto, node.id));
        else apply(moveNodes(Object.fromEntries(dragged.map(({ id, position }) => [id, position]))));
      },
      onSelectionStart() {
        boxRunning.current = true;
      },
      onSelectionEnd() {
        boxRunning.current = false;
      },
      onConnectStart: (_event, { handleType }) => setConnecting(handleType ?? undefined),
      onConnectEnd(_event, connection) {
        setConnecting(undefined);
        if (connection.isValid === true) return;
        const refused = refusedConnection(connection);
        if (refused !== undefined) notify(refused.whole, 'error');
      },
      onConnect({ source, target }) {
        const from = parseNodeKey(source).kind;
        const to = parseNodeKey(target).kind;
        if (from === 'volume' && to === 'container') apply(mount(target, source));
        else if (from === 'container' && to === 'container') {
          setOpen({
            what: { kind: 'condition', waits: target, waitedFor: source, occurrence: 1 },
            at: pointer.current,
          });
        }
      },
      isValidConnection: ({ source, target }) => isPossible(source, target),
      onEdgeClick(event, edge) {
        if (edge.type !== 'dependency' || edge.data === undefined) return;
        const { from, to, addedBy } = edge.data.edge;
        if (addedBy !== undefined) return;
        const occurrence = Number(/#(\d+)$/.exec(edge.id)?.[1] ?? 1);
        setOpen({
          what: { kind: 'condition', waits: to, waitedFor: from, occurrence },
          at: { x: event.clientX, y: event.clientY },
        });
      },
      onPaneClick: () => select({ kind: 'none' }),
      onNodeContextMenu(event, node) {
        event.preventDefault();
        if (node.id === 'task') return;
        const now = viewStore.getState().selection;
        if (!(now.kind === 'nodes' && now.keys.includes(node.id))) select({ kind: 'nodes', keys: [node.id] });
        setOpen({ what: { kind: 'menu' }, at: { x: event.clientX, y: event.clientY } });
      },
      onEdgeContextMenu(event, edge) {
        event.preventDefault();
        selectEdge(edge.id);
        setOpen({ what: { kind: 'menu' }, at: { x: event.clientX, y: event.clientY } });
      },
      onMoveStart(event) {
        if (event !== null) byHand.current = true;
      },
    }),
    [flow, box, pointer, byHand, setConnecting, setOpen],
  );
}

/** Adds what was dragged from the palette, where it was let go; onto a card, for its container. */
export function dropEntry(event: DragEvent, flow: Flow): void {
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
}

/** The card that a volume was dropped on. */
function cardUnder(flow: Flow, node: FlowNode): string | undefined {
  if (node.type !== 'volume') return undefined;
  return flow.getIntersectingNodes(node, true).find(({ type }) => type === 'container')?.id;
}

function isPossible(source: string, target: string): boolean {
  const from = parseNodeKey(source).kind;
  const to = parseNodeKey(target).kind;
  if (to !== 'container') return false;
  if (from === 'volume') return true;
  return from === 'container' && refusedEdge(source, target) === undefined;
}
