import { useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a node was dragged from where it stood; nothing for one that stands still. */
export type ShiftOf = (key: string) => Point | undefined;

interface DraggedCard {
  readonly element: HTMLElement;
  readonly start: Point;
  /** As React drew it. */
  readonly transform: string;
}

/** The nodes under the pointer of a drag, so that only their own lines are redrawn on the way. */
const draggingStore = createStore<{ readonly keys: ReadonlySet<string> }>()(() => ({ keys: new Set() }));
const followers = new Set<(shiftOf: ShiftOf | undefined) => void>();
const cards = new Map<string, DraggedCard>();
const shifts = new Map<string, Point>();
const shiftOf: ShiftOf = (key) => shifts.get(key);
/** Lies over the page while a drag goes on: at each move the browser would look for what the pointer is on. */
let shield: HTMLElement | undefined;

export function useDragging<T>(select: (keys: ReadonlySet<string>) => T): T {
  return useStore(draggingStore, (state) => select(state.keys));
}

/**
 * Draws something along while a drag goes on. It is drawn past React, at every move of the pointer: `draw` gets the
 * shifts, and at the end `undefined`, upon which it puts back what React knows.
 */
export function useFollow(following: boolean, draw: (shiftOf: ShiftOf | undefined) => void): void {
  const follow = useEffectEvent(draw);
  useEffect(() => {
    if (!following) return;
    const follower = (shifted: ShiftOf | undefined) => follow(shifted);
    followers.add(follower);
    if (shifts.size > 0) follower(shiftOf);
    return () => {
      followers.delete(follower);
    };
  }, [following]);
}

/**
 * Takes up nodes of the canvas. Until they are let go their elements are moved by hand: React would compare the whole
 * picture at each move, and nothing but these and their lines can change.
 */
export function startDragging(
  canvas: HTMLElement,
  nodes: readonly { readonly id: string; readonly position: Point }[],
): void {
  cards.clear();
  shifts.clear();
  const taken = new Map(nodes.map(({ id, position }) => [id, position]));
  for (const element of canvas.querySelectorAll<HTMLElement>('.react-flow__node')) {
    const start = taken.get(element.dataset.id ?? '');
    if (start !== undefined && element.dataset.id !== undefined) {
      cards.set(element.dataset.id, { element, start, transform: element.style.transform });
    }
  }
  if (shield === undefined) {
    shield = document.createElement('div');
    shield.className = 'drag-shield';
    // A press while a drag goes on: its end was never told.
    shield.addEventListener('pointerdown', stopDragging);
    document.body.append(shield);
  }
  draggingStore.setState({ keys: new Set(taken.keys()) });
}

/** Moves one of them. */
export function drag(key: string, { x, y }: Point): void {
  const card = cards.get(key);
  if (card === undefined) return;
  card.element.style.transform = `translate(${x}px,${y}px)`;
  shifts.set(key, { x: x - card.start.x, y: y - card.start.y });
}

/** Moves their lines along. */
export function drawLines(): void {
  for (const follow of followers) follow(shiftOf);
}

/** Lets them go: all stands again as React drew it, which then draws where they are put. */
export function stopDragging(): void {
  for (const { element, transform } of cards.values()) element.style.transform = transform;
  for (const follow of followers) follow(undefined);
  cards.clear();
  shifts.clear();
  shield?.remove();
  shield = undefined;
  draggingStore.setState({ keys: new Set() });
}
