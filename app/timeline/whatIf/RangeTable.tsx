import { setBehaviour } from '../../../src/edit/changes/scenario.ts';
import { LONGEST_DURATION } from '../../../src/model/duration.ts';
import type { TaskDefinition } from '../../../src/model/taskDefinition.ts';
import { behaviourOf, said } from '../../../src/simulate/defaults.ts';
import { rangesOf, rangeWith, type Spanned } from '../../../src/simulate/ranges.ts';
import type { RangedDuration, Scenario } from '../../../src/simulate/scenario.ts';
import { inSeconds } from '../../../src/simulate/seconds.ts';
import { apply, useDesign } from '../../store/designStore.ts';
import { useRun, useScenario } from '../../store/useRun.ts';
import { useView } from '../../store/viewStore.ts';
import { chosenScenarioId } from '../../store/whatIf.ts';
import { NumberField } from '../../ui/NumberField.tsx';

/** Those that decide when a task is RUNNING and how long it takes to stop, in the order of a container's life. */
const DURATIONS: readonly (readonly [RangedDuration, string])[] = [
  ['pullSeconds', 'pull'],
  ['startSeconds', 'start'],
  ['readyAfterSeconds', 'ready after'],
  ['healthyAfterSeconds', 'healthy after'],
  ['exits', 'exits after'],
  ['sigtermExit', 'leaves after SIGTERM'],
];

/** The minimum and the maximum of each duration, beside the planned one; kept with the scenario. */
export function RangeTable() {
  const task = useDesign((state) => state.shown.task);
  const scenario = useScenario();
  const tried = useView((view) => view.played) !== undefined;
  const own = useRun().containers.filter(({ index }) => index >= 0);
  return (
    <table className="ranges">
      <caption>
        Between which seconds each duration varies.{' '}
        {tried
          ? 'This fault is only tried out: keep it as a scenario to say so of it.'
          : 'Empty: from half of the planned one to the double.'}
      </caption>
      <thead>
        <tr>
          <th scope="col">Container</th>
          <th scope="col">Duration</th>
          <th scope="col">Planned</th>
          <th scope="col">Minimum</th>
          <th scope="col">Maximum</th>
        </tr>
      </thead>
      {own.map(({ key, hasHealthCheck }) => (
        <Ranges key={key} {...{ task, scenario, hasHealthCheck }} container={key} disabled={tried} />
      ))}
    </table>
  );
}

interface RangesProps {
  readonly task: TaskDefinition;
  readonly scenario: Scenario;
  readonly container: string;
  readonly hasHealthCheck: boolean;
  readonly disabled: boolean;
}

function Ranges({ task, scenario, container, hasHealthCheck, disabled }: RangesProps) {
  const full = behaviourOf(task, scenario, container);
  if (full === undefined) return null;
  const sparse = said(scenario, container);
  const spans = rangesOf(sparse, full);
  const rows = DURATIONS.flatMap(([duration, label]) => {
    const span = spans[duration];
    const matters =
      (hasHealthCheck || duration !== 'readyAfterSeconds') &&
      (!full.ignoresSigterm || duration !== 'sigtermExit');
    return span === undefined || !matters ? [] : [{ duration, label, span }];
  });
  return (
    <tbody>
      {rows.map(({ duration, label, span }, place) => (
        <tr key={duration}>
          {place === 0 && (
            <th scope="rowgroup" rowSpan={rows.length} title={container}>
              {container}
            </th>
          )}
          <td>{label}</td>
          <td className="tabular">{inSeconds(span.usual)}</td>
          {(['min', 'max'] as const).map((end) => (
            <td key={end}>
              <Bound
                label={`${container} ${label}: ${end === 'min' ? 'minimum' : 'maximum'}`}
                value={sparse.ranges?.[duration]?.[end]}
                {...{ span, end, disabled }}
                onCommit={(value) => {
                  const ranges = rangeWith(sparse, duration, span, end, value);
                  return (
                    apply(setBehaviour(`container:${container}`, { ranges }, chosenScenarioId())) ===
                    undefined
                  );
                }}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface BoundProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly span: Spanned;
  readonly end: 'min' | 'max';
  readonly disabled: boolean;
  readonly onCommit: (value: number | undefined) => boolean;
}

function Bound({ label, value, span, end, disabled, onCommit }: BoundProps) {
  return (
    <NumberField
      label={label}
      hideLabel
      size="dense"
      fractions
      min={0}
      max={LONGEST_DURATION}
      hint=""
      unit="s"
      placeholder={String(Math.round(span[end] * 10) / 10)}
      {...{ value, disabled, onCommit }}
    />
  );
}
