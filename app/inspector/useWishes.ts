/** What other panels ask of the inspector: to show a field, to rename, to search. */
import { type RefObject, useEffect, useRef } from 'react';
import { isWithin, type Path, pathKey } from '../../src/model/path.ts';
import { type Signal, useView, viewStore } from '../store/viewStore.ts';

/** Counts of what was answered; kept while the panel is not on screen, so that nothing is answered twice. */
const answered = new Map<Signal | 'reveal', number>();

/** When the last wish was made: one that is old by the time the panel opens is followed without taking the focus. */
let askedAt = 0;
viewStore.subscribe((state, before) => {
  if (state.reveal !== before.reveal) askedAt = performance.now();
});
const FRESH_MS = 1500;

/** Answers a one-off order once, also when the panel opens because of it. */
export function useSignal(name: Signal, answer: () => void): void {
  const count = useView((view) => view.signals[name]);
  const latest = useRef(answer);
  latest.current = answer;
  useEffect(() => {
    if (count === undefined || answered.get(name) === count) return;
    answered.set(name, count);
    latest.current();
  }, [count, name]);
}

/** Shows the field of a revealed path: opens its section by `open`, scrolls to it and puts the keyboard there. */
export function useReveal(root: RefObject<HTMLElement | null>, base: Path, open: (path: Path) => void): void {
  const wish = useView((view) => view.reveal);
  const latest = useRef({ base, open });
  latest.current = { base, open };
  useEffect(() => {
    if (wish === undefined || answered.get('reveal') === wish.count) return;
    const now = latest.current;
    // A wish for something else: that is selected in the same breath, and this effect runs again for it.
    if (!isWithin(wish.path, now.base)) return;
    answered.set('reveal', wish.count);
    now.open(wish.path);
    const focus = wish.focus && performance.now() - askedAt < FRESH_MS;
    // The section that was just opened is in the page with the next frame.
    requestAnimationFrame(() => root.current && show(root.current, wish.path, now.base, focus));
  });
}

function show(root: HTMLElement, path: Path, base: Path, focus: boolean): void {
  const fields = new Map<string, HTMLElement>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-path]')) {
    const key = element.dataset.path ?? '';
    if (!fields.has(key)) fields.set(key, element);
  }
  for (let length = path.length; length > base.length; length -= 1) {
    const element = fields.get(pathKey(path.slice(0, length)));
    if (element === undefined) continue;
    const row = element.querySelector<HTMLElement>(`[data-row="${path[length]}"]`) ?? element;
    row.scrollIntoView({ block: 'center' });
    const inValue = path[length + 1] === 'value' || path[length + 1] === 'valueFrom';
    const cell = inValue ? row.querySelector<HTMLElement>('.table-value .cell, .table-value button') : null;
    if (focus) (cell ?? firstControl(row))?.focus({ preventScroll: true });
    return;
  }
  if (path.length <= base.length) root.scrollTo({ top: 0 });
}

/** The control of a field: what is typed into, else a button, but not the one that explains. */
export function firstControl(element: HTMLElement): HTMLElement | null {
  return (
    element.querySelector<HTMLElement>('input, select, textarea') ??
    element.querySelector<HTMLElement>('button:not(.inspect-help)')
  );
}
