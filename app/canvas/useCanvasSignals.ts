import { type RefObject, useEffect, useRef } from 'react';
import { type FitViewOptions, useReactFlow } from 'reactflow';
import { useDesign } from '../store/designStore.ts';
import { type Signal, selectedNode, useView, viewStore } from '../store/viewStore.ts';

/** How the whole picture is shown. The band below it is for the controls and what is said beside them. */
export const FIT: FitViewOptions = {
  padding: { top: '16px', left: '20px', right: '20px', bottom: '60px' },
  maxZoom: 1,
  duration: 0,
};

/**
 * Runs an effect for each new order of a kind, and not for those given before the panel was there: after React Flow
 * has measured what the same action may have added, or at once, where keys typed ahead must meet what opens.
 */
function useSignal(name: Signal, run: () => void, when: 'measured' | 'at once' = 'measured'): void {
  const count = useView((view) => view.signals[name]);
  const seen = useRef(count);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (count === seen.current) return;
    seen.current = count;
    if (when === 'at once') latest.current();
    else requestAnimationFrame(() => requestAnimationFrame(() => latest.current()));
  }, [count, when]);
}

function nodeElement(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(key)}"]`);
}

/** Where a card is on screen. */
export function cardBox(key: string): DOMRect | undefined {
  return nodeElement(key)?.getBoundingClientRect();
}

export interface CanvasSignals {
  readonly box: RefObject<HTMLElement | null>;
  /** The text can be read and holds a container. */
  readonly whole: boolean;
  /** Opens a menu for the selected card, at its lower left corner. */
  readonly onMenu: (kind: 'dependsOn' | 'mount', key: string, at: { x: number; y: number }) => void;
}

/**
 * What commands ask of the canvas: fit, zoom, show what was added, start connecting or mounting. The picture stays fitted when its
 * panel changes size, until the user pans or zooms: the ref that is returned says so.
 */
export function useCanvasSignals({ box, whole, onMenu }: CanvasSignals): RefObject<boolean> {
  const flow = useReactFlow();
  const byHand = useRef(false);
  const opened = useDesign((state) => state.opened);
  const fitted = useRef({ opened, whole });
  useSignal('fit', () => {
    byHand.current = false;
    void flow.fitView(FIT);
  });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (!byHand.current) void flow.fitView(FIT);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, flow]);
  useSignal('zoomIn', () => {
    byHand.current = true;
    void flow.zoomIn({ duration: 0 });
  });
  useSignal('zoomOut', () => {
    byHand.current = true;
    void flow.zoomOut({ duration: 0 });
  });
  /** Shows the picture as a whole when one of these cards is not wholly in view. */
  const keepInView = (keys: readonly string[]) => {
    const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
    if (pane === undefined) return;
    const inside = keys
      .map(cardBox)
      .every(
        (box) =>
          box === undefined ||
          (box.left >= pane.left &&
            box.right <= pane.right &&
            box.top >= pane.top &&
            box.bottom <= pane.bottom),
      );
    if (!inside) void flow.fitView(FIT);
  };
  useSignal('showSelected', () => {
    const { selection } = viewStore.getState();
    if (selection.kind === 'nodes') keepInView(selection.keys);
  });
  useSignal('focusCanvas', () => {
    const key = selectedNode(viewStore.getState().selection);
    const card = key === undefined ? null : nodeElement(key);
    (card ?? document.querySelector<HTMLElement>('.react-flow__node-container'))?.focus();
  });
  const openMenu = (kind: 'dependsOn' | 'mount') => {
    const key = selectedNode(viewStore.getState().selection);
    if (key === undefined) return;
    const box = cardBox(key);
    onMenu(kind, key, box === undefined ? { x: 300, y: 200 } : { x: box.left, y: box.bottom });
  };
  useSignal('dependsOn', () => openMenu('dependsOn'), 'at once');
  useSignal('mount', () => openMenu('mount'), 'at once');
  useEffect(() => {
    const before = fitted.current;
    fitted.current = { opened, whole: before.whole || whole };
    // Another design; or the first whole picture of one that could not be read, or was empty, when it was opened.
    if (opened === before.opened && (before.whole || !whole)) return;
    byHand.current = false;
    requestAnimationFrame(() => requestAnimationFrame(() => void flow.fitView(FIT)));
  }, [opened, whole, flow]);
  return byHand;
}
