import {
  cloneElement,
  type FocusEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { floatingHost, useDismiss, useFloating } from './floating.ts';
import { Kbd } from './Kbd.tsx';
import type { Side } from './placement.ts';
import './Tooltip.css';

interface TooltipTarget {
  'aria-describedby'?: string | undefined;
  onPointerEnter?: ((event: PointerEvent<Element>) => void) | undefined;
  onPointerLeave?: ((event: PointerEvent<Element>) => void) | undefined;
  onPointerDown?: ((event: PointerEvent<Element>) => void) | undefined;
  onFocus?: ((event: FocusEvent<Element>) => void) | undefined;
  onBlur?: ((event: FocusEvent<Element>) => void) | undefined;
}

/** What Tooltip takes. */
export interface TooltipProps {
  /** A short sentence; empty: no tooltip. */
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: Side | undefined;
  /** The text only repeats the name of the element, so it is not read out a second time. */
  readonly isName?: boolean | undefined;
  /** One element (HTML or SVG) that takes pointer and focus handlers and can hold the focus. */
  readonly children: ReactElement<TooltipTarget>;
}

const DELAY_MS = 400;
const LEAVE_MS = 120;

/** A short explanation of one element, shown on hover and on keyboard focus, gone on Escape. */
export function Tooltip({ text, shortcut, side = 'top', isName = false, children }: TooltipProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const target = useRef<Element | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const shown = open && text !== '';
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const after = (wait: number, next: boolean) => {
    window.clearTimeout(timer.current);
    if (wait === 0) setOpen(next);
    else timer.current = window.setTimeout(() => setOpen(next), wait);
  };
  const props = children.props;
  const describedBy = [props['aria-describedby'], shown && !isName && id].filter(Boolean).join(' ');
  const child = cloneElement(children, {
    'aria-describedby': describedBy || undefined,
    onPointerEnter: (event) => {
      props.onPointerEnter?.(event);
      target.current = event.currentTarget;
      if (event.pointerType !== 'touch') after(DELAY_MS, true);
    },
    onPointerLeave: (event) => {
      props.onPointerLeave?.(event);
      after(LEAVE_MS, false);
    },
    onPointerDown: (event) => {
      props.onPointerDown?.(event);
      after(0, false);
    },
    onFocus: (event) => {
      props.onFocus?.(event);
      target.current = event.currentTarget;
      if (event.target === event.currentTarget && event.currentTarget.matches(':focus-visible'))
        after(0, true);
    },
    onBlur: (event) => {
      props.onBlur?.(event);
      after(0, false);
    },
  });
  return (
    <>
      {child}
      {shown &&
        createPortal(
          <OpenTooltip
            id={id}
            target={target}
            side={side}
            onClose={() => setOpen(false)}
            onPointerEnter={() => after(0, true)}
            onPointerLeave={() => after(LEAVE_MS, false)}
          >
            {text}
            {shortcut && <Kbd>{shortcut}</Kbd>}
          </OpenTooltip>,
          floatingHost(target),
        )}
    </>
  );
}

interface OpenTooltipProps {
  readonly id: string;
  readonly target: RefObject<Element | null>;
  readonly side: Side;
  readonly onClose: () => void;
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly children: ReactNode;
}

/** On its own: there are hundreds of tooltips, and one at most is open. */
function OpenTooltip({ target, side, onClose, ...span }: OpenTooltipProps) {
  const panel = useRef<HTMLSpanElement>(null);
  useFloating(true, panel, target, { side, align: 'center', gap: 6 });
  useDismiss(true, panel, target, onClose);
  return <span ref={panel} role="tooltip" popover="manual" className="tooltip" {...span} />;
}
