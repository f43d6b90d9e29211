import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { createPortal } from 'react-dom';
import { classNames } from './classNames.ts';
import {
  type Anchor,
  anchorElement,
  floatingHost,
  focusable,
  useDismiss,
  useFloating,
  useFocusInside,
} from './floating.ts';
import type { Align, Side } from './placement.ts';
import './Popover.css';

/** What Popover takes. */
export interface PopoverProps {
  readonly open: boolean;
  /** Escape, a press outside, or Tab past its end. */
  readonly onClose: () => void;
  /** The element it belongs to, or a spot in the window. Presses on the element do not close it. */
  readonly anchor: Anchor;
  /** Its name for a screen reader. */
  readonly label: string;
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
  readonly gap?: number | undefined;
  /** At least as wide as its anchor. */
  readonly matchWidth?: boolean | undefined;
  /** No space around the content. */
  readonly bare?: boolean | undefined;
  readonly className?: string | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLDivElement>) => void) | undefined;
  readonly children?: ReactNode;
}

/**
 * A floating panel beside something. The focus goes to `data-autofocus` or the first control in it, and back to where
 * it was. Below it the page stays usable.
 */
export function Popover(props: PopoverProps) {
  return props.open ? createPortal(<OpenPopover {...props} />, floatingHost(props.anchor)) : null;
}

function OpenPopover(props: PopoverProps) {
  const { onClose, anchor, label, side, align, gap, matchWidth, bare, className, onKeyDown, children } =
    props;
  const panel = useRef<HTMLDivElement>(null);
  useFloating(true, panel, anchor, { side, align, gap, matchWidth });
  useDismiss(true, panel, anchor, onClose);
  useFocusInside(true, panel);
  const leaveAtTheEnds = (event: KeyboardEvent<HTMLDivElement>) => {
    onKeyDown?.(event);
    if (event.key !== 'Tab' || !panel.current) return;
    const stops = focusable(panel.current);
    const end = event.shiftKey ? stops[0] : stops.at(-1);
    if (end !== undefined && document.activeElement !== end && document.activeElement !== panel.current)
      return;
    event.preventDefault();
    const back = anchorElement(anchor);
    onClose();
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus();
  };
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={label}
      popover="manual"
      tabIndex={-1}
      className={classNames('popover', bare && 'popover-bare', className)}
      onKeyDown={leaveAtTheEnds}
    >
      {children}
    </div>
  );
}
