import { useRef } from 'react';
import { addItem, removeField } from '../../../src/edit/changes/fields.ts';
import { pathKey } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, oddAt, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import type { ControlProps } from './control.ts';
import { newItem } from './newItem.ts';
import { useNewRow } from './useNewRow.ts';

/** A list of larger structures: each a box with its members as fields. */
export function CardsControl({ path, field, value, label, render }: ControlProps) {
  const { reading, findings, task } = useInspected();
  const list = useRef<HTMLUListElement>(null);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const expectNew = useNewRow(list, items.length);
  if (field.kind !== 'list' || field.item.kind !== 'structure') return null;
  const { item } = field;
  const noun = item.label.toLowerCase();
  const { text } = receptionOf(task, path);
  const criticised = findingsWithin(findings, path).length > 0;
  return (
    <fieldset className="inspect-cards">
      <legend className="inspect-label">{label}</legend>
      <ul ref={list}>
        {items.map((each, index) => {
          const at = [...path, index];
          const odd = oddAt(reading, at, each);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity than their place
            <li key={index} className="inspect-card" data-path={pathKey(at)}>
              <div className="inspect-card-head">
                <span>
                  {item.label} {index + 1}
                </span>
                <IconButton
                  icon="close"
                  size="dense"
                  label={`Remove ${noun} ${index + 1}`}
                  onClick={() => apply(removeField(at, { label: `Remove a ${noun}` }))}
                />
              </div>
              {odd === undefined ? (
                Object.entries(item.fields).map(([name, member]) => (
                  <div key={name}>{render([...at, name], member)}</div>
                ))
              ) : (
                <code title={odd.why}>{odd.raw}</code>
              )}
              <FindingNotes findings={findingsAt(findings, at)} />
            </li>
          );
        })}
      </ul>
      <FindingNotes findings={findingsAt(findings, path)} />
      <div className="inspect-foot">
        <Button
          variant="plain"
          size="dense"
          icon="plus"
          onClick={() => {
            expectNew();
            apply(addItem(path, newItem(path, item), { label: `Add a ${noun}` }));
          }}
        >
          Add {noun}
        </Button>
        {text !== '' && !criticised && <span className="inspect-quiet">{text}</span>}
      </div>
    </fieldset>
  );
}
