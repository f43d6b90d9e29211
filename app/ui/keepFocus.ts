import { focusable } from './floating.ts';

/** Where an element stands: its parent, and which child it is, from itself up to the page. */
type Place = readonly { readonly parent: Element; readonly index: number }[];

function placeOf(element: Element): Place {
  const place: { parent: Element; index: number }[] = [];
  for (let child = element; child.parentElement !== null; child = child.parentElement) {
    const parent = child.parentElement;
    place.push({ parent, index: [...parent.children].indexOf(child) });
  }
  return place;
}

/** What is nearest to a place that is gone: what took its place, else what stands before it, else further out. */
function nearest(place: Place): HTMLElement | undefined {
  for (const { parent, index } of place) {
    if (!parent.isConnected) continue;
    const siblings = [...parent.children];
    for (const sibling of [...siblings.slice(index), ...siblings.slice(0, index).reverse()]) {
      const stops = [sibling, ...focusable(sibling)].filter(isStop);
      // Typing on must not write into a field that nobody chose.
      const stop = stops.find((each) => each.matches('button, a, [tabindex]')) ?? stops[0];
      if (stop !== undefined) return stop;
    }
  }
  return undefined;
}

function isStop(element: Element): element is HTMLElement {
  return (
    'focus' in element &&
    (element as HTMLElement).tabIndex >= 0 &&
    element.getClientRects().length > 0 &&
    element.closest('[inert]') === null
  );
}

/**
 * Whoever takes away by a key what has the keyboard goes on beside it, not at the top of the page. Returns how to stop.
 */
export function keepFocus(): () => void {
  let last: { readonly element: Element; readonly place: Place; readonly fromNowhere: boolean } | undefined;
  const controller = new AbortController();
  const { signal } = controller;
  const isLost = () =>
    last !== undefined &&
    !last.fromNowhere &&
    !last.element.isConnected &&
    (document.activeElement ?? document.body) === document.body;
  document.addEventListener(
    'focusin',
    ({ target, relatedTarget }) => {
      if (!(target instanceof Element)) return;
      // A dialog that was opened while nothing had the focus leaves it so.
      const dialog = target.closest('dialog');
      const fromNowhere =
        dialog !== null &&
        (relatedTarget === null || (last?.fromNowhere === true && dialog.contains(last.element)));
      last = { element: target, place: placeOf(target), fromNowhere };
    },
    { signal },
  );
  document.addEventListener(
    'keyup',
    ({ key, ctrlKey, metaKey }) => {
      const onlyTypes = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey;
      if (onlyTypes) return;
      // Whoever takes the focus by a plan of his own does so with the next frames.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (last !== undefined && isLost()) nearest(last.place)?.focus({ preventScroll: true });
        }),
      );
    },
    { signal },
  );
  return () => controller.abort();
}
