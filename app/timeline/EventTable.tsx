import type { Run } from '../../src/simulate/run.ts';
import { selectNode, setView, useView } from '../store/viewStore.ts';
import { Button } from '../ui/Button.tsx';
import { classNames } from '../ui/classNames.ts';
import { copyEvents } from './copyEvents.ts';
import { eventRows } from './eventRows.ts';

/** The same run as a table: for reading out and for copying. A row takes the playhead to its second. */
export function EventTable({ run }: { readonly run: Run }) {
  const { rows, left } = eventRows(run);
  // The last event at or before the playhead.
  const now = useView(({ playhead }) =>
    playhead === undefined ? -1 : rows.findLastIndex(({ at }) => at <= playhead + 0.001),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the keyboard
    <section className="timeline-body" aria-label="Events of the run" tabIndex={0}>
      <table className="timeline-table">
        <caption>
          <span>
            {rows.length} events{left > 0 ? `, and ${left} more that are left out` : ''}. Routine health
            checks are not listed.
          </span>
          <Button size="dense" icon="copy" onClick={() => copyEvents(rows)}>
            Copy as text
          </Button>
        </caption>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Because of</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, who, key, what, why }, index) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: events have no other identity than their place in the log
              key={index}
              className={classNames(index === now && 'timeline-row-now')}
            >
              <td className="tabular">
                <button
                  type="button"
                  className="in-words timeline-to"
                  aria-label={`${at.toFixed(1)} s: show this second`}
                  onClick={() => setView({ playhead: at, playing: false })}
                >
                  {at.toFixed(1)} s
                </button>
              </td>
              <td>
                {key === undefined ? (
                  who
                ) : (
                  <button
                    type="button"
                    className="in-words timeline-to"
                    onClick={() => selectNode(`container:${key}`)}
                  >
                    {who}
                  </button>
                )}
              </td>
              <td>{what}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
