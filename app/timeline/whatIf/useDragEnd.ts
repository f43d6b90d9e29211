import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Axis } from '../../../src/picture/timeline/axis.ts';
import type { ContainerRun, Span } from '../../../src/simulate/run.ts';
import type { Behaviour, Scenario } from '../../../src/simulate/scenario.ts';
import { endedAt, withBehaviour } from '../../../src/simulate/whatIf.ts';
import { scenarioOf } from '../../store/derived.ts';
import { designStore } from '../../store/designStore.ts';
import { currentRun, currentScenario } from '../../store/useRun.ts';
import { type Played, setView, viewStore } from '../../store/viewStore.ts';
import { letBehave } from '../../store/whatIf.ts';
import { markOf } from '../marks.ts';

interface Drag {
  readonly container: ContainerRun;
  readonly span: Span;
  readonly scenario: Scenario;
  readonly scale: number;
  readonly x: number;
  /** What was tried out before. */
  readonly before: Played | undefined;
  behaviour: Behaviour | undefined;
}

/** The bar that a mark or a grip belongs to: its container and its stretch in the run on screen. */
function stretchOf(element: Element): { readonly container: ContainerRun; readonly span: Span } | undefined {
  const at = Number(element.getAttribute('data-at'));
  const lane = element.closest<SVGGElement>('[data-lane]')?.dataset.lane;
  const container = currentRun().containers.find(({ key }) => key === lane);
  const span = container?.spans.find(
    ({ from, to, state }) => from === at && to > from && state !== 'waiting',
  );
  return container === undefined || span === undefined ? undefined : { container, span };
}

/** What a bar's new end means, in a few words. */
function wordsOf(behaviour: Behaviour): string {
  const [member, value] = Object.entries(behaviour)[0] ?? [];
  const seconds =
    typeof value === 'number' ? value : ((value as { afterSeconds?: number })?.afterSeconds ?? 0);
  const verb: Record<string, string> = {
    pullSeconds: 'pulls for',
    startSeconds: 'takes to start',
    readyAfterSeconds: 'ready after',
    healthyAfterSeconds: 'healthy after',
    exits: 'exits after',
    sigtermExit: 'stops within',
  };
  return `${verb[member ?? ''] ?? 'takes'} ${seconds.toFixed(1)} s`;
}

/**
 * Dragging the end of a bar makes it shorter or longer. The run follows at once; the scenario changes when the bar is let
 * go, as one step. With the keys: Shift and an arrow on a bar, a second a press.
 */
export function useDragEnd(axis: Axis) {
  const drag = useRef<Drag | undefined>(undefined);
  const onPointerDown = (event: PointerEvent<Element>) => {
    const grip = event.target instanceof Element ? event.target.closest('.timeline-grip') : null;
    const found = grip === null ? undefined : stretchOf(grip);
    if (found === undefined) return;
    const { span } = found;
    const piece = axis.pieces.find(({ from, to }) => from <= span.from && span.from <= to) ?? axis.pieces[0];
    if (piece === undefined) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const scale = (piece.to - piece.from) / piece.width;
    const before = viewStore.getState().played;
    drag.current = {
      ...found,
      scenario: currentScenario(),
      scale,
      before,
      x: event.clientX,
      behaviour: undefined,
    };
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = drag.current;
    if (now === undefined) return;
    const { task } = designStore.getState().shown;
    const second = now.span.to + (event.clientX - now.x) * now.scale;
    now.behaviour = endedAt(task, now.scenario, now.container, now.span, second);
    if (now.behaviour === undefined) return;
    const scenario = withBehaviour(now.scenario, now.container.key, now.behaviour);
    setView({ played: { scenario, plan: scenarioOf(task, designStore.getState().design.parts) } });
  };
  const end = (keep: boolean) => {
    const now = drag.current;
    drag.current = undefined;
    if (now === undefined) return;
    setView({ played: now.before });
    if (keep && now.behaviour !== undefined)
      letBehave(now.container.key, now.behaviour, wordsOf(now.behaviour));
  };
  const onKeyDown = (event: KeyboardEvent<Element>): boolean => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const mark = by === 0 || !event.shiftKey ? undefined : markOf(event.target);
    const found = mark && stretchOf(mark);
    if (found === undefined) return false;
    const { task } = designStore.getState().shown;
    const behaviour = endedAt(task, currentScenario(), found.container, found.span, found.span.to + by);
    if (behaviour !== undefined) letBehave(found.container.key, behaviour, wordsOf(behaviour));
    return behaviour !== undefined;
  };
  return {
    onKeyDown,
    pointer: {
      onPointerDown,
      onPointerMove,
      onPointerUp: () => end(true),
      onPointerCancel: () => end(false),
    },
  };
}
