import { PLANNED, setBehaviour } from '../../../src/edit/changes/scenario.ts';
import type { BehaviourData } from '../../../src/edit/parts/scenarios.ts';
import { LONGEST_DURATION } from '../../../src/model/duration.ts';
import type { ContainerNode } from '../../../src/model/graph.ts';
import { behaviourOf, containerKey } from '../../../src/simulate/defaults.ts';
import type { Behaviour, Exit } from '../../../src/simulate/scenario.ts';
import { scenarioOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { useView } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useInspected } from '../InspectorContext.ts';

type Seconds =
  | 'pullSeconds'
  | 'startSeconds'
  | 'readyAfterSeconds'
  | 'unhealthyAfterSeconds'
  | 'healthyAfterSeconds';
type Flag = 'neverHealthy' | 'ignoresSigterm' | 'pullFails' | 'cannotStart' | 'cannotRestart';

/** How the container behaves in the timeline; kept beside the text, nothing of it reaches ECS. */
export function BehaviourFields({ container }: { readonly container: ContainerNode }) {
  const { task, parts } = useInspected();
  const key = containerKey(container);
  const chosen = useView((view) => view.scenario);
  const scenario = scenarioOf(task, parts, chosen);
  const whatIf = scenario.id === chosen && chosen !== PLANNED.id;
  const said: Behaviour = (Object.hasOwn(scenario.behaviours, key) && scenario.behaviours[key]) || {};
  const usual = behaviourOf(task, { ...scenario, behaviours: {} }, key);
  if (usual === undefined) return null;
  // What is refused stays in its field, with what is wrong beside it.
  const write = (members: BehaviourData): boolean =>
    apply(setBehaviour(container.key, members, whatIf ? chosen : PLANNED.id), { quiet: true }) === undefined;
  const time = (name: Seconds, label: string, hint = '') => (
    <NumberField
      label={label}
      layout="row"
      fractions
      min={0}
      max={LONGEST_DURATION}
      unit="s"
      step={1}
      hint={hint}
      defaultValue={usual[name] ?? 'never'}
      value={said[name]}
      onCommit={(value) => write({ [name]: value })}
    />
  );
  const flag = (name: Flag, label: string) => (
    <Checkbox
      label={label}
      checked={said[name] === true}
      onChange={(on) => write({ [name]: on || undefined })}
    />
  );
  const exit = (name: 'exits' | 'sigtermExit', label: string, fallback: Exit | null) => (
    <div className="inspect-exit">
      <NumberField
        label={label}
        layout="row"
        fractions
        min={0}
        max={LONGEST_DURATION}
        unit="s"
        hint=""
        defaultValue={fallback?.afterSeconds ?? 'never'}
        value={said[name]?.afterSeconds}
        onCommit={(afterSeconds) =>
          write({
            [name]:
              afterSeconds === undefined
                ? undefined
                : { afterSeconds, code: said[name]?.code ?? fallback?.code ?? 0 },
          })
        }
      />
      <NumberField
        label={`${label}: code`}
        hideLabel
        min={0}
        max={255}
        hint=""
        unit="code"
        placeholder={String(fallback?.code ?? 0)}
        value={said[name]?.code}
        onCommit={(code) =>
          write({
            [name]:
              code === undefined && said[name] === undefined
                ? undefined
                : {
                    afterSeconds: said[name]?.afterSeconds ?? fallback?.afterSeconds ?? 1,
                    code: code ?? fallback?.code ?? 0,
                  },
          })
        }
      />
    </div>
  );
  const checked = container.definition.healthCheck !== undefined;
  const restarts = container.definition.restartPolicy?.enabled === true;
  return (
    <>
      <p className="inspect-quiet">
        What the timeline reckons with{whatIf ? ` in “${scenario.name}”` : ''}. It is kept beside the task and
        never sent to ECS.
      </p>
      {time('pullSeconds', 'Pull')}
      {time('startSeconds', 'Start')}
      {checked && time('readyAfterSeconds', 'Ready after', 'From then on its health check passes.')}
      {checked && time('unhealthyAfterSeconds', 'Fails after', 'From then on its health check fails.')}
      {said.healthyAfterSeconds !== undefined && time('healthyAfterSeconds', 'Healthy after')}
      {said.exitsByRun === undefined ? (
        exit('exits', 'Exits after', usual.exitsByRun[0] ?? null)
      ) : (
        <div className="inspect-foot">
          <span className="inspect-quiet">
            Exits run by run:{' '}
            {said.exitsByRun
              .map((each) => (each === null ? 'stays' : `${each.code} after ${each.afterSeconds} s`))
              .join(', ')}
          </span>
          <Button size="dense" variant="plain" onClick={() => write({ exitsByRun: undefined })}>
            Forget
          </Button>
        </div>
      )}
      {exit('sigtermExit', 'After SIGTERM', usual.sigtermExit)}
      <div className="inspect-flags">
        {flag('ignoresSigterm', 'Ignores SIGTERM')}
        {checked && flag('neverHealthy', 'Never healthy')}
        {flag('pullFails', 'Pull fails')}
        {flag('cannotStart', 'Cannot start')}
        {restarts && flag('cannotRestart', 'Cannot restart')}
      </div>
      {Object.keys(said).length > 0 && (
        <div className="inspect-foot">
          <Button
            size="dense"
            variant="plain"
            icon="undo"
            onClick={() => write(Object.fromEntries(Object.keys(said).map((name) => [name, undefined])))}
          >
            All as usual for its kind
          </Button>
        </div>
      )}
    </>
  );
}
