import type { ReactNode } from 'react';
import { PartBoundary } from '../commands/PartBoundary.tsx';
import { useRun, useScenario } from '../store/useRun.ts';
import { type BottomPanel, setView, useView } from '../store/viewStore.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { lazyPart } from '../ui/lazyPart.ts';
import { TabPanel, Tabs } from '../ui/Tabs.tsx';
import { useIsNarrow } from '../ui/useIsNarrow.ts';
import { EventTable } from './EventTable.tsx';
import { Lanes } from './Lanes.tsx';
import { Sentence } from './Sentence.tsx';
import { Transport } from './Transport.tsx';
import { ScenarioMenu } from './whatIf/ScenarioMenu.tsx';
import './TimelinePanel.css';
import './TimelineDrawing.css';

// What may go wrong is looked at later than what goes right.
const WhatIfPanel = lazyPart(() =>
  import('./whatIf/WhatIfPanel.tsx').then((module) => ({ default: module.WhatIfPanel })),
);
const FailingBadge = lazyPart(() =>
  import('./whatIf/FailingBadge.tsx').then((module) => ({ default: module.FailingBadge })),
);
const Doubts = lazyPart(() => import('./Doubts.tsx').then((module) => ({ default: module.Doubts })));

const TABS: readonly { readonly id: BottomPanel; readonly label: string }[] = [
  { id: 'run', label: 'Timeline' },
  { id: 'whatIf', label: 'What if' },
  { id: 'events', label: 'Events' },
  { id: 'concerns', label: 'Concerns' },
];

/** How the containers of the task start, wait and stop, from the simulated run; it follows every edit. */
export function TimelinePanel({ concerns }: { readonly concerns: ReactNode }) {
  const bottom = useView((view) => view.bottom);
  // Where the panel fills the page there is nothing to fold it away for.
  const isNarrow = useIsNarrow();
  const folded = useView((view) => view.bottomFolded) && !isNarrow;
  return (
    <div className="timeline">
      <Tabs<BottomPanel>
        id="bottom"
        label="Timeline"
        className="timeline-head"
        active={bottom}
        onChange={(id) => setView({ bottom: id, bottomFolded: false })}
        tabs={TABS}
        end={
          <>
            <Transport />
            <ScenarioMenu />
            <Failing />
            <Doubtful />
            <span className="timeline-space" />
            {bottom !== 'whatIf' && <Sentence />}
            {!isNarrow && (
              <IconButton
                size="dense"
                icon={folded ? 'chevronUp' : 'chevronDown'}
                label={folded ? 'Unfold the timeline' : 'Fold the timeline'}
                onClick={() => setView({ bottomFolded: !folded })}
              />
            )}
          </>
        }
      />
      {!folded && (
        <TabPanel tabs="bottom" id={bottom} className="timeline-panel">
          {bottom === 'concerns' ? concerns : <Shown bottom={bottom} />}
        </TabPanel>
      )}
    </div>
  );
}

function Shown({ bottom }: { readonly bottom: Exclude<BottomPanel, 'concerns'> }) {
  const run = useRun();
  if (run.containers.length === 0) {
    return (
      <div className="timeline-empty">
        <EmptyState title="No container, no life.">
          As soon as the task has a container, this shows when it is pulled, starts, waits and stops.
        </EmptyState>
      </div>
    );
  }
  if (bottom === 'events') return <EventTable run={run} />;
  return bottom === 'run' ? (
    <Lanes run={run} />
  ) : (
    <PartBoundary name="What may go wrong">
      <WhatIfPanel />
    </PartBoundary>
  );
}

/** Nothing is fetched for a scenario that expects nothing. */
function Failing() {
  const expects = useScenario().expectations.length > 0;
  return expects ? (
    <PartBoundary name="What is expected" failsAs="nothing">
      <FailingBadge />
    </PartBoundary>
  ) : null;
}

/** Nor for a run without a doubt. */
function Doubtful() {
  const { refused, uncertain } = useRun();
  return refused.length + uncertain.length > 0 ? (
    <PartBoundary name="What is doubtful" failsAs="nothing">
      <Doubts />
    </PartBoundary>
  ) : null;
}
