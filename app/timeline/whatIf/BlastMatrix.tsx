import { faultKinds } from '../../../src/simulate/faultKinds.ts';
import type { FaultCell, FaultFigure } from '../../../src/simulate/faults.ts';
import type { Outcome } from '../../../src/simulate/outcome.ts';
import { scenarioOf } from '../../store/derived.ts';
import { useDesign } from '../../store/designStore.ts';
import { selectNode, setView, useView } from '../../store/viewStore.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { ToldCell } from './blast.worker.ts';
import { useBlastRadius } from './useBlastRadius.ts';

interface Look {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: string;
}

const LOOKS: Readonly<Record<Outcome, Look>> = {
  asPlanned: { word: 'As planned', icon: 'success', tone: 'plain' },
  neverRuns: {
    word: 'Never runs',
    icon: 'blocked',
    tone: 'failed',
  },
  hangs: { word: 'Hangs', icon: 'clock', tone: 'not-ready' },
  stops: { word: 'Stops', icon: 'complete', tone: 'exited' },
  runsOn: { word: 'Runs on', icon: 'arrowRight', tone: 'running' },
  runsBlind: {
    word: 'Runs blind',
    icon: 'eye',
    tone: 'failed',
  },
  restarts: {
    word: 'Restarts',
    icon: 'restart',
    tone: 'healthy',
  },
  replaced: {
    word: 'Replaced',
    icon: 'restart',
    tone: 'unhealthy',
  },
  slowStop: { word: 'Slow stop', icon: 'clock', tone: 'stopping' },
  losesLogs: {
    word: 'Loses logs',
    icon: 'logs',
    tone: 'failed',
  },
};

/** Every single fault and what it does to the task; a press plays it. */
export function BlastMatrix() {
  const task = useDesign((state) => state.shown.task);
  const plan = useDesign((state) => scenarioOf(state.shown.task, state.design.parts));
  const known = useBlastRadius(task, plan);
  const played = useView((view) => view.played);
  if (known === undefined) return <p className="what-if-quiet">Every single fault is being played …</p>;
  const { blast, stale } = known;
  const kinds = faultKinds.filter(({ id }) => blast.cells.some(({ fault }) => fault === id));
  const phases = (['starting', 'running'] as const).filter((phase) =>
    blast.cells.some((cell) => cell.phase === phase),
  );
  const containers = [...new Set(blast.cells.map(({ container }) => container))];
  return (
    <div className={classNames('blast-scroll', stale && 'blast-stale')} aria-busy={stale}>
      <table className="blast">
        <caption>
          Each single fault of the plan; seconds to STOPPED, “+” counts from the fault. Press one to play it.
        </caption>
        <thead>
          <tr>
            <td />
            {kinds.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {phases.map((phase) => (
          <tbody key={phase}>
            <tr>
              <th colSpan={kinds.length + 1} scope="rowgroup" className="blast-phase">
                {phase === 'starting' ? 'While starting' : 'Once RUNNING'}
              </th>
            </tr>
            {containers.map((container) => {
              const cells = blast.cells.filter(
                (cell) => cell.container === container && cell.phase === phase,
              );
              return cells.length === 0 ? null : (
                <tr key={container}>
                  <th scope="row" title={container}>
                    {container}
                  </th>
                  {kinds.map(({ id, title }) => {
                    const cell = cells.find(({ fault }) => fault === id);
                    return (
                      <td key={id}>
                        {cell === undefined ? (
                          <span className="blast-none">–</span>
                        ) : (
                          <Cell
                            cell={cell}
                            title={title}
                            pressed={
                              played?.scenario.id === cell.scenario.id &&
                              played.scenario.name === nameOf(cell, title)
                            }
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function nameOf(cell: FaultCell, title: string): string {
  return `${cell.container} ${title} ${cell.phase === 'starting' ? 'while starting' : 'once RUNNING'}`;
}

function Cell({
  cell,
  title,
  pressed,
}: {
  readonly cell: ToldCell;
  readonly title: string;
  readonly pressed: boolean;
}) {
  const { word, icon, tone } = LOOKS[cell.outcome];
  const name = nameOf(cell, title);
  return (
    <Tooltip text={cell.sentence}>
      <button
        type="button"
        className={classNames('blast-cell', `blast-${tone}`)}
        aria-pressed={pressed}
        onClick={() => {
          selectNode(`container:${cell.container}`);
          setView({
            played: { scenario: { ...cell.scenario, name }, plan: cell.plan },
            playhead: Math.max(0, cell.phase === 'starting' ? 0 : cell.at - 4),
            playing: true,
          });
        }}
      >
        <Icon name={icon} size={12} />
        <VisuallyHidden>{name}: </VisuallyHidden>
        <span className="blast-fault" aria-hidden="true">
          {title}
        </span>
        <span>{word}</span>
        {cell.figure !== undefined && <span className="tabular blast-figure">{figureText(cell.figure)}</span>}
      </button>
    </Tooltip>
  );
}

function figureText({ seconds, of }: FaultFigure): string {
  return `${of === 'fault' || of === 'longer' ? '+' : ''}${seconds.toFixed(1)}`;
}
