/** What popovers, menus, lists of suggestions and tooltips share: the top layer, a place, and going away again. */
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect } from 'react';
import { type Align, type Box, placeBeside, type Side } from './placement.ts';

/** What a floating panel belongs to: an element, or a spot in the window such as the pointer's. */
export type Anchor = RefObject<Element | null> | Box;

/** The element of an anchor, when it has one. */
export function anchorElement(anchor: Anchor): Element | null {
  return 'current' in anchor ? anchor.current : null;
}

/**
 * Where a floating panel is put into the page: the dialog or landmark of its anchor. An open dialog makes all outside
 * it inert, and a screen reader that walks by landmarks must come past it.
 */
export function floatingHost(anchor: Anchor): Element {
  return (
    anchorElement(anchor)?.closest('dialog[open], main, nav, aside, header, footer') ??
    document.querySelector('dialog:modal') ??
    document.querySelector('main') ??
    document.body
  );
}

/** How a floating panel stands beside its anchor; below and level with its start when absent. */
export interface FloatingOptions {
  readonly side?: Side | undefined;
  readonly align?: Align | undefined;
  readonly gap?: number | undefined;
  /** At least as wide as the anchor. */
  readonly matchWidth?: boolean | undefined;
}

/** Shows an element with `popover="manual"` in the top layer and keeps it beside its anchor. */
export function useFloating(
  open: boolean,
  panel: RefObject<HTMLElement | null>,
  anchor: Anchor,
  { side, align, gap, matchWidth = false }: FloatingOptions = {},
): void {
  const place = useEffectEvent(() => {
    const element = panel.current;
    const box = 'current' in anchor ? anchor.current?.getBoundingClientRect() : anchor;
    if (!element || !box) return;
    if (matchWidth) element.style.minWidth = `${box.width}px`;
    const size = {
      width: element.offsetWidth,
      // What a scrolled panel would need is more than it has.
      height: element.scrollHeight + element.offsetHeight - element.clientHeight,
    };
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const at = placeBeside(box, size, view, side, align, gap);
    element.style.left = `${Math.round(at.left)}px`;
    element.style.top = `${Math.round(at.top)}px`;
    element.style.maxHeight = `${Math.floor(at.maxHeight)}px`;
  });
  const onScroll = useEffectEvent((event: Event) => {
    if (!(event.target instanceof Node && panel.current?.contains(event.target))) place();
  });
  useLayoutEffect(() => {
    const element = panel.current;
    // A dialog may have gone in the very moment in which something was to open in it: the browser refuses to show that.
    if (!open || !element?.isConnected) return;
    if (!element.matches(':popover-open')) element.showPopover();
    place();
    const scrolled = (event: Event) => onScroll(event);
    const resized = () => place();
    const watch = new ResizeObserver(resized);
    watch.observe(element);
    window.addEventListener('resize', resized);
    document.addEventListener('scroll', scrolled, true);
    return () => {
      watch.disconnect();
      window.removeEventListener('resize', resized);
      document.removeEventListener('scroll', scrolled, true);
    };
  }, [open, panel]);
}

interface Layer {
  readonly panel: RefObject<HTMLElement | null>;
  readonly anchor: Anchor;
}

const layers: Layer[] = [];

/** Whether a panel is open that Escape closes. */
export const somethingFloats = () => layers.length > 0;

const holds = (layer: Layer, node: Node) =>
  layer.panel.current?.contains(node) === true || anchorElement(layer.anchor)?.contains(node) === true;

/** Whether a key that is pressed in `target` may be meant for this panel: a modal dialog takes the keys of what lies behind it. */
function hears({ panel }: Layer, target: EventTarget | null): boolean {
  const dialog = target instanceof Element ? target.closest('dialog:modal') : null;
  return dialog === null || dialog.contains(panel.current);
}

/**
 * Calls `onClose` on Escape when this panel is the topmost that hears it, and on a press outside it, its anchor and what was
 * opened from it. Escape that somebody inside has handled (default prevented or stopped) is left alone.
 */
export function useDismiss(
  open: boolean,
  panel: RefObject<HTMLElement | null>,
  anchor: Anchor,
  onClose: () => void,
): void {
  const close = useEffectEvent(onClose);
  const layerOf = useEffectEvent((): Layer => ({ panel, anchor }));
  useEffect(() => {
    if (!open) return;
    const layer = layerOf();
    layers.push(layer);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (layers.findLast((each) => hears(each, event.target)) !== layer) return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    const onPointerDown = (event: PointerEvent) => {
      const target = event.target;
      if (!(target instanceof Node)) return;
      const above = layers.slice(layers.indexOf(layer));
      if (!above.some((each) => holds(each, target))) close();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointerdown', onPointerDown, true);
    };
  }, [open]);
}

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]:not([tabindex="-1"])';

/** What Tab reaches inside an element, in order. */
export function focusable(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (each) => each.tabIndex >= 0 && each.getClientRects().length > 0,
  );
}

/** Moves the focus into a panel when it opens, and back to where it was when it closes while holding it. */
export function useFocusInside(
  open: boolean,
  panel: RefObject<HTMLElement | null>,
  first?: () => HTMLElement | null | undefined,
): void {
  const firstOf = useEffectEvent(
    (element: HTMLElement) =>
      first?.() ?? element.querySelector<HTMLElement>('[data-autofocus]') ?? focusable(element)[0] ?? element,
  );
  useLayoutEffect(() => {
    const element = panel.current;
    if (!open || !element) return;
    const before = document.activeElement;
    firstOf(element).focus({ preventScroll: true });
    return () => {
      if (element.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [open, panel]);
}
