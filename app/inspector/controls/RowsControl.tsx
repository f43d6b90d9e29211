import { useRef } from 'react';
import { addItem, removeField } from '../../../src/edit/changes/fields.ts';
import { pathKey } from '../../../src/model/path.ts';
import { apply } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsWithin, oddAt, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import { Cell } from './Cell.tsx';
import type { ControlProps } from './control.ts';
import { newItem } from './newItem.ts';
import { useNewRow } from './useNewRow.ts';

/** A list of small structures as rows: a member a column. */
export function RowsControl({ path, field, value, label }: ControlProps) {
  const { reading, findings, task } = useInspected();
  const list = useRef<HTMLUListElement>(null);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const expectNew = useNewRow(list, items.length);
  if (field.kind !== 'list' || field.item.kind !== 'structure') return null;
  const { fields, label: itemLabel } = field.item;
  const noun = itemLabel.toLowerCase();
  const members = Object.entries(fields);
  const columns = members
    .map(([, member]) =>
      member.kind === 'boolean' ? '60px' : member.kind === 'enum' ? 'minmax(72px, 0.8fr)' : 'minmax(0, 1fr)',
    )
    .join(' ');
  const { text } = receptionOf(task, path);
  const criticised = findingsWithin(findings, path).length > 0;
  return (
    <fieldset className="inspect-rows" style={{ '--columns': columns } as React.CSSProperties}>
      <legend className="inspect-label">{label}</legend>
      {items.length > 0 && (
        <div className="inspect-row inspect-row-head" aria-hidden="true">
          {members.map(([name, member]) => (
            <span key={name}>{member.label}</span>
          ))}
        </div>
      )}
      <ul ref={list}>
        {items.map((item, index) => {
          const at = [...path, index];
          const odd = oddAt(reading, at, item);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity than their place
            <li key={index} data-path={pathKey(at)}>
              <div className="inspect-row">
                {odd === undefined ? (
                  members.map(([name, member]) => (
                    <Cell
                      key={name}
                      path={[...at, name]}
                      field={member}
                      label={`${member.label} of ${noun} ${index + 1}`}
                    />
                  ))
                ) : (
                  <code className="inspect-row-odd" title={odd.why}>
                    {odd.raw}
                  </code>
                )}
                <IconButton
                  icon="close"
                  size="dense"
                  label={`Remove ${noun} ${index + 1}`}
                  onClick={() => apply(removeField(at, { label: `Remove a ${noun}` }))}
                />
              </div>
              <FindingNotes findings={findingsWithin(findings, at)} />
            </li>
          );
        })}
      </ul>
      <FindingNotes findings={findings.filter((each) => pathKey(each.path) === pathKey(path))} />
      <div className="inspect-foot">
        <Button
          variant="plain"
          size="dense"
          icon="plus"
          onClick={() => {
            expectNew();
            apply(addItem(path, newItem(path, field.item), { label: `Add a ${noun}` }));
          }}
        >
          Add {noun}
        </Button>
        {text !== '' && !criticised && <span className="inspect-quiet">{text}</span>}
      </div>
    </fieldset>
  );
}
