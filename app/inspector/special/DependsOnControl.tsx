import { useState } from 'react';
import { CONDITIONS, conditionProblems, preselectCondition } from '../../../src/edit/changes/conditions.ts';
import { changeCondition, connect } from '../../../src/edit/changes/dependencies.ts';
import { removeField, setField } from '../../../src/edit/changes/fields.ts';
import type { Condition } from '../../../src/model/containerDefinition.ts';
import type { Refusal } from '../../../src/model/edit.ts';
import type { ContainerNode, DependencyEdge } from '../../../src/model/graph.ts';
import type { NodeKey } from '../../../src/model/nodeKey.ts';
import { type Path, pathKey, samePath } from '../../../src/model/path.ts';
import { graphOf } from '../../store/derived.ts';
import { apply } from '../../store/designStore.ts';
import { useRun } from '../../store/useRun.ts';
import { selectEdge } from '../../store/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ConditionLabel, type ConditionName } from '../../ui/ConditionLabel.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { roleIcon } from '../../ui/roleIcon.ts';
import { type ConditionTone, Select } from '../../ui/Select.tsx';
import type { ControlProps } from '../controls/control.ts';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsWithin, rawAt } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { occurrenceOf } from './occurrence.ts';
import { gateWords } from './runWords.ts';
import { calledOf, containerOf } from './subjects.ts';

/** Whom a container waits for and until when, with what the run says of it; and what ECS adds. */
export function DependsOnControl({ path, value, label }: ControlProps) {
  const { reading } = useInspected();
  const container = containerOf(reading, path);
  if (container === undefined) return null;
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const { dependencies } = graphOf(reading);
  const added = dependencies.filter(({ to, addedBy }) => to === container.key && addedBy !== undefined);
  return (
    <fieldset className="inspect-waits">
      <legend className="inspect-label">{label}</legend>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no other identity than its place
            <li key={index}>
              <Wait path={[...path, index]} container={container} entry={entry} />
            </li>
          ))}
        </ul>
      )}
      {added.map((edge) => (
        <Added key={edge.key} edge={edge} />
      ))}
      <DependsOnMenu container={container} />
    </fieldset>
  );
}

interface WaitProps {
  readonly path: Path;
  readonly container: ContainerNode;
  readonly entry: unknown;
}

/** One entry: who is waited for, the condition, and below it the run and the findings. */
function Wait({ path, container, entry }: WaitProps) {
  const { reading, task, findings } = useInspected();
  const [refused, setRefused] = useState<{ condition: Condition; why: Refusal } | undefined>(undefined);
  const { containers, dependencies } = graphOf(reading);
  const edge = dependencies.find((each) => each.addedBy === undefined && samePath(each.path, path));
  const target = containers.find(({ key }) => key === edge?.from);
  const { containerName, condition } = (entry ?? {}) as { containerName?: string; condition?: Condition };
  const name = containerName ?? rawAt(reading, [...path, 'containerName']) ?? rawAt(reading, path) ?? '';
  const problems = target && conditionProblems(task, container.key, target.key);
  const change = (wanted: Condition, withRemedy: boolean) => {
    const refusal =
      target === undefined || condition === undefined
        ? apply(setField([...path, 'condition'], wanted, { replaces: true }))
        : apply(
            changeCondition(container.key, target.key, wanted, {
              occurrence: occurrenceOf(dependencies, edge),
              withRemedy,
            }),
            { quiet: true },
          );
    setRefused(refusal === undefined ? undefined : { condition: wanted, why: refusal });
  };
  const words = gateWords(useRun(), path);
  return (
    <div className="inspect-wait" data-path={pathKey(path)}>
      <div className="inspect-wait-line">
        <button
          type="button"
          className="inspect-wait-name"
          disabled={edge === undefined}
          onClick={() => edge && selectEdge(edge.key)}
        >
          <Icon name={target === undefined ? 'warning' : roleIcon[target.role]} size={14} />
          <span>{name}</span>
        </button>
        <Select<Condition>
          label={`Condition for ${name}`}
          hideLabel
          value={condition ?? ''}
          tone={condition?.toLowerCase() as ConditionTone | undefined}
          icon={conditionIcon(condition)}
          options={CONDITIONS.map((each) => ({
            value: each,
            label: each === condition || problems?.[each] === undefined ? each : `${each} (not yet possible)`,
          }))}
          onChange={(wanted) => change(wanted, false)}
        />
        <IconButton
          icon="close"
          size="dense"
          label={`Do not wait for ${name}`}
          onClick={() => apply(removeField(path, { label: `Do not wait for ${name}` }))}
        />
      </div>
      {words !== undefined && <p className="inspect-quiet">{words}</p>}
      {refused !== undefined && (
        <div className="inspect-refused" role="alert">
          <p>{refused.why.refused}</p>
          {refused.why.remedy !== undefined && (
            <Button size="dense" onClick={() => change(refused.condition, true)}>
              {refused.why.remedy.label}
            </Button>
          )}
          <Button size="dense" variant="plain" onClick={() => setRefused(undefined)}>
            Leave it
          </Button>
        </div>
      )}
      <FindingNotes findings={findingsWithin(findings, path)} />
    </div>
  );
}

function conditionIcon(condition: Condition | undefined) {
  switch (condition) {
    case 'START':
      return 'start' as const;
    case 'COMPLETE':
      return 'complete' as const;
    case 'SUCCESS':
      return 'success' as const;
    case 'HEALTHY':
      return 'heart' as const;
    default:
      return undefined;
  }
}

const CAUSES = {
  links: 'because of the link',
  volumesFrom: 'because it takes over the mounts',
  firelens: 'because its logs go through the router',
} as const;

/** A wait that nobody wrote. */
function Added({ edge }: { readonly edge: DependencyEdge }) {
  const { reading } = useInspected();
  const target = graphOf(reading).containers.find(({ key }) => key === edge.from);
  if (target === undefined || edge.addedBy === undefined) return null;
  return (
    <p className="inspect-added">
      <button type="button" className="inspect-link" onClick={() => selectEdge(edge.key)}>
        {calledOf(target, 'Container')}
      </button>{' '}
      {edge.condition === 'CREATE' ? (
        <span>created, added by ECS</span>
      ) : (
        <ConditionLabel condition={edge.condition as ConditionName} implied />
      )}{' '}
      {CAUSES[edge.addedBy]}
    </p>
  );
}

/** The other containers, to wait for one more; whom it cannot wait for says why. */
function DependsOnMenu({ container }: { readonly container: ContainerNode }) {
  const { reading, task } = useInspected();
  const { containers, dependencies } = graphOf(reading);
  const others = containers.filter(({ key }) => key !== container.key);
  const why = (key: NodeKey): string | undefined =>
    dependencies.some(
      ({ from, to, addedBy }) => from === key && to === container.key && addedBy === undefined,
    )
      ? 'Waited for already'
      : conditionProblems(task, container.key, key).START?.refused;
  return (
    <MenuButton
      label="Depends on…"
      icon="plus"
      iconOnly={false}
      variant="plain"
      size="dense"
      disabledReason={others.length === 0 ? 'There is no other container in the task' : undefined}
      groups={() => [
        {
          id: 'containers',
          items: others.map((other) => {
            const condition = preselectCondition(task, other.key);
            return {
              id: other.key,
              label: calledOf(other, 'Container'),
              icon: roleIcon[other.role],
              detail: condition,
              disabledReason: why(other.key),
              onSelect: () => apply(connect(container.key, other.key, condition)),
            };
          }),
        },
      ]}
    />
  );
}
