import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { offsetsOf, windowOf } from './windowing.ts';
import './WindowedList.css';

/** A wish to see an item; a new count is a new wish. */
export interface ShowItem {
  readonly key: string;
  readonly count: number;
  readonly focus: boolean;
}

/** What WindowedList takes. */
export interface WindowedListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** About how high an item is, in pixels, until it has been drawn once. */
  readonly estimate: (item: Item) => number;
  readonly render: (item: Item) => ReactNode;
  /** Stays drawn wherever it is: what holds the focus must not go away under it. */
  readonly pinned?: string | undefined;
  readonly show?: ShowItem | undefined;
  /** What of an item takes the focus when it is to be shown with it. */
  readonly focusable: string;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLDivElement>) => void) | undefined;
}

/** A list of any length, of which only what is in sight is drawn; items may be of any height. */
export function WindowedList<Item>(props: WindowedListProps<Item>) {
  const { label, items, keyOf, estimate, render, pinned, show, focusable, onKeyDown } = props;
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  // Filled in place: a copy of thousands at every move of the wheel would cost a frame.
  const [heights] = useState(() => new Map<string, number>());
  const [measurings, setMeasurings] = useState(0);
  const keys = useMemo(() => items.map(keyOf), [items, keyOf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another measuring has filled the heights
  const offsets = useMemo(
    () => offsetsOf(items.map((item, index) => heights.get(keys[index] ?? '') ?? estimate(item))),
    [items, keys, estimate, heights, measurings],
  );
  const latest = useRef({ keys, offsets });
  latest.current = { keys, offsets };

  const [observer] = useState(
    () =>
      new ResizeObserver((entries) => {
        const { keys: known, offsets: starts } = latest.current;
        const element = box.current;
        let above = 0;
        let different = false;
        for (const { target, borderBoxSize } of entries) {
          const key = (target as HTMLElement).dataset.key ?? '';
          const height = borderBoxSize[0]?.blockSize ?? 0;
          if (!target.isConnected || height === 0 || heights.get(key) === height) continue;
          heights.set(key, height);
          different = true;
          const index = known.indexOf(key);
          const start = starts[index] ?? 0;
          const end = starts[index + 1] ?? start;
          // What is read must not move when something above it turns out higher than was thought.
          if (element !== null && end <= element.scrollTop) above += height - (end - start);
        }
        if (element !== null && above !== 0) element.scrollTop += above;
        if (different) setMeasurings((count) => count + 1);
      }),
  );
  useEffect(() => () => observer.disconnect(), [observer]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    const sized = new ResizeObserver(look);
    sized.observe(element);
    return () => sized.disconnect();
  }, []);

  useEffect(() => {
    const element = box.current;
    const index = show === undefined ? -1 : latest.current.keys.indexOf(show.key);
    if (element === null || show === undefined || index < 0) return;
    const start = latest.current.offsets[index] ?? 0;
    const end = latest.current.offsets[index + 1] ?? start;
    if (start < element.scrollTop) element.scrollTop = start;
    else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight;
    setView({ top: element.scrollTop, height: element.clientHeight });
    // Drawn with the next frame, and only then is its height known.
    const frame = requestAnimationFrame(() => {
      const item = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(show.key)}"]`);
      item?.scrollIntoView({ block: 'nearest' });
      if (show.focus) item?.querySelector<HTMLElement>(focusable)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [show, focusable]);

  const drawn = windowOf(offsets, view, pinned === undefined ? -1 : keys.indexOf(pinned));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed on the items are heard here, for all of them
    <div
      ref={box}
      className="windowed"
      onScroll={(event) => {
        const { scrollTop, clientHeight } = event.currentTarget;
        setView({ top: scrollTop, height: clientHeight });
      }}
      onKeyDown={onKeyDown}
    >
      <ul aria-label={label} className="windowed-items" style={{ height: offsets.at(-1) ?? 0 }}>
        {drawn.map((index) => {
          const item = items[index];
          const key = keys[index];
          if (item === undefined || key === undefined) return null;
          return (
            <Measured key={key} id={key} top={offsets[index] ?? 0} observer={observer}>
              {render(item)}
            </Measured>
          );
        })}
      </ul>
    </div>
  );
}

interface MeasuredProps {
  readonly id: string;
  readonly top: number;
  readonly observer: ResizeObserver;
  readonly children: ReactNode;
}

function Measured({ id, top, observer, children }: MeasuredProps) {
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const element = item.current;
    if (element === null) return;
    observer.observe(element);
    return () => observer.unobserve(element);
  }, [observer]);
  return (
    <li ref={item} data-key={id} className="windowed-item" style={{ top }}>
      {children}
    </li>
  );
}
