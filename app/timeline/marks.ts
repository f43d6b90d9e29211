/** The marks of the drawing as places for the keyboard: one stop for Tab, arrows go from mark to mark. */
import type { KeyboardEvent } from 'react';

/** What makes an element of the drawing a mark: read out as `title`, and asked why where it stands for a state. */
export function markProps(lane: string, title: string, at?: number, asksWhy = false) {
  return {
    role: 'img',
    tabIndex: -1,
    'aria-label': title,
    'data-mark': lane,
    ...(at === undefined ? {} : { 'data-at': at }),
    ...(asksWhy ? { 'data-why': '' } : {}),
  } as const;
}

function marksOf(figure: Element): readonly SVGGraphicsElement[] {
  return [...figure.querySelectorAll<SVGGraphicsElement>('.timeline-mark')];
}

function leftOf(mark: SVGGraphicsElement): number {
  return mark.getBBox().x;
}

/** The lane of a mark, by the key of its container. */
export function laneOf(mark: Element): string | undefined {
  return mark.getAttribute('data-mark') ?? undefined;
}

/** The mark that an event came from. */
export function markOf(target: EventTarget | null): SVGGraphicsElement | undefined {
  return target instanceof Element
    ? (target.closest<SVGGraphicsElement>('.timeline-mark') ?? undefined)
    : undefined;
}

/** Left and right go along the lane, up and down to the nearest mark of the lane above or below. */
export function moveByKey(event: KeyboardEvent<Element>): boolean {
  const mark = markOf(event.target);
  if (mark === undefined) return false;
  const marks = marksOf(event.currentTarget);
  const lanes = [...new Set(marks.map(laneOf))];
  const row = lanes.indexOf(laneOf(mark));
  const inLane = (lane: string | undefined) =>
    marks.filter((each) => laneOf(each) === lane).sort((a, b) => leftOf(a) - leftOf(b));
  const own = inLane(lanes[row]);
  const near = (other: number) =>
    inLane(lanes[other]).sort(
      (a, b) => Math.abs(leftOf(a) - leftOf(mark)) - Math.abs(leftOf(b) - leftOf(mark)),
    )[0];
  const ways: Readonly<Record<string, () => SVGGraphicsElement | undefined>> = {
    ArrowRight: () => own[own.indexOf(mark) + 1],
    ArrowLeft: () => own[own.indexOf(mark) - 1],
    ArrowDown: () => (row + 1 < lanes.length ? near(row + 1) : undefined),
    ArrowUp: () => (row > 0 ? near(row - 1) : undefined),
    Home: () => own[0],
    End: () => own.at(-1),
  };
  const next = ways[event.key]?.();
  if (next === undefined) return false;
  for (const each of marks) each.setAttribute('tabindex', each === next ? '0' : '-1');
  next.focus();
  return true;
}
