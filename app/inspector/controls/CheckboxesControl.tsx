import { addItem, removeField } from '../../../src/edit/changes/fields.ts';
import { apply } from '../../store/designStore.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsWithin } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import type { ControlProps } from './control.ts';

/** Several of a closed list of values, in the order in which they are ticked. */
export function CheckboxesControl({ path, field, value, label }: ControlProps) {
  const { findings } = useInspected();
  if (field.kind !== 'list' || field.item.kind !== 'enum') return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="inspect-checkboxes">
      <legend className="inspect-label">{label}</legend>
      {Object.keys(field.item.values).map((choice) => (
        <Checkbox
          key={choice}
          label={choice}
          checked={list.includes(choice)}
          onChange={(checked) =>
            apply(
              checked
                ? addItem(path, choice, { label: `Add ${choice}` })
                : removeField([...path, list.indexOf(choice)], { label: `Remove ${choice}` }),
            )
          }
        />
      ))}
      <FindingNotes findings={findingsWithin(findings, path)} />
    </fieldset>
  );
}
