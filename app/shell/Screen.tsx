import type { ReactNode } from 'react';
import { findingsOf, worstOf } from '../store/derived.ts';
import { useDesign } from '../store/designStore.ts';
import { useRealRun } from '../store/realRun.ts';
import { useTextName } from '../store/textName.ts';
import {
  DEFAULT_SIZES,
  type LeftPanel,
  type NarrowPanel,
  type SidePanel,
  setView,
  useView,
} from '../store/viewStore.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Splitter } from '../ui/Splitter.tsx';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { useIsNarrow } from '../ui/useIsNarrow.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { TopBar } from './TopBar.tsx';
import './Screen.css';

export interface ScreenProps {
  /** Only while a lesson is open. */
  readonly lesson?: ReactNode;
  readonly canvas: ReactNode;
  readonly add: ReactNode;
  readonly outline: ReactNode;
  readonly inspect: ReactNode;
  readonly json: ReactNode;
  readonly problems: ReactNode;
  readonly roles: ReactNode;
  readonly timeline: ReactNode;
}

function useProblemsBadge() {
  const count = useDesign((state) => findingsOf(state.reading, state.design.parts).length);
  const severity = useDesign((state) => worstOf(findingsOf(state.reading, state.design.parts)) ?? 'info');
  return { count, severity, label: count === 1 ? 'finding' : 'findings' };
}

/** The regions of the page: bar, left panel, canvas, side panel, timeline; below 1024 px one at a time. */
export function Screen(props: ScreenProps) {
  return useIsNarrow() ? <NarrowScreen {...props} /> : <WideScreen {...props} />;
}

function WideScreen(props: ScreenProps) {
  const side = useView((view) => view.side);
  const left = useView((view) => view.left);
  const sizes = useView((view) => view.sizes);
  const isLesson = props.lesson !== undefined;
  const leftFolded = useView(
    (view) =>
      view.leftFolded || (!view.leftPinned && innerWidth < (view.side === 'json' || isLesson ? 1600 : 1200)),
  );
  const bottomFolded = useView((view) => view.bottomFolded);
  const bottomSize = useView((view) => (view.bottom === 'whatIf' ? 'whatIf' : 'bottom'));
  const badge = useProblemsBadge();
  const language = useTextName();
  const sideSize = side === 'json' ? 'json' : 'side';
  const resize = (part: Partial<typeof sizes>) => setView({ sizes: { ...sizes, ...part } });
  const bottomDefault = useBottomDefault(bottomSize);
  // A height that nobody has chosen follows the number of lanes.
  const bottomHeight = sizes[bottomSize] === DEFAULT_SIZES[bottomSize] ? bottomDefault : sizes[bottomSize];
  return (
    <div className="screen">
      <TopBar />
      <div className="screen-middle">
        {isLesson && (
          <aside className="screen-lesson" aria-label="Lesson">
            {props.lesson}
          </aside>
        )}
        <aside
          className="screen-left"
          id="left-panel"
          aria-label="Add and outline"
          style={{ width: leftFolded ? 48 : sizes.left }}
        >
          <PanelHeading>Add and outline</PanelHeading>
          {leftFolded ? (
            <div className="screen-folded">
              <IconButton
                icon="plus"
                label="Add to the task"
                onClick={() => setView({ leftFolded: false, leftPinned: true, left: 'add' })}
              />
              <IconButton
                icon="outline"
                label="Outline of the task"
                onClick={() => setView({ leftFolded: false, leftPinned: true, left: 'outline' })}
              />
            </div>
          ) : (
            <>
              <Tabs<LeftPanel>
                id="left"
                label="Left panel"
                active={left}
                onChange={(id) => setView({ left: id })}
                tabs={[
                  { id: 'add', label: 'Add' },
                  { id: 'outline', label: 'Outline' },
                ]}
                end={
                  <IconButton
                    icon="panelLeft"
                    size="dense"
                    label="Fold this panel"
                    onClick={() => setView({ leftFolded: true, leftPinned: false })}
                  />
                }
              />
              <TabPanel tabs="left" id={left} className="screen-scroll">
                {left === 'add' ? props.add : props.outline}
              </TabPanel>
            </>
          )}
        </aside>
        {!leftFolded && (
          <Splitter
            label="Width of the left panel"
            orientation="vertical"
            value={sizes.left}
            min={180}
            max={400}
            defaultValue={DEFAULT_SIZES.left}
            controls="left-panel"
            onChange={(value) => resize({ left: value })}
          />
        )}
        <main className="screen-canvas" aria-label="Canvas">
          {props.canvas}
        </main>
        <Splitter
          label="Width of the side panel"
          orientation="vertical"
          value={sizes[sideSize]}
          min={280}
          max={900}
          after
          defaultValue={DEFAULT_SIZES[sideSize]}
          controls="side-panel"
          onChange={(value) => resize({ [sideSize]: value })}
        />
        <aside
          className="screen-side"
          id="side-panel"
          aria-label="Inspect, JSON, problems and roles"
          style={{ width: sizes[sideSize] }}
        >
          <PanelHeading>{side === 'json' ? language : SIDE_HEADINGS[side]}</PanelHeading>
          <Tabs<SidePanel>
            id="side"
            label="Side panel"
            active={side}
            onChange={(id) => setView({ side: id })}
            tabs={[
              { id: 'inspect', label: 'Inspect' },
              { id: 'json', label: language },
              { id: 'problems', label: 'Problems', badge },
              { id: 'roles', label: 'Roles' },
            ]}
          />
          <TabPanel tabs="side" id={side} className="screen-fill">
            {props[side]}
          </TabPanel>
        </aside>
      </div>
      {!bottomFolded && (
        <Splitter
          label="Height of the timeline"
          orientation="horizontal"
          value={bottomHeight}
          min={120}
          max={600}
          after
          defaultValue={bottomDefault}
          controls="timeline-panel"
          onChange={(value) => resize({ [bottomSize]: value })}
        />
      )}
      <section
        className="screen-bottom"
        id="timeline-panel"
        aria-label="Timeline"
        style={{ height: bottomFolded ? 41 : bottomHeight }}
      >
        <PanelHeading>Timeline</PanelHeading>
        {props.timeline}
      </section>
    </div>
  );
}

const SIDE_HEADINGS = { inspect: 'Inspector', problems: 'Problems', roles: 'Roles' } as const;

/** The headings of the panels stand below the page's: a screen reader leads from one to the next. */
function PanelHeading({ children }: { readonly children: ReactNode }) {
  return (
    <VisuallyHidden>
      <h2>{children}</h2>
    </VisuallyHidden>
  );
}

/** What the lanes need to be seen at once: ten of them, or a few with a real run above each. */
function useBottomDefault(size: 'bottom' | 'whatIf'): number {
  const many = useDesign((state) => (state.shown.task.containerDefinitions?.length ?? 0) > 7);
  const real = useRealRun() !== undefined;
  if (size === 'whatIf')
    return real ? Math.max(DEFAULT_SIZES.whatIf, Math.min(480, innerHeight * 0.55)) : DEFAULT_SIZES.whatIf;
  return many ? 300 : DEFAULT_SIZES.bottom;
}

const NARROW_TABS: readonly { readonly id: NarrowPanel; readonly label: string }[] = [
  { id: 'canvas', label: 'Canvas' },
  { id: 'add', label: 'Add' },
  { id: 'outline', label: 'Outline' },
  { id: 'inspect', label: 'Inspect' },
  { id: 'json', label: 'JSON' },
  { id: 'problems', label: 'Problems' },
  { id: 'roles', label: 'Roles' },
  { id: 'timeline', label: 'Timeline' },
];

const LESSON_TAB: (typeof NARROW_TABS)[number] = { id: 'lesson', label: 'Lesson' };

function NarrowScreen(props: ScreenProps) {
  const wished = useView((view) => view.narrow);
  const isLesson = props.lesson !== undefined;
  const narrow = wished === 'lesson' && !isLesson ? 'canvas' : wished;
  const badge = useProblemsBadge();
  const language = useTextName();
  const tabs = (isLesson ? [LESSON_TAB, ...NARROW_TABS] : NARROW_TABS).map((tab) =>
    tab.id === 'problems' ? { ...tab, badge } : tab.id === 'json' ? { ...tab, label: language } : tab,
  );
  return (
    <div className="screen screen-narrow">
      <TopBar />
      <Tabs<NarrowPanel>
        id="narrow"
        label="Panels"
        active={narrow}
        onChange={(id) => setView({ narrow: id })}
        tabs={tabs}
      />
      <main className="screen-main">
        <PanelHeading>{tabs.find(({ id }) => id === narrow)?.label}</PanelHeading>
        <TabPanel tabs="narrow" id={narrow} className="screen-fill">
          {props[narrow]}
        </TabPanel>
      </main>
    </div>
  );
}
