import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { classNames } from './classNames.ts';
import './Splitter.css';

/** What Splitter takes. */
export interface SplitterProps {
  /** What it resizes: "Width of the inspector". */
  readonly label: string;
  /** The way the line runs: `vertical` between left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** The size of the panel it resizes, in pixels. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  /** Where a double click and Enter lead back to. */
  readonly defaultValue: number;
  /** The panel stands after the line (right of it, below it): moving towards the start makes it larger. */
  readonly after?: boolean | undefined;
  /** The id of the panel. */
  readonly controls?: string | undefined;
  readonly className?: string | undefined;
}

const STEP = 16;

/** The line between two panels: drag it, or move it by arrow keys (Shift: further), Home and End. */
export function Splitter(props: SplitterProps) {
  const {
    label,
    orientation,
    value,
    min,
    max,
    onChange,
    defaultValue,
    after = false,
    controls,
    className,
  } = props;
  const drag = useRef<{ readonly from: number; readonly value: number } | null>(null);
  const towards = after ? -1 : 1;
  const set = (next: number) => {
    const inside = Math.round(Math.min(Math.max(next, min), Math.max(min, max)));
    if (inside !== value) onChange(inside);
  };
  const along = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = (event.shiftKey ? 4 : 1) * STEP * towards;
    if (event.key === less) set(value - step);
    else if (event.key === more) set(value + step);
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else if (event.key === 'Enter') set(defaultValue);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> takes no focus and no value
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={Math.max(min, max)}
      aria-valuetext={`${Math.round(value)} pixels`}
      aria-controls={controls}
      className={classNames('splitter', `splitter-${orientation}`, className)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => set(defaultValue)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus({ preventScroll: true });
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: along(event), value };
      }}
      onPointerMove={(event) => {
        if (drag.current) set(drag.current.value + (along(event) - drag.current.from) * towards);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
}
