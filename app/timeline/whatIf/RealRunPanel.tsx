import { useMemo } from 'react';
import { whatHappened } from '../../../src/explain/realRun.ts';
import { reasonIn } from '../../../src/explain/reasonIn.ts';
import { fitScenario } from '../../../src/simulate/fitScenario.ts';
import { type RealRun, readRealRuns } from '../../../src/simulate/realRun.ts';
import { inSeconds } from '../../../src/simulate/seconds.ts';
import { useDesign } from '../../store/designStore.ts';
import { chooseRealRun, setPasted, usePasted, useRealRun } from '../../store/realRun.ts';
import { currentScenario } from '../../store/useRun.ts';
import { letRunBe } from '../../store/whatIf.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { type Culprit, CulpritButton } from './CulpritButton.tsx';

/** What really happened, from what was pasted: drawn above the planned lanes, said in words, and taken over on request. */
export function RealRunPanel() {
  const { text, found, chosen } = usePasted();
  const run = useRealRun();
  return (
    <div className="real-run">
      <TextArea
        label="What happened"
        hint="The output of aws ecs describe-tasks, or a stopped reason or error text alone. It stays in this page."
        placeholder={'{"tasks": [{"stoppedReason": …'}
        rows={3}
        mono
        value={text}
        onChange={(next) => setPasted(next, isData(next) ? readRealRuns(next) : undefined)}
      />
      {found.runs.length > 1 && (
        <Select
          label="Task"
          size="dense"
          value={String(chosen)}
          options={found.runs.map((each, index) => ({
            value: String(index),
            label: `${each.id || `task ${index + 1}`} · ${each.lastStatus}`,
          }))}
          onChange={(place) => chooseRealRun(Number(place))}
        />
      )}
      <div className="real-run-said" aria-live="polite">
        {run !== undefined && <Happened run={run} />}
        {!isData(text) && text.trim() !== '' && <ReasonAlone text={text} />}
        {found.problems.map(({ path, text: problem }) => (
          <p key={`${path.join('.')} ${problem}`} className="what-if-quiet">
            {path.length > 0 && `${path.join('.')}: `}
            {problem}
          </p>
        ))}
      </div>
      {text !== '' && (
        <div>
          <Button size="dense" variant="plain" onClick={() => setPasted('')}>
            Take it away
          </Button>
        </div>
      )}
    </div>
  );
}

function isData(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

function Happened({ run }: { readonly run: RealRun }) {
  const task = useDesign((state) => state.shown.task);
  const happened = useMemo(() => whatHappened(task, run), [task, run]);
  const names = new Set((task.containerDefinitions ?? []).map((container) => container?.name));
  const strangers = run.containers.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  return (
    <>
      <p>
        <strong>{happened.text}</strong> {happened.todo}
      </p>
      <div className="real-run-actions">
        <CulpritButton culprit={happened satisfies Culprit} />
        <Button
          size="dense"
          variant="primary"
          onClick={() =>
            letRunBe(`As task ${run.id || 'described'}`, fitScenario(task, currentScenario(), run))
          }
        >
          Fit the scenario to it
        </Button>
      </div>
      {strangers.length > 0 && (
        <p className="what-if-quiet">Not in this task definition: {strangers.join(', ')}.</p>
      )}
      <p className="what-if-quiet">
        Drawn as “real” above the lanes, from its first pull on
        {run.pullStartedAt ? `, ${inSeconds(run.pullStartedAt)} after the task was created` : ''}. ECS tells
        these times for the task only, not for each container.
      </p>
    </>
  );
}

function ReasonAlone({ text }: { readonly text: string }) {
  const task = useDesign((state) => state.shown.task);
  const reason = useMemo(() => reasonIn(task, text), [task, text]);
  if (reason === undefined) {
    return (
      <p className="what-if-quiet">
        No meaning of this text is known here. Paste the stoppedReason of the task, or the reason of a
        container, as ECS writes it.
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>{reason.means}</strong> {reason.todo}
      </p>
      <div className="real-run-actions">
        <CulpritButton culprit={reason} />
      </div>
    </>
  );
}
