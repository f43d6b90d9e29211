import { faultKinds } from '../../../src/simulate/faultKinds.ts';
import type { FaultCell, FaultFigure } from '../../../src/simulate/faults.ts';
import type { Outcome } from '../../../src/simulate/outcome.ts';
import { scenarioOf } from '../../store/derived.ts';
import { useDesign } from '../../store/designStore.ts';
import { selectNode, setView, useView } from '../../store/viewStore.ts';
import { classNames } from '../../ui/classNames.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useBlastRadius } from './useBlastRadius.ts';

interface Look {
  readonly word: string;
  readonly icon: IconName;
  readonly tone: string;
  readonly means: string;
}

const LOOKS: Readonly<Record<Outcome, Look>> = {
  asPlanned: { word: 'As planned', icon: 'success', tone: 'plain', means: 'nothing differs' },
  neverRuns: {
    word: 'Never runs',
    icon: 'blocked',
    tone: 'failed',
    means: 'the task stops before it was RUNNING',
  },
  hangs: { word: 'Hangs', icon: 'clock', tone: 'not-ready', means: 'the task stays PENDING' },
  stops: { word: 'Stops', icon: 'complete', tone: 'exited', means: 'the task was RUNNING, and stops' },
  runsOn: { word: 'Runs on', icon: 'arrowRight', tone: 'running', means: 'the task goes on without it' },
  runsBlind: {
    word: 'Runs blind',
    icon: 'eye',
    tone: 'failed',
    means: 'the task goes on, and its logs are lost',
  },
  restarts: {
    word: 'Restarts',
    icon: 'restart',
    tone: 'healthy',
    means: 'its restart policy brings it back',
  },
  replaced: {
    word: 'Replaced',
    icon: 'restart',
    tone: 'unhealthy',
    means: 'a service replaces the unhealthy task',
  },
  slowStop: { word: 'Slow stop', icon: 'clock', tone: 'stopping', means: 'the stop takes longer' },
  losesLogs: {
    word: 'Loses logs',
    icon: 'logs',
    tone: 'failed',
    means: 'the task stops, and logs are lost on the way',
  },
};

/** Every single fault and what it does to the task; a press plays it. */
export function BlastMatrix() {
  const task = useDesign((state) => state.shown.task);
  const plan = useDesign((state) => scenarioOf(state.shown.task, state.design.parts));
  const blast = useBlastRadius(task, plan);
  const played = useView((view) => view.played);
  if (blast === undefined) return <p className="what-if-quiet">Every single fault is being played …</p>;
  const kinds = faultKinds.filter(({ id }) => blast.cells.some(({ fault }) => fault === id));
  const containers = [...new Set(blast.cells.map(({ container }) => container))];
  return (
    <div className="blast-scroll">
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
        {(['starting', 'running'] as const).map((phase) => (
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
  readonly cell: FaultCell;
  readonly title: string;
  readonly pressed: boolean;
}) {
  const { word, icon, tone, means } = LOOKS[cell.outcome];
  const name = nameOf(cell, title);
  return (
    <button
      type="button"
      className={classNames('blast-cell', `blast-${tone}`)}
      aria-pressed={pressed}
      title={`${name} at ${cell.at.toFixed(1)} s: ${means}${cell.figure === undefined ? '' : `; ${spoken(cell.figure)}`}`}
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
      <span>{word}</span>
      {cell.figure !== undefined && <span className="tabular blast-figure">{figureText(cell.figure)}</span>}
    </button>
  );
}

function figureText({ seconds, of }: FaultFigure): string {
  return `${of === 'fault' || of === 'longer' ? '+' : ''}${seconds.toFixed(1)}`;
}

function spoken({ seconds, of }: FaultFigure): string {
  const time = `${seconds.toFixed(1)} s`;
  if (of === 'start') return `STOPPED at ${time}`;
  if (of === 'fault') return `STOPPED ${time} after the fault`;
  return of === 'longer' ? `${time} longer than planned` : `${time} of logs lost`;
}
