import { counted, shareOf, spreadInWords, stopInWords } from '../../../src/explain/spread.ts';
import { inSeconds } from '../../../src/simulate/seconds.ts';
import type { Spread } from '../../../src/simulate/spread.ts';
import { useDesign } from '../../store/designStore.ts';
import { useScenario } from '../../store/useRun.ts';
import { selectNode } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Histogram } from './Histogram.tsx';
import { RangeTable } from './RangeTable.tsx';
import { RUNS, useSpread } from './useSpread.ts';
import './SpreadPanel.css';

/** How long the task takes to be RUNNING when durations vary: many runs in numbers, a histogram, and who holds it up. */
export function SpreadPanel() {
  const task = useDesign((state) => state.shown.task);
  const { spread, state, cancel, again } = useSpread(task, useScenario());
  const done = spread?.runs ?? 0;
  return (
    <div className="spread">
      <div className="spread-head">
        {spread !== undefined && (
          <dl className="spread-figures">
            <Percentile name="p50" means="half of all runs" at={spread.p50} />
            <Percentile name="p95" means="95 % of all runs" at={spread.p95} />
            <Percentile name="p99" means="99 % of all runs" at={spread.p99} />
          </dl>
        )}
        <span className="spread-progress">
          {state === 'running' && <progress max={RUNS} value={done % RUNS} aria-label="Runs played" />}
          <span className="tabular" aria-live="polite">
            {state === 'done' && `${counted(RUNS)} runs`}
            {state === 'cancelled' && `Cancelled after ${counted(done)} runs`}
          </span>
          {state === 'running' ? (
            <Button size="dense" onClick={cancel}>
              Cancel
            </Button>
          ) : (
            <Button size="dense" variant="plain" onClick={again}>
              Play again
            </Button>
          )}
        </span>
      </div>
      {spread !== undefined && <Result spread={spread} />}
      <RangeTable />
    </div>
  );
}

function Result({ spread }: { readonly spread: Spread }) {
  const { runs, never, holders } = spread;
  const reached = runs - never;
  return (
    <>
      <Histogram spread={spread} text={spreadInWords(spread)} />
      {spread.stop !== undefined && <p className="spread-stop tabular">{stopInWords(spread)}</p>}
      {never > 0 && (
        <p className="spread-never">In {shareOf(never, runs)} of all runs the task never is RUNNING.</p>
      )}
      {holders.length > 0 && (
        <table className="spread-holders">
          <caption>Which container holds the task up, and how often</caption>
          <tbody>
            {holders.map(({ container, count }) => (
              <tr key={container}>
                <th scope="row">
                  <button type="button" onClick={() => selectNode(`container:${container}`)}>
                    {container}
                  </button>
                </th>
                <td className="spread-share">
                  <span style={{ width: `${(count / reached) * 100}%` }} />
                </td>
                <td className="tabular">{shareOf(count, reached)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Percentile({
  name,
  means,
  at,
}: {
  readonly name: string;
  readonly means: string;
  readonly at: number | undefined;
}) {
  return (
    <div title={`${means} are RUNNING by then`}>
      <dt>{name}</dt>
      <dd className="tabular">{at === undefined ? 'never' : inSeconds(at)}</dd>
    </div>
  );
}
