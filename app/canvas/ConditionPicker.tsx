import { type KeyboardEvent, useState } from 'react';
import { CONDITIONS, conditionProblems, preselectCondition } from '../../src/edit/changes/conditions.ts';
import { changeCondition, connect, disconnect } from '../../src/edit/changes/dependencies.ts';
import type { Condition } from '../../src/model/containerDefinition.ts';
import { type NodeKey, parseNodeKey } from '../../src/model/nodeKey.ts';
import { graphOf } from '../store/derived.ts';
import { apply, useDesign } from '../store/designStore.ts';
import { Button } from '../ui/Button.tsx';
import { ConditionLabel, ConditionLine, conditionLooks } from '../ui/ConditionLabel.tsx';
import { classNames } from '../ui/classNames.ts';
import { Icon } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Popover } from '../ui/Popover.tsx';
import { PopoverHead } from '../ui/PopoverHead.tsx';
import './ConditionPicker.css';

export interface ConditionPickerProps {
  readonly waits: NodeKey;
  readonly waitedFor: NodeKey;
  /** Which of several entries between the two, from 1. */
  readonly occurrence?: number | undefined;
  /** Where it opens, in the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

function nameOf(key: NodeKey): string {
  return parseNodeKey(key).name || 'a container without a name';
}

/** The four conditions in place; what ECS would refuse says why and offers what would make it possible. */
export function ConditionPicker({ waits, waitedFor, occurrence = 1, at, onClose }: ConditionPickerProps) {
  const shown = useDesign((state) => state.shown);
  const edges = graphOf(shown).dependencies.filter(
    ({ from, to, addedBy }) => from === waitedFor && to === waits && addedBy === undefined,
  );
  const edge = edges[occurrence - 1];
  const problems = conditionProblems(shown.task, waits, waitedFor);
  const [first] = useState<Condition>(() =>
    edge === undefined || edge.condition === 'CREATE'
      ? preselectCondition(shown.task, waitedFor)
      : edge.condition,
  );
  const [active, setActive] = useState(first);
  const [moved, setMoved] = useState(false);
  const choose = (condition: Condition, withRemedy = false) => {
    const problem = problems[condition];
    if (problem !== undefined && !withRemedy) return;
    const refusal =
      edge === undefined
        ? apply(connect(waits, waitedFor, condition, { withRemedy }))
        : apply(changeCondition(waits, waitedFor, condition, { withRemedy, occurrence }));
    if (refusal === undefined) onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = CONDITIONS.indexOf(active);
    const digit = Number(event.key);
    if (digit >= 1 && digit <= CONDITIONS.length) choose(CONDITIONS[digit - 1] ?? active);
    else if (event.key === 'ArrowDown') setActive(CONDITIONS[(index + 1) % CONDITIONS.length] ?? active);
    else if (event.key === 'ArrowUp') setActive(CONDITIONS.at(index - 1) ?? active);
    else return;
    setMoved(true);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover
      open
      bare
      onClose={onClose}
      anchor={{ left: at.x, top: at.y, width: 0, height: 0 }}
      label={`${nameOf(waits)} waits for ${nameOf(waitedFor)}`}
      className="conditions"
      onKeyDown={onKeyDown}
    >
      <PopoverHead
        end={
          <>
            <Kbd>1–4</Kbd> <Kbd>esc</Kbd>
          </>
        }
      >
        {nameOf(waits)} waits for {nameOf(waitedFor)}
      </PopoverHead>
      <ul className="conditions-list">
        {CONDITIONS.map((condition) => {
          const problem = problems[condition];
          return (
            <li key={condition} className={classNames(condition === active && 'conditions-active')}>
              <button
                type="button"
                className="conditions-choice"
                aria-pressed={edge?.condition === condition}
                aria-disabled={problem !== undefined}
                aria-describedby={problem === undefined ? undefined : `why-${condition}`}
                data-autofocus={condition === first || undefined}
                ref={moved && condition === active ? (element) => element?.focus() : undefined}
                onFocus={() => setActive(condition)}
                onClick={() => choose(condition)}
              >
                <ConditionLine condition={condition} />
                <ConditionLabel condition={condition} plain />
                {problem === undefined && <span>{conditionLooks[condition].words}</span>}
                {edge?.condition === condition && <Icon name="success" size={14} label="in force" />}
              </button>
              {problem !== undefined && (
                <div className="conditions-problem" id={`why-${condition}`}>
                  <strong>
                    <Icon name="blocked" size={14} /> ECS refuses this
                  </strong>
                  <span>{problem.refused}</span>
                  {problem.remedy !== undefined && (
                    <Button size="dense" onClick={() => choose(condition, true)}>
                      {problem.remedy.label}
                    </Button>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {edge !== undefined && (
        <div className="conditions-foot">
          <Button
            size="dense"
            variant="danger"
            icon="trash"
            onClick={() => {
              apply(disconnect(waits, waitedFor, occurrence));
              onClose();
            }}
          >
            Remove this edge
          </Button>
        </div>
      )}
    </Popover>
  );
}
