import { type RefObject, useEffect, useState } from 'react';
import { getViewportForBounds, useReactFlow, useStoreApi } from 'reactflow';
import type { Graph } from '../../src/model/graph.ts';
import { isDrawnAlike } from '../store/derived.ts';
import { FIT } from './useCanvasSignals.ts';

/** So much larger must the picture be able to be before that is worth a move of everything. */
const WORTH_IT = 1.1;

/**
 * Keeps a picture that nobody has panned or zoomed in view as a whole: it is fitted again when an edit makes it reach beyond
 * its panel, or leaves it clearly smaller than it could be. What is moved by hand stays under the hand.
 */
export function useKeptWhole(graph: Graph, byHand: RefObject<boolean>): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  const [drawn, setDrawn] = useState(graph);
  if (!isDrawnAlike(drawn, graph)) setDrawn(graph);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for each picture, of what React Flow measures
  useEffect(() => {
    const look = () => {
      if (byHand.current) return;
      const { width, height, minZoom, maxZoom } = store.getState();
      const bounds = flow.getNodesBounds(flow.getNodes());
      if (width === 0 || bounds.width === 0) return;
      const now = flow.getViewport();
      const left = now.x + bounds.x * now.zoom;
      const top = now.y + bounds.y * now.zoom;
      const whole =
        left >= 0 &&
        top >= 0 &&
        left + bounds.width * now.zoom <= width &&
        top + bounds.height * now.zoom <= height;
      const fitted = getViewportForBounds(
        bounds,
        width,
        height,
        minZoom,
        Math.min(FIT.maxZoom ?? maxZoom, maxZoom),
        FIT.padding ?? 0,
      );
      if (!whole || fitted.zoom > now.zoom * WORTH_IT) void flow.fitView(FIT);
    };
    // After React Flow has measured what the edit added.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look);
    });
    return () => cancelAnimationFrame(frame);
  }, [drawn, flow, store, byHand]);
}
