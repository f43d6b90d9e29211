import { usePlan, useRun } from '../../store/useRun.ts';
import { setView, useView, type WhatIfSide } from '../../store/viewStore.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Lanes } from '../Lanes.tsx';
import { BlastMatrix } from './BlastMatrix.tsx';
import { Callouts } from './Callouts.tsx';
import { Expectations } from './Expectations.tsx';
import { LaneMenu } from './LaneMenu.tsx';
import { RealRunPanel } from './RealRunPanel.tsx';
import { SpreadPanel } from './SpreadPanel.tsx';
import './WhatIfPanel.css';

/** The run beside the plan, what can go otherwise, and what every single fault does. */
export function WhatIfPanel() {
  const run = useRun();
  const plan = usePlan();
  const side = useView((view) => view.whatIfSide);
  return (
    <div className="what-if">
      <div className="what-if-run">
        <Lanes run={run} plan={plan} editable action={(key) => <LaneMenu container={key} />} />
      </div>
      <Callouts run={run} plan={plan} />
      <section className="what-if-side" aria-label="Beside the run">
        <SegmentedControl<WhatIfSide>
          label="What is shown beside the run"
          size="dense"
          value={side}
          onChange={(whatIfSide) => setView({ whatIfSide })}
          segments={[
            { value: 'faults', label: 'Blast radius' },
            { value: 'spread', label: 'Spread' },
            { value: 'expect', label: 'Must hold' },
            { value: 'real', label: 'Real run' },
          ]}
        />
        {side === 'faults' && <BlastMatrix />}
        {side === 'spread' && <SpreadPanel />}
        {side === 'expect' && <Expectations />}
        {side === 'real' && <RealRunPanel />}
      </section>
    </div>
  );
}
