import { type RefObject, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { floatingHost, useDismiss, useFloating } from '../ui/floating.ts';
import { markOf } from './marks.ts';

export interface WhyTipProps {
  readonly figure: RefObject<HTMLElement | null>;
  /** What a mark means, in a sentence. */
  readonly say: (mark: Element) => string;
}

const DELAY_MS = 250;

/** One explanation for all marks of the drawing: of the one under the pointer, else of the one with the focus. */
export function WhyTip({ figure, say }: WhyTipProps) {
  const [text, setText] = useState('');
  const target = useRef<Element | null>(null);
  const panel = useRef<HTMLSpanElement>(null);
  const latest = useRef(say);
  latest.current = say;
  useEffect(() => {
    const element = figure.current;
    if (element === null) return;
    let timer: number | undefined;
    const show = (mark: Element | undefined, wait: number) => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        target.current = mark ?? null;
        setText(mark === undefined ? '' : latest.current(mark));
      }, wait);
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      show(markOf(event.target), DELAY_MS);
    };
    const away = () => show(undefined, DELAY_MS);
    const focus = (event: FocusEvent) => {
      const mark = markOf(event.target);
      if (mark?.matches(':focus-visible')) show(mark, 0);
    };
    const blur = () => show(undefined, 0);
    // On the window: Escape is a shortcut of the page as well, which would keep it from anybody further in.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') show(undefined, 0);
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', away);
    element.addEventListener('pointerdown', blur);
    element.addEventListener('focusin', focus);
    element.addEventListener('focusout', blur);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', away);
      element.removeEventListener('pointerdown', blur);
      element.removeEventListener('focusin', focus);
      element.removeEventListener('focusout', blur);
    };
  }, [figure]);
  const shown = text !== '';
  useFloating(shown, panel, target, { side: 'top', align: 'center', gap: 8 });
  useDismiss(shown, panel, target, () => setText(''));
  return shown
    ? createPortal(
        <span ref={panel} role="tooltip" popover="manual" className="tooltip timeline-tip">
          {text}
        </span>,
        floatingHost(target),
      )
    : null;
}
