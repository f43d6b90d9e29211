import { removeField, setField } from '../../../src/edit/changes/fields.ts';
import { apply } from '../../store/designStore.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { FindingNotes } from '../FindingNotes.tsx';
import { findingsAt, findingsWithin, receptionOf } from '../fieldFacts.ts';
import { useInspected } from '../InspectorContext.ts';
import type { ControlProps } from './control.ts';
import { emptyValue } from './newItem.ts';

/**
 * A structure as its members. One that cannot be without some of them is added as a whole first; the others are there
 * to be filled in.
 */
export function StructureControl({ path, field, value, label, render }: ControlProps) {
  const { findings, task } = useInspected();
  if (field.kind !== 'structure') return null;
  const members = Object.entries(field.fields);
  const [only] = members;
  if (members.length === 1 && only !== undefined) {
    return (
      <>
        {render([...path, only[0]], only[1], { label, unexplained: true })}
        <FindingNotes findings={findingsAt(findings, path)} />
      </>
    );
  }
  const demands = members.some(([, { required }]) => required !== undefined);
  const { text } = receptionOf(task, path);
  if (value === undefined && demands) {
    return (
      <div className="inspect-absent">
        <span className="inspect-label">{label}</span>
        <Button
          size="dense"
          variant="plain"
          icon="plus"
          aria-label={`Add ${label}`}
          onClick={() => apply(setField(path, emptyValue(field), { label: `Add ${label}` }))}
        >
          Add
        </Button>
        {text !== '' && <span className="inspect-quiet">{text}</span>}
        <FindingNotes findings={findingsWithin(findings, path)} />
      </div>
    );
  }
  return (
    <fieldset className="inspect-structure">
      <legend className="inspect-label">{label}</legend>
      {value !== undefined && (
        <IconButton
          icon="close"
          size="dense"
          label={`Remove ${label}`}
          className="inspect-structure-remove"
          onClick={() => apply(removeField(path, { label: `Remove ${label}` }))}
        />
      )}
      {members.map(([name, member]) => (
        <div key={name}>{render([...path, name], member)}</div>
      ))}
      <FindingNotes findings={findingsAt(findings, path)} />
    </fieldset>
  );
}
