import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { whyAt } from '../../src/explain/why.ts';
import { timelineGeometry } from '../../src/picture/timeline/geometry.ts';
import type { LifecycleFinding } from '../../src/rules/lifecycle/lifecycleRule.ts';
import { handOffs } from '../../src/simulate/handOffs.ts';
import { logLoss } from '../../src/simulate/logLoss.ts';
import type { Run } from '../../src/simulate/run.ts';
import { graphOf, isOfLife, judgementOf, runOf } from '../store/derived.ts';
import { designStore, useDesign } from '../store/designStore.ts';
import { goTo } from '../store/go.ts';
import { useRealRun } from '../store/realRun.ts';
import { useKept } from '../store/useKept.ts';
import { useScenario } from '../store/useRun.ts';
import { selectEdge, selectedNode, selectNode, setHovered, setView, useView } from '../store/viewStore.ts';
import { classNames } from '../ui/classNames.ts';
import type { Box } from '../ui/placement.ts';
import { roleIcon } from '../ui/roleIcon.ts';
import { LaneNames } from './LaneNames.tsx';
import { laneOf, markOf, moveByKey } from './marks.ts';
import { Playhead } from './Playhead.tsx';
import { TimelineDrawing } from './TimelineDrawing.tsx';
import { usePan } from './usePan.ts';
import { usePlayback } from './usePlayback.ts';
import { useKeptSecond, useZoom } from './useZoom.ts';
import { WhyTip } from './WhyTip.tsx';
import { waitCostsOf } from './waitCostsOf.ts';
import { ExitMenu } from './whatIf/ExitMenu.tsx';
import { useDragEnd } from './whatIf/useDragEnd.ts';

const NAMES = 140;

/** The run as planned stands below the bars, the real one above them. */
function laneHeightOf(shown: Readonly<Record<'compared' | 'dense' | 'real', boolean>>): number {
  if (!shown.compared) return shown.dense ? 20 : 32;
  return shown.dense ? 30 : shown.real ? 34 : 40;
}

export interface LanesProps {
  readonly run: Run;
  /** The run that it is compared with: its bars are drawn as ghosts. */
  readonly plan?: Run | undefined;
  /** What stands at the end of a name. */
  readonly action?: (key: string) => ReactNode;
  /** Ends of bars can be dragged, and exits pressed. */
  readonly editable?: boolean;
}

/** The run as lanes, with names, axis and playhead. */
export function Lanes({ run, plan, action, editable = false }: LanesProps) {
  const reading = useDesign((state) => state.shown);
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const real = useRealRun();
  const scenario = useScenario();
  const findings = useFindings(run);
  const zoom = useZoom(NAMES);
  const pan = usePan(zoom);
  const figure = useRef<HTMLDivElement>(null);
  const compared = plan !== undefined && plan !== run;
  const dense = run.containers.length > 7;
  const { task } = reading;
  const costs = waitCostsOf(task, scenario, run);
  const told = useKept(
    useMemo(() => ({ handOffs: handOffs(task, run), lost: logLoss(task, run) }), [task, run]),
  );
  const geometry = useMemo(
    () =>
      timelineGeometry(run, {
        width: zoom.width,
        left: NAMES + 12,
        laneHeight: laneHeightOf({ compared, dense, real: real !== undefined }),
        barHeight: dense ? 12 : 16,
        ...told,
        costs,
        real,
        ...(compared ? { plan } : {}),
      }),
    [run, plan, compared, zoom.width, dense, told, costs, real],
  );
  useKeptSecond(zoom, geometry.axis);
  usePlayback(geometry.axis);
  const [exit, setExit] = useState<{ readonly key: string; readonly at: Box } | undefined>(undefined);
  const drag = useDragEnd(geometry.axis);
  const press = (target: EventTarget): boolean => {
    const mark = markOf(target);
    const key = mark && laneOf(mark);
    const finding = findings[Number(mark?.getAttribute('data-finding') ?? Number.NaN)];
    if (finding !== undefined) {
      setView({ playhead: finding.at });
      goTo(finding.path, finding.node, false);
      return true;
    }
    if (mark === undefined || key === undefined || mark.getAttribute('data-exit') === null)
      return choose(target);
    selectNode(`container:${key}`);
    const { left, top, width, height } = mark.getBoundingClientRect();
    setExit({ key, at: { left, top, width, height } });
    return true;
  };
  const icons = useKept(
    useMemo(
      () =>
        graphOf(reading).containers.map(({ key, role }) => ({
          key: key.slice('container:'.length),
          icon: roleIcon[role],
        })),
      [reading],
    ),
  );
  useLayoutEffect(() => {
    const svg = figure.current?.querySelector('.timeline-svg');
    if (svg?.querySelector('.timeline-mark[tabindex="0"]') === null)
      svg.querySelector('.timeline-mark')?.setAttribute('tabindex', '0');
  });
  const edge = selection.kind === 'edge' ? selection.key : hovered;
  const lit = edge === undefined ? undefined : gateOf(edge);
  const selected = selectedNode(selection)?.replace(/^container:/, '');
  return (
    <section
      className={classNames('timeline-body', zoom.factor > 1 && 'timeline-zoomed')}
      ref={zoom.box}
      aria-label="Lanes"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
      tabIndex={0}
      {...pan}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the marks in it are the stops; this is their common ear */}
      <div
        className="timeline-figure"
        ref={figure}
        style={{ height: geometry.height + 1, width: geometry.width }}
        {...(editable ? drag.pointer : {})}
        onClick={(event) => press(event.target)}
        onPointerOver={(event) => setHovered(edgeOf(markOf(event.target)))}
        onPointerLeave={() => setHovered(undefined)}
        onKeyDown={(event) => {
          const acts =
            event.key === 'Enter' || event.key === ' '
              ? press(event.target)
              : (editable && drag.onKeyDown(event)) || moveByKey(event);
          if (!acts) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <LaneNames
          geometry={geometry}
          width={NAMES}
          selected={selected}
          icons={icons}
          {...(action === undefined ? {} : { action })}
          whole={zoom.factor === 1}
        />
        <TimelineDrawing
          geometry={geometry}
          selected={selected}
          lit={lit}
          editable={editable}
          findings={findings}
        />
        <Playhead geometry={geometry} run={run} names={NAMES} zoom={zoom} />
      </div>
      {exit !== undefined && (
        <ExitMenu container={exit.key} at={exit.at} onClose={() => setExit(undefined)} />
      )}
      <WhyTip
        figure={figure}
        say={(mark) => {
          const title = mark.getAttribute('aria-label') ?? '';
          const lane = laneOf(mark);
          if (lane === undefined || mark.getAttribute('data-why') === null) return `${title}.`;
          return whyAt(run, task, lane, Number(mark.getAttribute('data-at'))) || `${title}.`;
        }}
      />
    </section>
  );
}

/** What goes wrong in the life of the task, where this run is that life; what is silenced is not shown. */
function useFindings(run: Run): readonly LifecycleFinding[] {
  const reading = useDesign((state) => state.shown);
  const parts = useDesign((state) => state.design.parts);
  useDesign((state) => state.looks);
  const { heard } = judgementOf(reading, parts);
  const isThisLife = run === runOf(reading.task, parts);
  return useKept(useMemo(() => (isThisLife ? heard.filter(isOfLife) : []), [heard, isThisLife]));
}

/** `app>envoy` of the edge `dependsOn:container:app>container:envoy`. */
function gateOf(edge: string): string | undefined {
  const { shown } = designStore.getState();
  const found = graphOf(shown).dependencies.find(({ key }) => key === edge);
  return found && `${found.to.slice('container:'.length)}>${found.from.slice('container:'.length)}`;
}

/** The edge on the canvas that a gate of the drawing belongs to. */
function edgeOf(mark: Element | undefined): string | undefined {
  const on = mark?.getAttribute('data-waits-for');
  if (mark === undefined || on === null || on === undefined) return undefined;
  const gate = `${laneOf(mark)}>${on}`;
  const { shown } = designStore.getState();
  return graphOf(shown).dependencies.find(({ key }) => gateOf(key) === gate)?.key;
}

/** Selects the edge of a gate, or the container of a lane. */
function choose(target: EventTarget): boolean {
  const mark = markOf(target);
  const edge = edgeOf(mark);
  if (edge !== undefined) {
    selectEdge(edge);
    return true;
  }
  const lane =
    mark === undefined
      ? target instanceof Element
        ? target.closest<SVGGElement>('[data-lane]')?.dataset.lane
        : undefined
      : laneOf(mark);
  if (lane === undefined || lane === 'task') return false;
  selectNode(`container:${lane}`);
  return true;
}
