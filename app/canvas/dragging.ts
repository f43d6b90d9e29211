import { useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a node was dragged from where it stood; nothing for one that stands still. */
export type ShiftOf = (key: string) => Point | undefined;

interface DraggedNode {
  readonly element: HTMLElement;
  readonly start: Point;
  /** As React drew it; on its way it is above all others. */
  readonly zIndex: string;
  readonly carried: Carried;
}

interface Dragging {
  /** The nodes under the pointer of a drag, so that only their own lines are redrawn on the way. */
  readonly keys: ReadonlySet<string>;
  /** Where these lines are drawn meanwhile. */
  readonly layer: SVGSVGElement | undefined;
}

const draggingStore = createStore<Dragging>()(() => ({ keys: new Set(), layer: undefined }));
const followers = new Set<(shiftOf: ShiftOf | undefined) => void>();
const nodes = new Map<string, DraggedNode>();
const shifts = new Map<string, Point>();
const shiftOf: ShiftOf = (key) => shifts.get(key);
/** Lies over the page while a drag goes on: at each move the browser would look for what the pointer is on. */
let shield: HTMLElement | undefined;

/** The layer for a line at the given ends while one of them is being dragged. */
export function useDragLayer(source: string, target: string): SVGSVGElement | undefined {
  return useStore(draggingStore, ({ keys, layer }) =>
    keys.has(source) || keys.has(target) ? layer : undefined,
  );
}

/** An element that is shown away from where it stands, as far as it is told. */
export interface Carried {
  shift(x: number, y: number): void;
  putBack(): void;
}

/**
 * Takes up an element of the canvas. A paused animation holds it: the browser moves what is animated without painting or
 * ordering anything anew, which it does for every part of the page when a style is set.
 */
export function carry(element: HTMLElement): Carried {
  const animation = element.animate({ translate: ['0px 0px', '0px 0px'] }, { duration: 1, fill: 'both' });
  animation.pause();
  const { effect } = animation;
  return {
    shift(x, y) {
      const translate = `${x}px ${y}px`;
      if (effect instanceof KeyframeEffect) effect.setKeyframes({ translate: [translate, translate] });
    },
    putBack: () => animation.cancel(),
  };
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

/** The way of a line over the canvas; it has no bounds of its own, so that lines in it may go anywhere. */
function dragLayer(canvas: HTMLElement): SVGSVGElement {
  const layer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  layer.classList.add('drag-lines');
  canvas.querySelector('.react-flow__edges')?.append(layer);
  return layer;
}

/**
 * Takes up nodes of the canvas. Until they are let go their elements are moved by hand: React would compare the whole
 * picture at each move, and nothing but these and their lines can change.
 */
export function startDragging(
  canvas: HTMLElement,
  dragged: readonly { readonly id: string; readonly position: Point }[],
): void {
  stopDragging();
  const taken = new Map(dragged.map(({ id, position }) => [id, position]));
  for (const element of canvas.querySelectorAll<HTMLElement>('.react-flow__node')) {
    const key = element.dataset.id;
    const start = taken.get(key ?? '');
    if (start === undefined || key === undefined) continue;
    nodes.set(key, { element, start, zIndex: element.style.zIndex, carried: carry(element) });
    element.style.zIndex = '1000';
  }
  shield = document.createElement('div');
  shield.className = 'drag-shield';
  // A press while a drag goes on: its end was never told.
  shield.addEventListener('pointerdown', stopDragging);
  document.body.append(shield);
  draggingStore.setState({ keys: new Set(taken.keys()), layer: dragLayer(canvas) });
}

/** Moves one of them. */
export function drag(key: string, { x, y }: Point): void {
  const node = nodes.get(key);
  if (node === undefined) return;
  const shift = { x: x - node.start.x, y: y - node.start.y };
  node.carried.shift(shift.x, shift.y);
  shifts.set(key, shift);
}

/** Moves their lines along. */
export function drawLines(): void {
  for (const follow of followers) follow(shiftOf);
}

/** Lets them go: all stands again as React drew it, which then draws where they are put. */
export function stopDragging(): void {
  for (const { element, zIndex, carried } of nodes.values()) {
    carried.putBack();
    element.style.zIndex = zIndex;
  }
  for (const follow of followers) follow(undefined);
  nodes.clear();
  shifts.clear();
  shield?.remove();
  shield = undefined;
  const { layer } = draggingStore.getState();
  draggingStore.setState({ keys: new Set(), layer: undefined });
  layer?.remove();
}
