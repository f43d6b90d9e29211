import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Axis, secondAt, xOf } from '../../src/picture/timeline/axis.ts';
import { useDesign } from '../store/designStore.ts';
import { type Signal, useView } from '../store/viewStore.ts';

const MOST = 24;
const STEP = 1.5;

export interface Zoom {
  /** The region that scrolls. */
  readonly box: RefObject<HTMLElement | null>;
  /** Px that the figure takes now. */
  readonly width: number;
  readonly factor: number;
  /** For useKeptSecond: the axis that is drawn, and what is to stay where once it is drawn wider. */
  readonly axis: RefObject<Axis | undefined>;
  readonly kept: RefObject<{ readonly second: number; readonly at: number } | undefined>;
}

/**
 * How wide the lanes are drawn: 1 fills the region. Zooming keeps the second under the pointer, or in the middle, where
 * it is. Ctrl, ⌘ or Alt with the wheel zooms; the wheel alone scrolls.
 */
export function useZoom(names: number): Zoom {
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState(1200);
  // A design that is opened comes whole into view, however far the one before was drawn apart.
  const opened = useDesign((state) => state.opened);
  const [zoomed, setZoomed] = useState({ factor: 1, opened });
  const factor = zoomed.opened === opened ? zoomed.factor : 1;
  const axis = useRef<Axis>(undefined);
  const kept = useRef<{ readonly second: number; readonly at: number }>(undefined);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setRoom(Math.max(400, element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = Math.round(names + (room - names) * factor);
  const zoomTo = (wanted: number, pointer?: number) => {
    const element = box.current;
    const next = Math.min(MOST, Math.max(1, wanted));
    if (element === null || axis.current === undefined || next === factor) return;
    const at = pointer ?? names + (element.clientWidth - names) / 2;
    kept.current = { at, second: secondAt(axis.current, element.scrollLeft + at) };
    setZoomed({ factor: next, opened });
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!(event.ctrlKey || event.metaKey || event.altKey)) return;
    event.preventDefault();
    const left = box.current?.getBoundingClientRect().left ?? 0;
    zoomTo(factor * Math.exp(-event.deltaY / 300), Math.max(names, event.clientX - left));
  });
  useEffect(() => {
    const element = box.current;
    // React listens passively, and the page would be zoomed too.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);
  useSignal('timelineIn', () => zoomTo(factor * STEP));
  useSignal('timelineOut', () => zoomTo(factor / STEP));
  useSignal('timelineFit', () => zoomTo(1));
  return { box, width, factor, axis, kept };
}

/** Scrolls so that the second under the pointer stays there, once the lanes are drawn on an axis of another width. */
export function useKeptSecond({ box, axis, kept }: Zoom, drawn: Axis): void {
  useLayoutEffect(() => {
    axis.current = drawn;
    if (box.current === null || kept.current === undefined) return;
    const { at, second } = kept.current;
    kept.current = undefined;
    box.current.scrollLeft = xOf(drawn, second) - at;
  }, [box, axis, kept, drawn]);
}

function useSignal(name: Signal, answer: () => void): void {
  const count = useView((view) => view.signals[name] ?? 0);
  const seen = useRef(count);
  const onSignal = useEffectEvent(answer);
  useEffect(() => {
    if (seen.current === count) return;
    seen.current = count;
    onSignal();
  }, [count]);
}
